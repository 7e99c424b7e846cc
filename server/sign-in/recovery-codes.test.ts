import { expect, test } from 'vitest';
import { newRecoveryCodes, recoveryDigest } from './recovery-codes.ts';

test('there are eight codes of 112 bits, all different', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes.map(({ token }) => token)).size).toBe(8);
  for (const { token } of codes) expect(Buffer.from(token.replaceAll('-', ''), 'hex')).toHaveLength(14);
});

test('a code is found however it is typed', () => {
  const [{ token, digest }] = newRecoveryCodes() as [ReturnType<typeof newRecoveryCodes>[number]];
  for (const typed of [
    token,
    token.toUpperCase(),
    token.replaceAll('-', ' '),
    ` ${token.replaceAll('-', '–')} `,
  ])
    expect(recoveryDigest(typed)?.equals(digest)).toBe(true);
});

test.each(['', '1234', 'zzzz-zzzz-zzzz-zzzz-zzzz-zzzz-zzzz', '0'.repeat(29)])(
  '%j is no recovery code',
  (typed) => {
    expect(recoveryDigest(typed)).toBeUndefined();
  },
);
