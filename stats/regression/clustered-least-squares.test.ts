import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { clusteredDesign, clusteredLeastSquares } from './clustered-least-squares.ts';

interface Recorded {
  readonly outcome: number[];
  readonly columns: number[][];
  readonly clusters: number[];
  readonly weights: number[] | null;
}

interface Answer {
  readonly dropped: number[];
  readonly kept: number[];
  readonly estimate: number[];
  readonly standardError: number[];
  readonly degreesOfFreedom: number[];
}

function fitOf({ outcome, columns, clusters, weights }: Recorded) {
  return clusteredLeastSquares({
    outcome: Float64Array.from(outcome),
    columns: columns.map((column) => Float64Array.from(column)),
    clusters: Int32Array.from(clusters),
    ...(weights && { weights: Float64Array.from(weights) }),
  });
}

function unit(length: number, position: number): Float64Array {
  return new Float64Array(length).fill(1, position, position + 1);
}

oracle<Recorded, Answer>(import.meta.url, 'clustered-least-squares', (input, expected) => {
  const fit = fitOf(input);
  expect(fit.dropped).toEqual(expected.dropped);
  for (const [i, column] of expected.kept.entries()) {
    const contrast = fit.contrast(unit(input.columns.length, column));
    expectClose(contrast.estimate, expected.estimate[i]!, 1e-10);
    expectClose(fit.coefficients[column]!, expected.estimate[i]!, 1e-10);
    expectClose(contrast.standardError, expected.standardError[i]!, 1e-9);
    expectClose(contrast.degreesOfFreedom, expected.degreesOfFreedom[i]!, 1e-8);
  }
});

/** Any data set of two arms with a covariate, clusters of mixed sizes and weights of some size. */
const anyData = fc
  .array(
    fc.record({
      y: fc.integer({ min: -50, max: 50 }),
      x: fc.integer({ min: -9, max: 9 }),
      weight: fc.integer({ min: 1, max: 6 }),
      cluster: fc.integer({ min: 0, max: 12 }),
    }),
    { minLength: 12, maxLength: 60 },
  )
  .map((rows) => rows.map((row, i) => ({ ...row, treated: i % 3 === 0 ? 1 : 0 })));

type Row = { y: number; x: number; weight: number; cluster: number; treated: number };

function effectOf(rows: readonly Row[]) {
  return fitOf({
    outcome: rows.map((row) => row.y),
    columns: [rows.map(() => 1), rows.map((row) => row.treated), rows.map((row) => row.x)],
    clusters: rows.map((row) => row.cluster),
    weights: rows.map((row) => row.weight),
  }).contrast([0, 1, 0]);
}

function expectSame(actual: ReturnType<typeof effectOf>, expected: ReturnType<typeof effectOf>): void {
  expect(actual.estimate).toBeCloseTo(expected.estimate, 8);
  expect(actual.standardError).toBeCloseTo(expected.standardError, 8);
  expect(actual.degreesOfFreedom).toBeCloseTo(expected.degreesOfFreedom, 5);
}

test('neither the order of the rows nor the numbering of the clusters matters', () => {
  fc.assert(
    fc.property(anyData, (rows) => {
      const renumbered = rows.toReversed().map((row) => ({ ...row, cluster: 40 - 3 * row.cluster }));
      expectSame(effectOf(renumbered), effectOf(rows));
    }),
  );
});

test('swapping the arms flips the sign and nothing else', () => {
  fc.assert(
    fc.property(anyData, (rows) => {
      const effect = effectOf(rows);
      const swapped = effectOf(rows.map((row) => ({ ...row, treated: 1 - row.treated })));
      expectSame(swapped, { ...effect, estimate: -effect.estimate });
    }),
  );
});

test('an outcome in other units gives an effect and an error in those units', () => {
  fc.assert(
    fc.property(anyData, (rows) => {
      const effect = effectOf(rows);
      const scaled = effectOf(rows.map((row) => ({ ...row, y: 3 - 2 * row.y })));
      expectSame(scaled, {
        ...effect,
        estimate: -2 * effect.estimate,
        standardError: 2 * effect.standardError,
      });
    }),
  );
});

