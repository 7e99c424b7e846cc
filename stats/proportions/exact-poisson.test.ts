import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { exactPoissonRange } from './exact-poisson.ts';

oracle<{ events: number; exposure: number; level: number }, [number, number]>(
  import.meta.url,
  'exact-poisson',
  ({ events, exposure, level }, expected) => {
    const [low, high] = exactPoissonRange(events, exposure, level);
    expectClose(low, expected[0], 1e-11);
    expectClose(high, expected[1], 1e-11);
  },
);

test('9 events in 14.5 years are 62.07 in 100, from 28.38 to 117.83', () => {
  const [low, high] = exactPoissonRange(9, 14.5, 0.95);
  expect([9 / 14.5, low, high].map((rate) => (100 * rate).toFixed(2))).toEqual(['62.07', '28.38', '117.83']);
});

test('no events leave rates up to the rule of three: −ln 0.025 ÷ exposure', () => {
  expect(exactPoissonRange(0, 10, 0.95)[0]).toBe(0);
  expectClose(exactPoissonRange(0, 10, 0.95)[1], -Math.log(0.025) / 10, 1e-13);
});

test('at each end the counts seen or worse have exactly the chance left outside', () => {
  // Chances of counts by their own formula, added up one by one.
  const atMost = (count: number, mean: number): number => {
    let sum = 0;
    for (let k = 0, chance = Math.exp(-mean); k <= count; chance *= mean / ++k) sum += chance;
    return sum;
  };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 150 }),
      fc.double({ min: 0.5, max: 0.99, noNaN: true }),
      (events, level) => {
        const [low, high] = exactPoissonRange(events, 1, level);
        expectClose(1 - atMost(events - 1, low), (1 - level) / 2, 1e-8);
        expectClose(atMost(events, high), (1 - level) / 2, 1e-8);
      },
    ),
  );
});

test('twice the exposure halves the rate, and more events move both ends up', () => {
  const [low, high] = exactPoissonRange(12, 3, 0.95);
  expectClose(exactPoissonRange(12, 6, 0.95)[0], low / 2, 1e-14);
  const more = exactPoissonRange(13, 3, 0.95);
  expect(more[0]).toBeGreaterThan(low);
  expect(more[1]).toBeGreaterThan(high);
});

test('parts of events, no exposure and levels outside 0 to 1 are refused', () => {
  expect(() => exactPoissonRange(1.5, 1, 0.95)).toThrow(RangeError);
  expect(() => exactPoissonRange(-1, 1, 0.95)).toThrow(RangeError);
  expect(() => exactPoissonRange(1, 0, 0.95)).toThrow(RangeError);
  expect(() => exactPoissonRange(1, 1, 1)).toThrow(RangeError);
});
