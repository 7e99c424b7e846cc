const PIECE_BYTES = 1 << 16;
const LONGEST_CHARACTER_BYTES = 4;

/**
 * The place of the first byte that is no part of a UTF-8 character, counted from 0; `undefined` when all of them are.
 *
 * @example
 * wrongByte(Uint8Array.of(77, 0xfc, 108))
 * // => 1
 */
export function wrongByte(bytes: Uint8Array): number | undefined {
  const decoder = strictDecoder();
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    try {
      decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
    } catch {
      return wrongByteFrom(bytes, characterBefore(bytes, at));
    }
  }
  try {
    decoder.decode();
    return undefined;
  } catch {
    return wrongByteFrom(bytes, characterBefore(bytes, bytes.length));
  }
}

function strictDecoder() {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
}

/** The beginning of a character a little before a place; everything before the place is known to be right, but for its last character. */
function characterBefore(bytes: Uint8Array, at: number): number {
  let from = Math.max(0, at - LONGEST_CHARACTER_BYTES);
  while (from > 0 && (bytes[from]! & 0xc0) === 0x80) from--;
  return from;
}

function wrongByteFrom(bytes: Uint8Array, from: number): number {
  const decoder = strictDecoder();
  let character = from;
  for (let at = from; at < bytes.length; at++) {
    try {
      if (decoder.decode(bytes.subarray(at, at + 1), { stream: true }) !== '') character = at + 1;
    } catch {
      return character;
    }
  }
  return character;
}
