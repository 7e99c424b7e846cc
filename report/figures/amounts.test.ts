import { expect, test } from 'vitest';
import { countedTexts, decimalsOf, differenceTexts, plainNumber, signedNumber } from './amounts.ts';

const share = { kind: 'share', unit: 'in 100' } as const;

test('numbers shown together have the decimals of the finest', () => {
  expect(decimalsOf([0.3, 0.38])).toBe(2);
  expect(decimalsOf([])).toBe(0);
  expect(countedTexts({ kind: 'score', unit: 'points' }, [0.3, 0.38])).toEqual(['0.30', '0.38']);
});

test('a share is shown in 100, without the noise of binary fractions', () => {
  // 0.061 × 100 is 6.1, although doubles say 6.1000000000000005.
  expect(countedTexts(share, [0.061, -0.012, 0.142])).toEqual(['6.1', '−1.2', '14.2']);
});

test('thousands are grouped and the minus sign is a real one', () => {
  expect(plainNumber(-1234.5, 1)).toBe('−1,234.5');
  expect(plainNumber(-0.001, 1)).toBe('0.0');
  expect(signedNumber(0.34, 2)).toBe('+0.34');
  expect(signedNumber(0, 2)).toBe('0.00');
});

test('a difference is written with its unit and its likely range', () => {
  expect(differenceTexts(share, 0.061, [-0.012, 0.142])).toEqual({
    estimate: '+6.1 in 100',
    range: 'likely −1.2 to 14.2',
  });
  expect(differenceTexts({ kind: 'score', unit: 'Ksh a week' }, 890, null).estimate).toBe('+890 Ksh a week');
});
