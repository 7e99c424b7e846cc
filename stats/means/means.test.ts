import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { clusteredMean } from './clustered-mean.ts';
import { hedgesCorrection } from './hedges.ts';
import { tRange } from './t-range.ts';

interface Answer {
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly range: [number, number];
  readonly correction: number;
}

oracle<{ values?: number[]; level: number; degreesOfFreedom: number }, Answer>(
  import.meta.url,
  'means',
  ({ values, level, degreesOfFreedom }, expected) => {
    if (values === undefined) {
      expectClose(hedgesCorrection(degreesOfFreedom), expected.correction, 1e-12);
      return;
    }
    const mean = clusteredMean({
      values: Float64Array.from(values),
      clusters: Int32Array.from(values, (_, i) => i),
    });
    expectClose(mean.estimate, expected.estimate, 1e-12);
    expectClose(mean.standardError, expected.standardError, 1e-10);
    expectClose(mean.degreesOfFreedom, expected.degreesOfFreedom, 1e-10);
    const range = tRange(mean.estimate, mean.standardError, mean.degreesOfFreedom, level);
    expectClose(range[0], expected.range[0], 1e-9);
    expectClose(range[1], expected.range[1], 1e-9);
  },
);

test('the paired change of the sleep trial is 1.58, from 0.7001142367 to 2.4598857633', () => {
  const values = Float64Array.of(1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4);
  const mean = clusteredMean({ values, clusters: Int32Array.from(values, (_, i) => i) });
  const [low, high] = tRange(mean.estimate, mean.standardError, mean.degreesOfFreedom, 0.95);
  expect([mean.estimate, low, high].map((value) => value.toFixed(10))).toEqual([
    '1.5800000000',
    '0.7001142367',
    '2.4598857633',
  ]);
});

test("the worked skill change has Hedges' g 0.6662", () => {
  // Changes 0.5 0 0.75 0.25 −0.25 0.75 0.5 0.5: mean 0.375; the standard deviation before is √(1.75 ÷ 7) = 0.5.
  expect(((0.375 / 0.5) * hedgesCorrection(7)).toFixed(4)).toBe('0.6662');
});

test("Hedges' correction passes smoothly from the product to the series", () => {
  // J(m) J(m + 1) = √((m − 1)² ÷ (m (m + 1))) × m ÷ (m − 1), by Γ(x + 1) = xΓ(x): here √(1999 ÷ 2000) × 1998 ÷ 1999 × …
  const product = hedgesCorrection(1999) * hedgesCorrection(2000);
  expectClose(product, 1998 / 2 / Math.sqrt((1999 / 2) * (2000 / 2)), 1e-14);
  const farther = hedgesCorrection(1_000_000) * hedgesCorrection(1_000_001);
  expectClose(farther, 999_999 / 2 / Math.sqrt((1_000_000 / 2) * (1_000_001 / 2)), 1e-14);
});

test('a mean of one cluster, or of one person, has no standard error and no degrees of freedom', () => {
  const together = { values: Float64Array.of(1, 2, 6), clusters: Int32Array.of(4, 4, 4) };
  expect(clusteredMean(together)).toMatchObject({ estimate: 3, standardError: 0, degreesOfFreedom: 0 });
  const lone = { values: Float64Array.of(7), clusters: Int32Array.of(0) };
  expect(clusteredMean(lone)).toMatchObject({ estimate: 7, standardError: 0, degreesOfFreedom: 0 });
});

test('no values are refused, because there is no mean', () => {
  expect(() => clusteredMean({ values: new Float64Array(0), clusters: new Int32Array(0) })).toThrow(
    RangeError,
  );
});

test('values that are all equal have a range of no width', () => {
  const values = new Float64Array(12).fill(4);
  const mean = clusteredMean({ values, clusters: Int32Array.from(values, (_, i) => i) });
  expect(mean.estimate).toBe(4);
  expect(mean.standardError).toBeLessThan(1e-14);
});

test('three people in one cluster and one in another: equal shares of the mean, not of the clusters', () => {
  const values = Float64Array.of(0, 0, 0, 4);
  expect(clusteredMean({ values, clusters: Int32Array.of(0, 0, 0, 1) }).estimate).toBe(1);
});

test('scaling and shifting the values scales the error and shifts the mean', () => {
  const scores = fc.array(fc.double({ noNaN: true, min: 1, max: 5 }), { minLength: 5, maxLength: 40 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 9 }), (values, count) => {
      const clusters = Int32Array.from(values, (_, i) => i % Math.max(2, count));
      const mean = clusteredMean({ values: Float64Array.from(values), clusters });
      const moved = clusteredMean({ values: Float64Array.from(values, (value) => 10 - 2 * value), clusters });
      expect(moved.estimate).toBeCloseTo(10 - 2 * mean.estimate, 10);
      expect(moved.standardError).toBeCloseTo(2 * mean.standardError, 10);
      expect(moved.degreesOfFreedom).toBeCloseTo(mean.degreesOfFreedom, 8);
    }),
  );
});

test('people who are alone have the same mean and error whichever way their codes are written', () => {
  const score = fc.double({ noNaN: true, min: 1, max: 5 });
  fc.assert(
    fc.property(fc.array(score, { minLength: 2, maxLength: 600 }), (list) => {
      const values = Float64Array.from(list);
      const rising = clusteredMean({ values, clusters: Int32Array.from(values, (_, i) => 3 * i) });
      const falling = clusteredMean({
        values,
        clusters: Int32Array.from(values, (_, i) => values.length - i),
      });
      expectClose(rising.estimate, falling.estimate, 1e-12);
      expect(rising.standardError).toBeCloseTo(falling.standardError, 12);
      if (falling.degreesOfFreedom > 0) expectClose(rising.degreesOfFreedom, falling.degreesOfFreedom, 1e-9);
      expectClose(rising.workingVariance, falling.workingVariance, 1e-9);
    }),
  );
  expect(() => clusteredMean({ values: Float64Array.of(1, NaN), clusters: Int32Array.of(0, 1) })).toThrow(
    RangeError,
  );
});

test('a level or a number of degrees of freedom that cannot be is refused', () => {
  expect(() => tRange(0, 1, 5, 1)).toThrow(RangeError);
  expect(() => tRange(0, 1, 0, 0.95)).toThrow(RangeError);
  expect(() => hedgesCorrection(1)).toThrow(RangeError);
  expect(() => hedgesCorrection(2.5)).toThrow(RangeError);
});
