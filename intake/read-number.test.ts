import { expect, test } from 'vitest';
import { decimalEvidence, numberOf } from './read-number.ts';

test.each([
  ['1.234,56', 'comma', 1234.56],
  ['1.000', 'comma', 1000],
  ['0,5', 'comma', 0.5],
  ['-12,0', 'comma', -12],
  ['1.000', 'point', 1],
  ['1,234.5', 'point', 1234.5],
  ['1e-3', 'point', 0.001],
  ['.5', 'point', 0.5],
] as const)('`%s` with a decimal %s is %d', (cell, decimal, value) =>
  expect(numberOf(cell, decimal)).toBe(value),
);

test.each([
  ['0.5', 'comma'],
  ['1,5', 'point'],
  ['12,34,5', 'point'],
  ['1-2', 'point'],
  ['NaN', 'point'],
  ['Infinity', 'point'],
  ['0x10', 'point'],
  ['', 'point'],
] as const)('`%s` with a decimal %s is no number', (cell, decimal) =>
  expect(numberOf(cell, decimal)).toBeUndefined(),
);

test('one cell that can be read in one way only settles the column', () => {
  expect(decimalEvidence(['1.000', '987,00'])).toMatchObject({ kind: 'sure', decimal: 'comma' });
  expect(decimalEvidence(['1,234', '0.5'])).toMatchObject({ kind: 'sure', decimal: 'point' });
  expect(decimalEvidence(['1,234', '12,345'])).toEqual({ kind: 'open', example: '1,234' });
  expect(decimalEvidence(['1.234', '5', ''])).toEqual({ kind: 'plain' });
});
