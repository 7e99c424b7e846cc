import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import { DamagedBackup, frameReader, framed } from './frames.ts';

/** What opens a backup. */
export type BackupKey =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  /** At least 32 bytes that nobody can guess. */
  | { readonly kind: 'key'; readonly key: Uint8Array };

/** How a backup is locked; stands before it, readable. Each backup has a salt, hence a key, of its own. */
export type LockHead =
  | {
      readonly cipher: 'aes-256-gcm';
      readonly from: 'passphrase';
      readonly salt: string;
      readonly cost: number;
    }
  | { readonly cipher: 'aes-256-gcm'; readonly from: 'key'; readonly salt: string };

/** scrypt with N = 2^17, r = 8, p = 1 (OWASP): 128 MB and a few tenths of a second for each guess. */
const COST = 17;
const DEAREST = 20;
const PIECE = 256 * 1024;
const TAG = 16;

export function newLockHead({ kind }: BackupKey): LockHead {
  const salt = randomBytes(16).toString('base64url');
  if (kind === 'key') return { cipher: 'aes-256-gcm', from: 'key', salt };
  return { cipher: 'aes-256-gcm', from: 'passphrase', salt, cost: COST };
}

/** Locks bytes piece by piece; each is bound to its place, to the head, and the last to being the last. */
export async function* locked(
  bytes: AsyncIterable<Buffer>,
  key: BackupKey,
  head: LockHead,
): AsyncGenerator<Buffer> {
  const secret = secretOf(key, head);
  let place = 0;
  let held: Buffer = Buffer.alloc(0);
  for await (const some of bytes) {
    held = Buffer.concat([held, some]);
    while (held.length > PIECE) {
      yield lockedPiece(secret, head, place++, 'more', held.subarray(0, PIECE));
      held = held.subarray(PIECE);
    }
  }
  yield lockedPiece(secret, head, place, 'last', held);
}

/**
 * Opens what `locked` locked.
 *
 * @throws DamagedBackup with the wrong key, and when a piece was changed, left out, moved or cut off
 */
export async function* opened(
  bytes: AsyncIterable<Buffer>,
  key: BackupKey,
  head: LockHead,
): AsyncGenerator<Buffer> {
  const secret = secretOf(key, head);
  const reader = frameReader(bytes);
  for (let place = 0; ; place += 1) {
    const piece = await reader.next();
    const last = await reader.atEnd();
    yield openedPiece(secret, head, place, last ? 'last' : 'more', piece);
    if (last) return;
  }
}

type Place = 'more' | 'last';

function lockedPiece(secret: Uint8Array, head: LockHead, place: number, which: Place, piece: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', secret, nonceOf(place));
  cipher.setAAD(boundTo(head, which));
  return framed(Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]));
}

function openedPiece(secret: Uint8Array, head: LockHead, place: number, which: Place, piece: Buffer): Buffer {
  if (piece.length < TAG) throw new DamagedBackup('a piece of it has no seal');
  const decipher = createDecipheriv('aes-256-gcm', secret, nonceOf(place));
  decipher.setAAD(boundTo(head, which));
  decipher.setAuthTag(piece.subarray(piece.length - TAG));
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, piece.length - TAG)), decipher.final()]);
  } catch {
    throw new DamagedBackup('its key or passphrase is another one, or it was changed or cut off');
  }
}

/** The key serves one backup, so counting never repeats a nonce. */
function nonceOf(place: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(place), 4);
  return nonce;
}

function boundTo(head: LockHead, which: Place): Buffer {
  return Buffer.from(JSON.stringify([head.cipher, head.from, head.salt, which]));
}

function secretOf(key: BackupKey, head: LockHead): Uint8Array {
  if (key.kind !== head.from) throw new DamagedBackup(`it is locked with a ${head.from}`);
  const salt = Buffer.from(head.salt, 'base64url');
  if (key.kind === 'key') return new Uint8Array(hkdfSync('sha256', key.key, salt, 'plumbline backup 1', 32));
  const cost = head.from === 'passphrase' ? head.cost : COST;
  if (!Number.isInteger(cost) || cost < COST || cost > DEAREST)
    throw new DamagedBackup(`its passphrase costs ${cost}`);
  const options = { N: 2 ** cost, r: 8, p: 1, maxmem: 256 * 2 ** cost * 8 };
  return scryptSync(key.passphrase.normalize('NFKC'), salt, 32, options);
}
