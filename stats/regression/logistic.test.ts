import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { logisticRegression } from './logistic.ts';

interface Recorded {
  readonly outcome: number[];
  readonly columns: number[][];
  readonly weights: number[] | null;
}

interface Answer {
  readonly intercept: number;
  readonly coefficients: number[];
  readonly linearPredictor: number[];
  readonly dropped: number[];
  readonly method: string;
}

function fitOf({ outcome, columns, weights }: Recorded) {
  const fit = logisticRegression({
    outcome: Uint8Array.from(outcome),
    columns: columns.map((column) => Float64Array.from(column, Number)),
    ...(weights && { weights: Float64Array.from(weights) }),
  });
  if (fit.kind !== 'fit') throw new Error(fit.reason);
  return fit;
}

oracle<Recorded, Answer>(import.meta.url, 'logistic', (input, expected) => {
  const fit = fitOf(input);
  expect(fit.method).toBe(expected.method);
  expect(fit.dropped).toEqual(expected.dropped);
  expectClose(fit.intercept, expected.intercept, 1e-8);
  for (const [j, coefficient] of expected.coefficients.entries()) {
    expectClose(fit.coefficients[j]!, coefficient, 1e-8);
  }
  for (const [i, predictor] of expected.linearPredictor.entries()) {
    expect(Math.abs(fit.linearPredictor[i]! - predictor)).toBeLessThan(1e-8);
  }
});

test('one column of 0 and 1 gives the logarithms of the odds of the two groups, by hand', () => {
  // 3 of 12 where the column is 0, 2 of 3 where it is 1.
  const columns = [[...Array.from({ length: 12 }, () => 0), 1, 1, 1]];
  const outcome = [1, 1, 1, ...Array.from({ length: 9 }, () => 0), 1, 1, 0];
  const fit = fitOf({ outcome, columns, weights: null });
  expectClose(fit.intercept, Math.log(3 / 9), 1e-12);
  expectClose(fit.coefficients[0]!, Math.log(2) - Math.log(3 / 9), 1e-12);
});

test('without both outcomes, or without rows, there is no fit and the reason is named', () => {
  const columns = [Float64Array.of(1, 2)];
  expect(logisticRegression({ columns, outcome: Uint8Array.of(1, 1) })).toEqual({
    kind: 'missing',
    reason: 'one-outcome',
  });
  const weights = Float64Array.of(1, 0);
  expect(logisticRegression({ columns, outcome: Uint8Array.of(1, 0), weights })).toMatchObject({
    reason: 'one-outcome',
  });
  expect(logisticRegression({ columns: [], outcome: new Uint8Array(0) })).toMatchObject({
    reason: 'no-rows',
  });
});

const anyRows = fc
  .array(
    fc.record({
      x: fc.integer({ min: -9, max: 9 }),
      z: fc.integer({ min: 0, max: 3 }),
      y: fc.nat({ max: 1 }),
    }),
    {
      minLength: 20,
      maxLength: 80,
    },
  )
  .map((rows) => [...rows, { x: 1, z: 0, y: 0 }, { x: 1, z: 0, y: 1 }]);

type Row = { x: number; z: number; y: number };

function recorded(rows: readonly Row[], weights: number[] | null = null): Recorded {
  return {
    outcome: rows.map((row) => row.y),
    columns: [rows.map((row) => row.x), rows.map((row) => row.z)],
    weights,
  };
}

function expectSame(
  actual: ReturnType<typeof fitOf>,
  intercept: number,
  coefficients: ArrayLike<number>,
): void {
  expect(actual.intercept).toBeCloseTo(intercept, 7);
  for (let j = 0; j < coefficients.length; j++)
    expect(actual.coefficients[j]).toBeCloseTo(coefficients[j]!, 7);
}

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const fit = fitOf(recorded(rows));
      expectSame(fitOf(recorded(rows.toReversed())), fit.intercept, fit.coefficients);
    }),
  );
});

test('swapping the outcomes flips every sign', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const fit = fitOf(recorded(rows));
      const swapped = fitOf(recorded(rows.map((row) => ({ ...row, y: 1 - row.y }))));
      expectSame(
        swapped,
        -fit.intercept,
        fit.coefficients.map((value) => -value),
      );
    }),
  );
});

test('a column in other units gives a coefficient per that unit and the same linear predictors', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const fit = fitOf(recorded(rows));
      const scaled = fitOf(recorded(rows.map((row) => ({ ...row, x: 1000 * row.x + 7 }))));
      expect(1000 * scaled.coefficients[0]!).toBeCloseTo(fit.coefficients[0]!, 7);
      for (const [i, value] of fit.linearPredictor.entries())
        expect(scaled.linearPredictor[i]).toBeCloseTo(value, 7);
    }),
  );
});

test('a weight of 2 equals two copies', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const weights = rows.map((_, i) => 1 + (i % 3));
      const copies = rows.flatMap((row, i) => Array.from({ length: weights[i]! }, () => row));
      const fit = fitOf(recorded(copies));
      // Firth counts the rows' shares in the information, which copies share out: compare likelihoods only.
      fc.pre(fit.method === 'maximum-likelihood');
      expectSame(fitOf(recorded(rows, weights)), fit.intercept, fit.coefficients);
    }),
  );
});

test('the mean of the chances is the share of the outcome', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const fit = fitOf(recorded(rows));
      fc.pre(fit.method === 'maximum-likelihood');
      const chances = fit.linearPredictor.reduce((sum, value) => sum + 1 / (1 + Math.exp(-value)), 0);
      expect(chances).toBeCloseTo(rows.filter((row) => row.y === 1).length, 7);
    }),
  );
});

test('input that cannot be fitted is refused in words', () => {
  const outcome = Uint8Array.of(0, 1);
  expect(() => logisticRegression({ columns: [Float64Array.of(1)], outcome })).toThrow('2 rows');
  expect(() => logisticRegression({ columns: [Float64Array.of(1, Infinity)], outcome })).toThrow(
    'columns[0][1]',
  );
  expect(() => logisticRegression({ columns: [], outcome: Uint8Array.of(0, 2) })).toThrow('outcome[1]');
  expect(() => logisticRegression({ columns: [], outcome, weights: Float64Array.of(1, -1) })).toThrow(
    'weights[1]',
  );
});
