import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { canonicalText } from './canonical.ts';

/**
 * The commitment to a payload: HMAC-SHA-256 of its canonical text under the entry's own random key, 64 hex digits.
 *
 * The key is what makes it safe: payloads are so few and so alike that a bare hash could be guessed back.
 * Once the key is destroyed nobody can tell what was committed to.
 *
 * @throws RangeError when the key is not 32 bytes long
 * @see RFC 2104; RFC 8785
 */
export function commitmentTo(payload: unknown, entryKey: Uint8Array): string {
  if (entryKey.length !== 32) {
    throw new RangeError(`commitmentTo: entryKey has ${entryKey.length} bytes; it must have 32`);
  }
  return createHmac('sha256', entryKey).update(canonicalText(payload)).digest('hex');
}

/** Whether a payload is the one committed to. */
export function keepsCommitment(commit: string, payload: unknown, entryKey: Uint8Array): boolean {
  const given = Buffer.from(commit, 'hex');
  const expected = Buffer.from(commitmentTo(payload, entryKey), 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The key under which the payload itself is locked, drawn from the entry's key so that one key serves one purpose. */
export function payloadKey(entryKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', entryKey, new Uint8Array(0), 'plumbline record payload 1', 32));
}
