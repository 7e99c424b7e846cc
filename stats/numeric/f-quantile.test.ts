import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { fQuantile } from './f-quantile.ts';
import { tQuantile } from './t-quantile.ts';

oracle<{ probability: number; above: number; below: number }, number>(
  import.meta.url,
  'f-quantile',
  ({ probability, above, below }, expected) => {
    expect(Math.abs(fQuantile(probability, above, below) / expected - 1)).toBeLessThan(1e-10);
  },
);

test('the square of t is F with one degree of freedom above', () => {
  for (const degrees of [1, 2.5, 9, 400, 1e6]) {
    expectClose(fQuantile(0.95, 1, degrees), tQuantile(0.975, degrees) ** 2, 1e-11);
  }
});

test('turning the ratio round turns the probability round', () => {
  const degrees = fc.double({ min: 1, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(degrees, degrees, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (above, below, p) => {
      expectClose(fQuantile(p, above, below) * fQuantile(1 - p, below, above), 1, 1e-9);
    }),
  );
});

test('degrees of freedom and probabilities that cannot be are refused', () => {
  expect(() => fQuantile(1, 2, 3)).toThrow(RangeError);
  expect(() => fQuantile(0.5, 0, 3)).toThrow(RangeError);
  expect(() => fQuantile(0.5, 2, Number.NaN)).toThrow(RangeError);
});
