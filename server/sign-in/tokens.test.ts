import { expect, test } from 'vitest';
import { couldBeToken, newToken, tokenDigest } from './tokens.ts';

test('a sign-in has 256 bits, a link 128, and no two are alike', () => {
  const made = Array.from({ length: 1000 }, () => newToken('sign-in'));
  expect(Buffer.from(made[0]!.token, 'base64url')).toHaveLength(32);
  expect(Buffer.from(newToken('link').token, 'base64url')).toHaveLength(16);
  expect(new Set(made.map(({ token }) => token)).size).toBe(1000);
});

test('the digest is SHA-256 (FIPS 180-4, “abc”) and does not contain the secret', () => {
  expect(tokenDigest('abc').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  const { token, digest } = newToken('link');
  expect(digest.equals(tokenDigest(token))).toBe(true);
  expect(digest.includes(Buffer.from(token, 'base64url'))).toBe(false);
});

test.each(['', 'short', '../../etc/passwd', 'a'.repeat(43) + ' ', 'é'.repeat(43), 'a'.repeat(44)])(
  '%j could not be a sign-in and is not looked up',
  (text) => {
    expect(couldBeToken('sign-in', text)).toBe(false);
  },
);

test('every secret that goes out could be one of its kind', () => {
  for (let turn = 0; turn < 200; turn++) {
    expect(couldBeToken('sign-in', newToken('sign-in').token)).toBe(true);
    expect(couldBeToken('link', newToken('link').token)).toBe(true);
  }
});
