import iconv from 'iconv-lite';
import { messages } from './messages.ts';
import type { Told } from './problem.ts';
import type { SourceFile } from './table.ts';

/**
 * The text of a file: by the named encoding, else by its byte-order mark, else UTF-8, else Windows-1252, which is told.
 *
 * Shape: without byte-order mark; every line end is `\n`.
 */
export function decodedText(file: SourceFile, told: Told, encoding?: string): string {
  return plainLineEnds(decoded(file, told, encoding));
}

function decoded({ name, bytes }: SourceFile, told: Told, encoding?: string): string {
  if (encoding !== undefined) {
    if (iconv.encodingExists(encoding)) return iconv.decode(bytes, encoding);
    told.problems.push(messages.unknownEncoding(name, encoding));
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    told.guesses.push({
      file: name,
      what: 'encoding',
      column: null,
      value: 'windows-1252',
      why: 'the bytes are not UTF-8',
      flag: '--encoding',
    });
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function plainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
