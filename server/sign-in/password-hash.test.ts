import { expect, test } from 'vitest';
import { HASH_COST, isCheaperThanToday, passwordHash, passwordMatches } from './password-hash.ts';

/** From the test suite of the reference implementation (phc-winner-argon2, src/test.c, version 0x13, Argon2id). */
const REFERENCE: readonly (readonly [string, string])[] = [
  ['password', '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'],
  ['password', '$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc'],
  [
    'differentpassword',
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94',
  ],
  ['password', '$argon2id$v=19$m=65536,t=2,p=1$ZGlmZnNhbHQ$vfMrBczELrFdWP0ZsfhWsRPaHppYdP3MVEMIVlqoFBw'],
];

test.each(REFERENCE)(
  'the password %s belongs to the hash of the reference implementation',
  async (password, stored) => {
    expect(await passwordMatches(password, stored)).toBe(true);
    expect(await passwordMatches(`${password} `, stored)).toBe(false);
  },
);

test('a hash names its cost, has a salt of its own and takes only its password', async () => {
  const [one, other] = await Promise.all([
    passwordHash('a lamp on the sill'),
    passwordHash('a lamp on the sill'),
  ]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await passwordMatches('a lamp on the sill', one)).toBe(true);
  expect(await passwordMatches('a lamp on the Sill', one)).toBe(false);
});

test('the same letters from two keyboards are one password', async () => {
  const composed = await passwordHash('caf\u00e9 au lait, twice');
  expect(await passwordMatches('cafe\u0301 au lait, twice', composed)).toBe(true);
});

test('a hash that costs less than today is to be made again', async () => {
  expect(isCheaperThanToday(await passwordHash('a lamp on the sill', { ...HASH_COST, passes: 1 }))).toBe(
    true,
  );
  expect(
    isCheaperThanToday(await passwordHash('a lamp on the sill', { ...HASH_COST, memoryKib: 8192 })),
  ).toBe(true);
  expect(isCheaperThanToday(await passwordHash('a lamp on the sill'))).toBe(false);
});

test('nobody can sign in where no password is stored, and finding out takes as long', async () => {
  const stored = await passwordHash('a lamp on the sill');
  const lasted = async (against: string | undefined): Promise<number> => {
    const times: number[] = [];
    for (let turn = 0; turn < 9; turn++) {
      const from = performance.now();
      expect(await passwordMatches('a wrong guess', against)).toBe(false);
      times.push(performance.now() - from);
    }
    return times.sort((a, b) => a - b)[4]!;
  };
  const [unknown, known] = [await lasted(undefined), await lasted(stored)];
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});

test.each([
  '',
  'plain text',
  '$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR',
  '$2b$10$abcdefghijklmnopqrstuv',
])('a stored text of another kind (%s) is refused, not compared', async (stored) => {
  await expect(passwordMatches('password', stored)).rejects.toThrow(RangeError);
});
