import { expect, test } from 'vitest';
import { base32 } from './base32.ts';
import { codeStep, newCodeSecret, oneTimeCode, usedCodeStep } from './one-time-code.ts';

/** RFC 6238, appendix B: seconds, SHA-1, SHA-256, SHA-512. */
const RFC_6238: readonly (readonly [number, string, string, string])[] = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
];
/** The seeds of the reference code there: as many bytes as the hash gives. */
const seed = (bytes: number): Buffer => Buffer.from('1234567890'.repeat(7).slice(0, bytes));

test.each(RFC_6238)('at second %i the codes are those of RFC 6238', (second, sha1, sha256, sha512) => {
  const step = codeStep(new Date(second * 1000));
  expect(oneTimeCode(seed(20), step, { hash: 'sha1', digits: 8 })).toBe(sha1);
  expect(oneTimeCode(seed(32), step, { hash: 'sha256', digits: 8 })).toBe(sha256);
  expect(oneTimeCode(seed(64), step, { hash: 'sha512', digits: 8 })).toBe(sha512);
});

test('the first ten counters give the codes of RFC 4226, appendix D', () => {
  const codes = [
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ];
  expect(codes.map((_, counter) => oneTimeCode(seed(20), counter))).toEqual(codes);
});

test('the code of now, of the step before and of the step after are taken; older and later ones are not', () => {
  const at = new Date(1111111111_000);
  const now = codeStep(at);
  const taken = [-2, -1, 0, 1, 2].map((away) =>
    usedCodeStep(seed(20), oneTimeCode(seed(20), now + away), at, undefined),
  );
  expect(taken).toEqual([undefined, now - 1, now, now + 1, undefined]);
});

test('a code counts once, and so does every older one', () => {
  const at = new Date(1111111111_000);
  const used = usedCodeStep(seed(20), oneTimeCode(seed(20), codeStep(at)), at, undefined)!;
  expect(usedCodeStep(seed(20), oneTimeCode(seed(20), used), at, used)).toBeUndefined();
  expect(usedCodeStep(seed(20), oneTimeCode(seed(20), used - 1), at, used)).toBeUndefined();
  expect(usedCodeStep(seed(20), oneTimeCode(seed(20), used + 1), at, used)).toBe(used + 1);
});

test.each(['', '12345', '1234567', '12345a', '１２３４５６', '-12345', 'NaN'])('%j is no code', (typed) => {
  expect(usedCodeStep(seed(20), typed, new Date(1111111111_000), undefined)).toBeUndefined();
});

test('blanks as apps show them are allowed', () => {
  const at = new Date(1111111111_000);
  const code = oneTimeCode(seed(20), codeStep(at));
  expect(usedCodeStep(seed(20), `${code.slice(0, 3)} ${code.slice(3)}`, at, undefined)).toBe(codeStep(at));
});

test('a secret has 160 bits, which are 32 letters without padding', () => {
  expect(newCodeSecret()).toHaveLength(20);
  expect(base32(newCodeSecret())).toMatch(/^[A-Z2-7]{32}$/);
});

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of %j is that of RFC 4648 without its padding', (text, expected) => {
  expect(base32(Buffer.from(text))).toBe(expected);
});
