import { expect, test } from 'vitest';
import { wrongByte } from './wrong-byte.ts';

const PIECE = 1 << 16;
const bytesOf = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

test.each([
  ['a byte of Windows-1252', bytesOf('M', [0xfc], 'ller'), 1],
  ['a first byte without its second', bytesOf('Bj', [0xe4], 'h'), 2],
  ['a second byte without its first', bytesOf('€', [0x82], 'h'), 3],
  ['the end within a character', bytesOf('ab', [0xe2, 0x82]), 2],
  ['after a byte-order mark', bytesOf([0xef, 0xbb, 0xbf], 'ab', [0xff]), 5],
  ['at the very beginning', bytesOf([0xff]), 0],
  ['at the edge of a piece', bytesOf('a'.repeat(PIECE - 1), [0xe4], 'h'), PIECE - 1],
  ['just behind a piece', bytesOf('a'.repeat(PIECE - 2), 'ü', [0xff]), PIECE],
  ['far behind', bytesOf('ü'.repeat(PIECE), 'a', [0xff]), 2 * PIECE + 1],
])('%s', (_, bytes, place) => expect(wrongByte(bytes)).toBe(place));

test('text that is UTF-8 has no wrong byte, also where a character crosses pieces', () => {
  expect(wrongByte(bytesOf(`${'a'.repeat(PIECE - 1)}€`))).toBeUndefined();
  expect(wrongByte(bytesOf('Zoë 你好 😀'))).toBeUndefined();
  expect(wrongByte(new Uint8Array(0))).toBeUndefined();
});
