import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { expectedLongGaps, longGapChance } from './gap-flags.ts';

oracle<{ times: number; variation: number; due?: number }, number | { mean: number; error: number }>(
  import.meta.url,
  'gap-flags',
  ({ times, variation, due }, expected) => {
    if (typeof expected === 'number')
      return expectClose(longGapChance({ times, variation }), expected, 1e-11);
    const found = expectedLongGaps({ due: due!, times, variation });
    expect(Math.abs(found - expected.mean)).toBeLessThan(3 * expected.error);
  },
);

const VARIATIONS = [0.3, 0.5, 0.8, 1];

test('who keeps the rhythm has gaps over two and over three of them as often as stated', () => {
  const stated = [0.0035, 0.0425, 0.109, 0.135];
  for (const [i, variation] of VARIATIONS.entries()) {
    expect(Math.abs(longGapChance({ times: 2, variation }) - stated[i]!)).toBeLessThan(0.0006);
  }
  const [rare, ...others] = VARIATIONS.map((variation) => longGapChance({ times: 3, variation }));
  expect(rare).toBeLessThan(0.00001);
  expect(others.map((chance) => chance.toFixed(3))).toEqual(['0.002', '0.027', '0.050']);
});

test('a year has as many false flags as stated, at rhythms of 14 and 30 days', () => {
  const flags = (rhythm: number): number[] =>
    VARIATIONS.map((variation) => expectedLongGaps({ due: 365.25 / rhythm, times: 3, variation }));
  for (const [rhythm, stated] of [
    [14, [0, 0.06, 0.71, 1.3]],
    [30, [0, 0.03, 0.33, 0.6]],
  ] as const) {
    for (const [i, count] of flags(rhythm).entries())
      expect(Math.abs(count - stated[i]!)).toBeLessThan(0.011);
  }
});

test('gaps that never vary are never long, and without memory the chance is e to the minus times', () => {
  expect(longGapChance({ times: 2, variation: 0 })).toBe(0);
  expectClose(longGapChance({ times: 3, variation: 1 }), Math.exp(-3), 1e-13);
});

test('longer limits are passed less often, and twice the time has twice the flags', () => {
  const variation = fc.double({ min: 0.05, max: 2, noNaN: true });
  fc.assert(
    fc.property(variation, fc.double({ min: 1, max: 6, noNaN: true }), (cv, times) => {
      const chance = longGapChance({ times, variation: cv });
      expect(longGapChance({ times: times + 0.5, variation: cv })).toBeLessThanOrEqual(chance);
      expect(chance).toBeLessThanOrEqual(1);
      const once = expectedLongGaps({ due: 10, times, variation: cv });
      expectClose(expectedLongGaps({ due: 20, times, variation: cv }), 2 * once, 1e-12);
    }),
  );
});

test('limits below the mean, negative variation and negative time are refused', () => {
  expect(() => longGapChance({ times: 0.9, variation: 1 })).toThrow(RangeError);
  expect(() => longGapChance({ times: 2, variation: -0.1 })).toThrow(RangeError);
  expect(() => longGapChance({ times: Number.NaN, variation: 1 })).toThrow(RangeError);
  expect(() => expectedLongGaps({ due: -1, times: 2, variation: 1 })).toThrow(RangeError);
});
