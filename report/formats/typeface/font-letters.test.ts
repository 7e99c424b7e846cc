import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { fontLetters } from './font-letters.ts';

const { resolve } = createRequire(import.meta.url);
const REGULAR = readFileSync(
  resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
);

test('Source Sans 3 has Latin, Greek, Cyrillic and our marks, and has no Chinese, Arabic or clock', () => {
  const letters = fontLetters(REGULAR);
  const has = (letter: string): boolean => letters.has(letter.codePointAt(0)!);
  expect([...'AzéŁşΩЖ−≤→▲▼○□'].filter((letter) => !has(letter))).toEqual([]);
  expect([...'师م◷👩'].filter(has)).toEqual([]);
});

test('format 4 ends at its last segment, leaves holes out, and follows offsets and deltas', () => {
  // segments: A–B by delta, D by offset, and the closing 0xffff; letters A, B and D have glyphs, E has glyph 0
  const words = [
    4,
    42,
    0,
    6,
    0,
    0,
    0,
    0x42,
    0x45,
    0xffff,
    0,
    0x41,
    0x44,
    0xffff,
    -0x40 & 0xffff,
    0,
    1,
    0,
    4,
    0,
    3,
    0,
  ];
  expect([...fontLetters(fontWith(words))].sort()).toEqual([0x41, 0x42, 0x44]);
});

test('a font without a Unicode table is refused', () => {
  expect(() => fontLetters(fontWith([6, 0, 0]))).toThrow('fontLetters: font has no Unicode cmap');
});

/** A font file with nothing but one `cmap` subtable, given as 16-bit words. */
function fontWith(words: readonly number[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(28 + 12 + 2 * words.length));
  bytes.setUint16(4, 1);
  [...'cmap'].forEach((letter, at) => bytes.setUint8(12 + at, letter.charCodeAt(0)));
  bytes.setUint32(20, 28);
  bytes.setUint16(30, 1);
  bytes.setUint32(36, 12);
  words.forEach((word, at) => bytes.setUint16(40 + 2 * at, word));
  return new Uint8Array(bytes.buffer);
}
