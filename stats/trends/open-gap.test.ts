import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { openGapChance } from './open-gap.ts';

oracle<{ times: number; variation: number }, number | { mean: number; error: number }>(
  import.meta.url,
  'open-gap',
  (input, expected) => {
    const found = openGapChance(input);
    if (typeof expected === 'number') return expect(Math.abs(found - expected)).toBeLessThan(1e-11);
    expect(Math.abs(found - expected.mean)).toBeLessThan(3 * expected.error);
  },
);

test('gaps without memory are open as long as whole gaps last, and gaps that never vary are never late', () => {
  expectClose(openGapChance({ times: 3, variation: 1 }), Math.exp(-3), 1e-12);
  expect(openGapChance({ times: 1, variation: 0 })).toBe(0);
});

test('a longer limit is passed less often', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 2, noNaN: true }),
      fc.double({ min: 1, max: 6, noNaN: true }),
      (variation, times) => {
        const chance = openGapChance({ times, variation });
        expect(chance).toBeLessThanOrEqual(1);
        expect(openGapChance({ times: times + 0.5, variation })).toBeLessThanOrEqual(chance + 1e-15);
      },
    ),
    { seed: 20_261_125 },
  );
});

test('limits below the mean and negative variation are refused', () => {
  expect(() => openGapChance({ times: 0.9, variation: 1 })).toThrow(RangeError);
  expect(() => openGapChance({ times: 2, variation: -0.1 })).toThrow(RangeError);
});
