import { createCipheriv, createDecipheriv } from 'node:crypto';

/** First byte of every locked value, so that a later way of locking can be told apart. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Random bytes, handed in by whoever has a source of chance. */
export type RandomBytes = (length: number) => Uint8Array;

/** Where a locked value belongs; opened anywhere else it is refused. */
export interface Place {
  readonly organisation: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/**
 * A value locked with AES-256-GCM: version byte, nonce, ciphertext, tag.
 *
 * The place (organisation, table, row, column) is authenticated, so that nobody can move a locked value to another row.
 *
 * @param key 32 bytes
 * @throws RangeError when the key is not 32 bytes long
 * @see NIST SP 800-38D
 */
export function locked(plain: Uint8Array, key: Uint8Array, place: Place, random: RandomBytes): Buffer {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(key), nonce).setAAD(placeBytes(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()]);
}

/**
 * The value inside, or `undefined` when key, place or bytes are not those it was locked with.
 *
 * @throws RangeError when the key is not 32 bytes long
 */
export function unlocked(box: Uint8Array, key: Uint8Array, place: Place): Buffer | undefined {
  if (box.length < 1 + NONCE_BYTES + TAG_BYTES || box[0] !== VERSION) return undefined;
  const nonce = box.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(key), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(placeBytes(place)).setAuthTag(box.subarray(box.length - TAG_BYTES));
  try {
    const body = decipher.update(box.subarray(1 + NONCE_BYTES, box.length - TAG_BYTES));
    return Buffer.concat([body, decipher.final()]);
  } catch {
    return undefined;
  }
}

function keyOf(key: Uint8Array): Uint8Array {
  if (key.length !== 32) throw new RangeError(`locked: key has ${key.length} bytes; it must have 32`);
  return key;
}

/** JSON of a list: no two places have the same text, whatever their parts contain. */
function placeBytes({ organisation, table, row, column }: Place): Buffer {
  return Buffer.from(JSON.stringify([VERSION, organisation, table, row, column]));
}
