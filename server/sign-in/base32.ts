const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Bytes as base32 (RFC 4648) without padding, as authenticator apps take it.
 *
 * @example
 * base32(new TextEncoder().encode('foobar'))
 * // => 'MZXW6YTBOI'
 */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let waiting = 0;
  let bits = 0;
  for (const byte of bytes) {
    waiting = ((waiting << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += LETTERS[(waiting >> bits) & 31];
    }
  }
  return bits > 0 ? text + LETTERS[(waiting << (5 - bits)) & 31] : text;
}
