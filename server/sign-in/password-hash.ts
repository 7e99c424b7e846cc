import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';

/** What one hash costs whoever computes it. */
export interface HashCost {
  /** KiB of memory. */
  readonly memoryKib: number;
  /** Passes over that memory. */
  readonly passes: number;
  /** Lanes. */
  readonly lanes: number;
}

/**
 * 19 MiB, two passes, one lane.
 * OWASP Password Storage Cheat Sheet, Argon2id, second of its equal settings; RFC 9106 describes the function.
 */
export const HASH_COST: HashCost = { memoryKib: 19 * 1024, passes: 2, lanes: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

interface StoredHash extends HashCost {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/**
 * The Argon2id hash of a password, as a PHC string.
 *
 * The password is normalised (NFKC, as NIST SP 800-63B advises), so that the same letters from two keyboards are the same password.
 */
export async function passwordHash(password: string, cost: HashCost = HASH_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await argon2id(password, salt, cost, HASH_BYTES);
  const { memoryKib, passes, lanes } = cost;
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(hash)}`;
}

/**
 * Whether a password belongs to a stored hash.
 *
 * Without a stored hash the same work is done and the answer is no, so that time does not tell who has a password.
 *
 * @throws RangeError when the stored hash is not a PHC string of Argon2id
 */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  if (stored === undefined) {
    await argon2id(password, Buffer.alloc(SALT_BYTES), HASH_COST, HASH_BYTES);
    return false;
  }
  const { salt, hash, ...cost } = parsed(stored);
  return timingSafeEqual(await argon2id(password, salt, cost, hash.length), hash);
}

/**
 * Whether a stored hash costs less than today's, so that the next right password should be hashed again.
 *
 * @throws RangeError when the stored hash is not a PHC string of Argon2id
 */
export function isCheaperThanToday(stored: string): boolean {
  const { memoryKib, passes } = parsed(stored);
  return memoryKib < HASH_COST.memoryKib || passes < HASH_COST.passes;
}

function argon2id(password: string, salt: Buffer, cost: HashCost, tagLength: number): Promise<Buffer> {
  const parameters: Argon2Parameters = {
    message: password.normalize('NFKC'),
    nonce: salt,
    parallelism: cost.lanes,
    memory: cost.memoryKib,
    passes: cost.passes,
    tagLength,
  };
  return new Promise((resolve, reject) =>
    argon2('argon2id', parameters, (problem, hash) => (problem === null ? resolve(hash) : reject(problem))),
  );
}

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, base64 without padding. */
const PHC = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([\w+/]{11,86})\$([\w+/]{16,171})$/;

function parsed(stored: string): StoredHash {
  const found = PHC.exec(stored);
  if (found === null) throw new RangeError('passwordHash: the stored text is not a PHC string of Argon2id');
  const [, memoryKib, passes, lanes, salt, hash] = found;
  return {
    memoryKib: Number(memoryKib),
    passes: Number(passes),
    lanes: Number(lanes),
    salt: Buffer.from(salt!, 'base64'),
    hash: Buffer.from(hash!, 'base64'),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
