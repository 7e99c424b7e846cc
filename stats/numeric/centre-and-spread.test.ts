import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { centreAndSpread } from './centre-and-spread.ts';
import { firstNotFinite } from './first-not-finite.ts';

test('the mean of 2, 4, 4, 4, 5, 5, 7, 9 is 5 and their spread is 2', () => {
  expect(centreAndSpread(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))).toEqual({ centre: 5, spread: 2 });
});

test('a weight of 3 equals three copies, and one of 0 is not there', () => {
  const copies = centreAndSpread(Float64Array.of(1, 5, 5, 5));
  expect(centreAndSpread(Float64Array.of(1, 5, 99), Float64Array.of(1, 3, 0))).toEqual(copies);
});

test('a constant that no double holds exactly has a spread of exactly 0', () => {
  expect(centreAndSpread(new Float64Array(1001).fill(0.1)).spread).toBe(0);
  expect(centreAndSpread(new Float64Array(3).fill(-1e9 / 3)).spread).toBe(0);
});

test('times in milliseconds keep their spread: 0, 1000, 2000, 3000 have √1 250 000', () => {
  const start = 1_700_000_000_000;
  const { spread } = centreAndSpread(Float64Array.of(start, start + 1000, start + 2000, start + 3000));
  expectClose(spread, Math.sqrt(1_250_000), 1e-12);
});

test('no values, or weights of nothing, are refused', () => {
  expect(() => centreAndSpread(new Float64Array(0))).toThrow(RangeError);
  expect(() => centreAndSpread(Float64Array.of(1), Float64Array.of(0))).toThrow(RangeError);
});

test('the first value that is not finite is found, or none', () => {
  expect(firstNotFinite([])).toBe(-1);
  expect(firstNotFinite([0, 1e308])).toBe(-1);
  expect(firstNotFinite([0, -Infinity, Number.NaN])).toBe(1);
});