test('outcomes that share a design are each fitted as they are alone', () => {
  fc.assert(
    fc.property(anyData, (rows) => {
      const columns = [rows.map(() => 1), rows.map((row) => row.treated), rows.map((row) => row.x)].map(
        (one) => Float64Array.from(one),
      );
      const clusters = Int32Array.from(rows, (row) => row.cluster);
      const weights = Float64Array.from(rows, (row) => row.weight);
      const shared = clusteredDesign({ columns, weights, clusters });
      for (const outcome of [rows.map((row) => row.y), rows.map((row) => row.y * row.x - row.weight)]) {
        const alone = clusteredLeastSquares({
          outcome: Float64Array.from(outcome),
          columns,
          weights,
          clusters,
        });
        expect(shared.fit(Float64Array.from(outcome)).contrast([0, 1, 0])).toEqual(alone.contrast([0, 1, 0]));
      }
    }),
  );
});

test('where clusters do not cross groups that share no column, variances add up and degrees of freedom follow from their parts', () => {
  fc.assert(
    fc.property(anyData, (rows) => {
      const parted = rows.map((row) => ({ ...row, cluster: 2 * row.cluster + row.treated }));
      const group = (treated: number) => parted.filter((row) => row.treated === treated);
      const inside = (treated: number, value: (row: Row) => number) =>
        parted.map((row) => (row.treated === treated ? value(row) : 0));
      const joint = fitOf({
        outcome: parted.map((row) => row.y),
        columns: [1, 0].flatMap((treated) => [inside(treated, () => 1), inside(treated, (row) => row.x)]),
        clusters: parted.map((row) => row.cluster),
        weights: null,
      });
      const [first, second] = [1, 0].map((treated) => {
        const own = group(treated);
        const fit = fitOf({
          outcome: own.map((row) => row.y),
          columns: [own.map(() => 1), own.map((row) => row.x)],
          clusters: own.map((row) => row.cluster),
          weights: null,
        });
        return fit.dropped.length > 0 ? undefined : fit.contrast([1, 0]);
      });
      if (joint.dropped.length > 0 || !first?.workingVariance || !second?.workingVariance) return;
      const whole = joint.contrast([1, 0, -1, 0]);
      const [a, b] = [first.workingVariance, second.workingVariance];
      const parts = a ** 2 / first.degreesOfFreedom + b ** 2 / second.degreesOfFreedom;
      expect(whole.estimate).toBeCloseTo(first.estimate - second.estimate, 8);
      expect(whole.standardError).toBeCloseTo(Math.hypot(first.standardError, second.standardError), 8);
      expect(whole.degreesOfFreedom).toBeCloseTo((a + b) ** 2 / parts, 5);
    }),
  );
});

test('weights in other units change nothing', () => {
  fc.assert(
    fc.property(anyData, (rows) => {
      expectSame(effectOf(rows.map((row) => ({ ...row, weight: row.weight * 1000 }))), effectOf(rows));
    }),
  );
});

test('a weight of 2 estimates the same as two copies', () => {
  fc.assert(
    fc.property(anyData, (rows) => {
      const copies = rows.flatMap((row) => Array.from({ length: row.weight }, () => ({ ...row, weight: 1 })));
      expect(effectOf(copies).estimate).toBeCloseTo(effectOf(rows).estimate, 8);
    }),
  );
});

test('a row of weight 0 is not there', () => {
  const rows = {
    outcome: [1, 4, 2, 9],
    columns: [[1, 1, 1, 1]],
    clusters: [0, 0, 1, 2],
    weights: [1, 2, 1, 3],
  };
  const more = {
    outcome: [1, 100, 4, 2, 9],
    columns: [[1, 1, 1, 1, 1]],
    clusters: [0, 0, 0, 1, 2],
    weights: [1, 0, 2, 1, 3],
  };
  expect(fitOf(more).n).toBe(4);
  expect(fitOf(more).contrast([1])).toEqual(fitOf(rows).contrast([1]));
});

