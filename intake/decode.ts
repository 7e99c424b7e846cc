import iconv from 'iconv-lite';
import { messages } from './messages.ts';
import type { Told } from './problem.ts';
import type { SourceFile } from './table.ts';
import { wrongByte } from './wrong-byte.ts';

/** Stands where bytes were no character of the encoding. */
const LOST = '\ufffd';

/**
 * The text of a file: by the named encoding, else by its byte-order mark, else UTF-8, else Windows-1252, which is told.
 * Characters that got lost are told: people whose names differ in one of them would look the same.
 *
 * Shape: without byte-order mark; every line end is `\n`.
 */
export function decodedText(file: SourceFile, told: Told, encoding?: string): string {
  const { text, strict, utf8 } = decoded(file, told, encoding);
  const plain = plainLineEnds(text);
  const first = plain.indexOf(LOST);
  if (first >= 0) {
    const lost = plain.split(LOST).length - 1;
    const line = plain.slice(0, first).split('\n').length;
    told.problems.push(
      strict
        ? messages.lostBefore(file.name, lost, line)
        : messages.lostCharacters(file.name, lost, line, utf8 ? wrongByte(file.bytes) : undefined),
    );
  }
  return plain;
}

/** A text, whether every byte of it was a character, and whether it was read as UTF-8. */
interface Decoded {
  readonly text: string;
  readonly strict: boolean;
  readonly utf8: boolean;
}

function decoded({ name, bytes }: SourceFile, told: Told, encoding?: string): Decoded {
  const loose = (label: string): Decoded => ({
    text: new TextDecoder(label).decode(bytes),
    strict: false,
    utf8: label === 'utf-8',
  });
  if (encoding !== undefined) {
    if (iconv.encodingExists(encoding))
      return { text: iconv.decode(bytes, encoding), strict: false, utf8: /^utf[-_]?8$/i.test(encoding) };
    told.problems.push(messages.unknownEncoding(name, encoding));
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return loose('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return loose('utf-16be');
  const guess = (value: string, why: string): void => {
    told.guesses.push({ file: name, what: 'encoding', column: null, value, why, flag: '--encoding' });
  };
  const wide = unmarkedUtf16(bytes);
  if (wide !== undefined) {
    guess(wide, 'every second byte is zero');
    return loose(wide);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), strict: true, utf8: false };
  } catch {
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return loose('utf-8');
    guess('windows-1252', 'the bytes are not UTF-8');
    return { text: new TextDecoder('windows-1252').decode(bytes), strict: true, utf8: false };
  }
}

/** UTF-16 without a byte-order mark shows in its first two letters, which are plain ones in any heading. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zero = [0, 1, 2, 3].map((at) => bytes[at] === 0).join();
  if (zero === 'false,true,false,true') return 'utf-16le';
  return zero === 'true,false,true,false' ? 'utf-16be' : undefined;
}

function plainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
