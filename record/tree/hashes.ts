import { createHash, hash } from 'node:crypto';

/** SHA-256 of nothing: the root of a tree without leaves. */
export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer');

const LEAF = Buffer.of(0x00);
const NODE = Buffer.of(0x01);

/**
 * The leaf of a text in a Merkle tree: SHA-256 of a zero byte and its UTF-8 bytes.
 *
 * The byte in front keeps leaves and inner nodes apart, so that nobody can pass off one as the other.
 *
 * @see RFC 9162, 2.1.1
 * @example
 * leafOf('').toString('hex')
 * // => '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'
 */
export function leafOf(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(content).digest();
}

/** The inner node above two others: SHA-256 of a one byte, the left hash and the right hash. */
export function nodeAbove(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}
