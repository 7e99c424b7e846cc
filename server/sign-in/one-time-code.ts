import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seconds that one code lives (RFC 6238, 5.2, default). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Codes of the step before and after are taken too: clocks differ (RFC 6238, 5.2: at most one step is recommended). */
const NEIGHBOURS = 1;
/** RFC 4226, section 4, R6: 160 bits are recommended. */
const SECRET_BYTES = 20;

/** What authenticator apps share: HMAC-SHA-1 and six digits; the vectors of RFC 6238 use others too. */
export interface CodeKind {
  readonly hash: 'sha1' | 'sha256' | 'sha512';
  readonly digits: number;
}

const APP_CODE: CodeKind = { hash: 'sha1', digits: DIGITS };

/** A fresh secret of 160 bits. */
export function newCodeSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** The number of the step that holds a moment. */
export function codeStep(at: Date): number {
  return Math.floor(at.getTime() / 1000 / STEP_SECONDS);
}

/**
 * The one-time code of a step (RFC 6238 over RFC 4226).
 *
 * @see one-time-code.test.ts
 */
export function oneTimeCode(secret: Uint8Array, step: number, { hash, digits } = APP_CODE): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac(hash, secret).update(counter).digest();
  const offset = digest[digest.length - 1]! & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step whose code was typed, or undefined when it is no code of now.
 *
 * A code counts once: steps up to the last one used are refused, so the caller stores what it gets. Blanks between digits are allowed.
 *
 * @param lastUsed the step of the last code that was taken, or undefined when none was
 */
export function usedCodeStep(
  secret: Uint8Array,
  typed: string,
  at: Date,
  lastUsed: number | undefined,
): number | undefined {
  const digits = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  let found: number | undefined;
  const now = codeStep(at);
  for (let step = now - NEIGHBOURS; step <= now + NEIGHBOURS; step++) {
    const same = timingSafeEqual(Buffer.from(oneTimeCode(secret, step)), Buffer.from(digits));
    if (same && (lastUsed === undefined || step > lastUsed)) found ??= step;
  }
  return found;
}
