import { expect, test } from 'vitest';
import { numberOf } from './read-number.ts';

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

test('no thousand begins with a zero', () => {
  expect(numberOf('0.125', 'comma')).toBeUndefined();
  expect(numberOf('0,125', 'point')).toBeUndefined();
  expect(numberOf('0,125', 'comma')).toBe(0.125);
  expect(numberOf('-1.000', 'comma')).toBe(-1000);
});
