import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { gammaQuantile } from './gamma-quantile.ts';
import { incompleteGamma } from './incomplete-gamma.ts';

oracle<{ shape: number; value?: number; probability?: number }, number | number[]>(
  import.meta.url,
  'gamma',
  ({ shape, value, probability }, expected) => {
    if (Array.isArray(expected)) {
      const { below, above } = incompleteGamma(shape, value!);
      // Relative to the value itself, however small: a tail that is wrong by a factor must be seen.
      expect(Math.abs(below / expected[0]! - 1)).toBeLessThan(1e-11);
      expect(Math.abs(above / expected[1]! - 1)).toBeLessThan(1e-11);
      return;
    }
    const found = gammaQuantile(probability!, shape);
    if (expected < 1e-300) expect(found).toBeLessThan(1e-290);
    else expect(Math.abs(found / expected - 1)).toBeLessThan(1e-12);
  },
);

test('a shape of 1 is the exponential distribution', () => {
  for (const value of [1e-9, 0.5, 1, 1.9, 2.1, 30]) {
    expectClose(incompleteGamma(1, value).above, Math.exp(-value), 1e-14);
    expectClose(incompleteGamma(1, value).below, -Math.expm1(-value), 1e-14);
  }
});

test('the quantile leads back to its probability', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 1e5, noNaN: true }),
      fc.double({ min: 1e-5, max: 1 - 1e-5, noNaN: true }),
      (shape, probability) => {
        expectClose(incompleteGamma(shape, gammaQuantile(probability, shape)).below, probability, 1e-10);
      },
    ),
  );
});

test('nothing lies below 0 and nothing above infinity', () => {
  expect(incompleteGamma(3, 0)).toEqual({ below: 0, above: 1 });
  expect(incompleteGamma(3, Infinity)).toEqual({ below: 1, above: 0 });
});

test('shapes, values and probabilities that cannot be are refused', () => {
  expect(() => incompleteGamma(0, 1)).toThrow(RangeError);
  expect(() => incompleteGamma(Infinity, 1)).toThrow(RangeError);
  expect(() => incompleteGamma(1, -1)).toThrow(RangeError);
  expect(() => incompleteGamma(1, Number.NaN)).toThrow(RangeError);
  expect(() => gammaQuantile(0, 1)).toThrow(RangeError);
  expect(() => gammaQuantile(1, 1)).toThrow(RangeError);
  expect(() => gammaQuantile(0.5, 0)).toThrow(RangeError);
});
