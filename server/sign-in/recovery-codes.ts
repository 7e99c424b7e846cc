import { randomBytes } from 'node:crypto';
import { tokenDigest, type NewToken } from './tokens.ts';

/** trust.md 7.1: 112 bits each. */
const CODE_BYTES = 14;
const CODES = 8;

/** Eight fresh recovery codes, to be shown once, with the digests to store. */
export function newRecoveryCodes(): NewToken[] {
  return Array.from({ length: CODES }, () => {
    const hex = randomBytes(CODE_BYTES).toString('hex');
    return { token: hex.match(/.{4}/g)!.join('-'), digest: tokenDigest(hex) };
  });
}

/** The digest under which a typed recovery code would be stored, or undefined when it is none: blanks, lines and capitals do not matter. */
export function recoveryDigest(typed: string): Buffer | undefined {
  const hex = typed.replace(/[\s\p{Pd}]/gu, '').toLowerCase();
  return /^[0-9a-f]{28}$/.test(hex) ? tokenDigest(hex) : undefined;
}
