import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { normalBelow } from './normal-below.ts';
import { normalQuantile } from './normal-quantile.ts';
import { tQuantile } from './t-quantile.ts';

oracle<{ probability: number; degreesOfFreedom?: number; value?: number }, number>(
  import.meta.url,
  'quantiles',
  ({ probability, degreesOfFreedom, value }, expected) => {
    if (value !== undefined) {
      expect(Math.abs(normalBelow(value) / expected - 1)).toBeLessThan(1e-11);
      return;
    }
    const actual =
      degreesOfFreedom === undefined ? normalQuantile(probability) : tQuantile(probability, degreesOfFreedom);
    expectClose(actual, expected, 1e-12);
  },
);

test('probabilities of 0 and 1 and no degrees of freedom are refused', () => {
  expect(() => tQuantile(0, 5)).toThrow(RangeError);
  expect(() => tQuantile(1, 5)).toThrow(RangeError);
  expect(() => tQuantile(0.5, 0)).toThrow(RangeError);
  expect(() => normalQuantile(1)).toThrow(RangeError);
  expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
  expect(() => normalBelow(Number.NaN)).toThrow(RangeError);
});
