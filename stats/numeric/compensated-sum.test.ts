import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CompensatedTotals } from './compensated-totals.ts';
import { compensatedSum } from './compensated-sum.ts';

test('ten tenths are exactly one, which a plain loop misses', () => {
  const tenths = Array.from({ length: 10 }, () => 0.1);
  expect(tenths.reduce((sum, value) => sum + value, 0)).not.toBe(1);
  expect(compensatedSum(tenths)).toBe(1);
});

test('a small number between two large opposite ones survives', () => {
  expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
});

test('nothing sums to 0', () => {
  expect(compensatedSum([])).toBe(0);
});

test('a million tenths are exactly a hundred thousand', () => {
  expect(compensatedSum(new Float64Array(1_000_000).fill(0.1))).toBe(100_000);
});

test('the order of the numbers moves the sum by at most one rounding', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }), (values) => {
      const size = values.reduce((sum, value) => sum + Math.abs(value), 0);
      const apart = Math.abs(compensatedSum(values) - compensatedSum(values.toReversed()));
      expect(apart).toBeLessThanOrEqual(size * Number.EPSILON);
    }),
  );
});

test('running totals agree with the sum of the list, each on its own', () => {
  const totals = new CompensatedTotals(2);
  for (const value of [1, 1e100, 1, -1e100]) totals.add([value, 2 * value]);
  expect(totals.values()).toEqual(Float64Array.of(2, 4));
  expect(totals.at(1)).toBe(4);
});