test('two groups of unlike size and no clusters: the error is that of unequal variances, by hand', () => {
  // 2 and 4: mean 3, s² = 2. 1, 1, 1, 5: mean 2, s² = 4. 3 − 2 = 1; √(2 ÷ 2 + 4 ÷ 4) = √2; ν of Bell and McCaffrey:
  // (1/2 + 1/4)² ÷ ((1/2)² ÷ 1 + (1/4)² ÷ 3) = 0.5625 ÷ 0.2708333…
  const effect = fitOf({
    outcome: [2, 1, 1, 4, 1, 5],
    columns: [
      [1, 1, 1, 1, 1, 1],
      [1, 0, 0, 1, 0, 0],
    ],
    clusters: [0, 1, 2, 3, 4, 5],
    weights: null,
  }).contrast([0, 1]);
  expectClose(effect.estimate, 1, 1e-14);
  expectClose(effect.standardError, Math.SQRT2, 1e-14);
  expectClose(effect.degreesOfFreedom, 0.5625 / (0.25 + 0.0625 / 3), 1e-12);
});

test('a row that decides a coefficient alone leaves no error for it', () => {
  const effect = fitOf({
    outcome: [5, 1, 2, 3],
    columns: [
      [1, 1, 1, 1],
      [1, 0, 0, 0],
    ],
    clusters: [0, 1, 2, 3],
    weights: null,
  });
  expectClose(effect.contrast([0, 1]).estimate, 3, 1e-14);
  // Only the three others speak: s² = 1, so 1 ÷ 3 of it, and 2 degrees of freedom.
  expectClose(effect.contrast([0, 1]).standardError, Math.sqrt(1 / 3), 1e-12);
  expectClose(effect.contrast([0, 1]).degreesOfFreedom, 2, 1e-10);
  expect(effect.contrast([1, 1])).toMatchObject({ standardError: 0, degreesOfFreedom: 0 });
});

test('zero and repeated columns are dropped, named by number, and may not be asked for', () => {
  const fit = fitOf({
    outcome: [1, 2, 4, 3],
    columns: [
      [1, 1, 1, 1],
      [0, 0, 0, 0],
      [0, 1, 0, 1],
      [2, 1, 2, 1],
    ],
    clusters: [0, 1, 2, 3],
    weights: null,
  });
  expect(fit.dropped).toEqual([1, 3]);
  expect(fit.coefficients[1]).toBe(0);
  expect(() => fit.contrast([0, 0, 0, 1])).toThrow('column 3 was dropped');
  expect(() => fit.contrast([1, 0])).toThrow(RangeError);
});

test('input that cannot be fitted is refused in words', () => {
  const columns = [[1, 1]];
  expect(() => fitOf({ outcome: [], columns: [[]], clusters: [], weights: null })).toThrow(RangeError);
  expect(() => fitOf({ outcome: [1, Number.NaN], columns, clusters: [0, 1], weights: null })).toThrow(
    'outcome[1]',
  );
  expect(() => fitOf({ outcome: [1, 2], columns, clusters: [0, 1], weights: [1, -1] })).toThrow('weights[1]');
  expect(() => fitOf({ outcome: [1, 2, 3], columns, clusters: [0, 1, 2], weights: null })).toThrow('3 rows');
  expect(() => fitOf({ outcome: [1, 2], columns, clusters: [0, -1], weights: null })).toThrow(RangeError);
});

test('five hundred rows in one cluster beside others are handled without a matrix of their size', () => {
  // Every cluster holds the same 500 rows shifted by its own constant, so the cluster means decide: k = 4, df 3.
  const pattern = Array.from({ length: 500 }, (_, i) => (i % 7) - 3);
  const shifts = [0, 1, 2, 5];
  const outcome = shifts.flatMap((shift) => pattern.map((value) => value + shift));
  const centre = pattern.reduce((sum, value) => sum + value, 0) / 500;
  const mean = fitOf({
    outcome,
    columns: [outcome.map(() => 1)],
    clusters: outcome.map((_, i) => Math.floor(i / 500)),
    weights: null,
  }).contrast([1]);
  expectClose(mean.estimate, 2 + centre, 1e-12);
  expectClose(mean.standardError, Math.sqrt(14 / 3 / 4), 1e-12);
  expectClose(mean.degreesOfFreedom, 3, 1e-10);
});
