import { createHash, randomBytes } from 'node:crypto';

/** What a secret is for; trust.md 7.1 says how hard each must be to guess. */
export type TokenKind = 'sign-in' | 'link';

const BYTES: Readonly<Record<TokenKind, number>> = { 'sign-in': 32, link: 16 };

/** A secret that goes out once and of which only the digest stays. */
export interface NewToken {
  /** What the browser keeps or the link holds: base64url. */
  readonly token: string;
  /** What the database keeps. */
  readonly digest: Buffer;
}

/** A fresh secret: 256 bits for a sign-in, 128 for a link. */
export function newToken(kind: TokenKind): NewToken {
  const token = randomBytes(BYTES[kind]).toString('base64url');
  return { token, digest: tokenDigest(token) };
}

/**
 * The SHA-256 of a secret, under which it is stored and found. A slow hash would protect nothing here: the secret is chance, not a choice of
 * a person.
 */
export function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether a text could be a secret of this kind at all; what could not is not looked up. */
export function couldBeToken(kind: TokenKind, text: string): boolean {
  return text.length === Math.ceil((BYTES[kind] * 4) / 3) && /^[\w-]+$/.test(text);
}
