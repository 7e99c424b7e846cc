import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusteredLeastSquares } from '#stats/regression/clustered-least-squares.ts';
import { logisticRegression } from '#stats/regression/logistic.ts';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { entropyBalancing } from './entropy-balancing.ts';
import { kishSize } from './kish-size.ts';
import { oddsWeights } from './odds-weights.ts';
import { overlapWeights } from './overlap-weights.ts';

interface Recorded {
  readonly outcome: number[];
  readonly columns: number[][];
  readonly treated: number[];
  readonly linearPredictor: number[];
}

interface Weighted {
  readonly weights: number[];
  readonly kish: number;
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
}

/** What a set of weights leads to, compared with what R found; each row is a cluster of its own. */
function expectWeights(weights: Float64Array, recorded: Recorded, expected: Weighted): void {
  for (const [i, weight] of expected.weights.entries()) expectClose(weights[i]!, weight, 1e-8);
  expectClose(kishSize(weights.filter((_, i) => recorded.treated[i] === 0)), expected.kish, 1e-8);
  const effect = clusteredLeastSquares({
    outcome: Float64Array.from(recorded.outcome),
    columns: [new Float64Array(weights.length).fill(1), Float64Array.from(recorded.treated)],
    clusters: Int32Array.from(recorded.treated, (_, i) => i),
    weights,
  }).contrast([0, 1]);
  expectClose(effect.estimate, expected.estimate, 1e-8);
  expectClose(effect.standardError, expected.standardError, 1e-8);
  expectClose(effect.degreesOfFreedom, expected.degreesOfFreedom, 1e-7);
}

function columnsOf(columns: number[][]): Float64Array[] {
  return columns.map((column) => Float64Array.from(column));
}

function balancedWeights(columns: number[][], treated: number[]): Float64Array {
  const result = entropyBalancing({ columns: columnsOf(columns), treated: Uint8Array.from(treated) });
  if (result.kind !== 'weights') throw new Error(result.kind);
  return result.weights;
}

oracle<Recorded, { odds: Weighted; overlap: Weighted; balanced: Weighted }>(
  import.meta.url,
  'weights',
  (recorded, expected) => {
    const treated = Uint8Array.from(recorded.treated);
    const fit = logisticRegression({ columns: columnsOf(recorded.columns), outcome: treated });
    if (fit.kind !== 'fit') throw new Error(fit.reason);
    expectWeights(oddsWeights(fit.linearPredictor, treated), recorded, expected.odds);
    expectWeights(overlapWeights(fit.linearPredictor, treated), recorded, expected.overlap);
    expectWeights(balancedWeights(recorded.columns, recorded.treated), recorded, expected.balanced);
  },
);

test('balancing one column of 0 and 1 gives the two shares, by hand', () => {
  // Participants: 3 of 4 have it. Comparison: 1 of 5. The one gets 3, the four share 1.
  const treated = [1, 1, 1, 1, 0, 0, 0, 0, 0];
  const weights = balancedWeights([[1, 1, 1, 0, 1, 0, 0, 0, 0]], treated);
  for (const [i, expected] of [1, 1, 1, 1, 3, 0.25, 0.25, 0.25, 0.25].entries()) {
    expectClose(weights[i]!, expected, 1e-11);
  }
});

test('participants beyond all comparison people are told apart from overlap', () => {
  const treated = Uint8Array.of(1, 1, 0, 0, 0);
  expect(entropyBalancing({ columns: [Float64Array.of(5, 6, 1, 2, 4)], treated })).toEqual({
    kind: 'no-overlap',
  });
  // Nobody among the comparison people has what some participants have.
  expect(entropyBalancing({ columns: [Float64Array.of(1, 0, 0, 0, 0)], treated })).toEqual({
    kind: 'no-overlap',
  });
  // Each column alone can be balanced, both together cannot.
  const corners = [Float64Array.of(0.9, 0.9, 0, 1, 0), Float64Array.of(0.9, 0.9, 0, 0, 1)];
  expect(entropyBalancing({ columns: corners, treated })).toEqual({ kind: 'no-overlap' });
});

test('without participants or without comparison people there is no overlap', () => {
  expect(entropyBalancing({ columns: [Float64Array.of(1)], treated: Uint8Array.of(1) }).kind).toBe(
    'no-overlap',
  );
  expect(entropyBalancing({ columns: [Float64Array.of(1)], treated: Uint8Array.of(0) }).kind).toBe(
    'no-overlap',
  );
  expect(entropyBalancing({ columns: [], treated: new Uint8Array(0) }).kind).toBe('no-overlap');
});

test('repeated and constant columns do not matter', () => {
  const treated = [1, 1, 0, 0, 0, 0];
  const column = [3, 4, 1, 2, 5, 6];
  const alone = balancedWeights([column], treated);
  const repeated = balancedWeights([column, column.map(() => 7), column.map((x) => 1 - 2 * x)], treated);
  for (const [i, weight] of alone.entries()) expectClose(repeated[i]!, weight, 1e-10);
});

const anyStudy = fc
  .array(
    fc.record({ x: fc.integer({ min: -9, max: 9 }), z: fc.nat({ max: 1 }), treated: fc.nat({ max: 1 }) }),
    {
      minLength: 10,
      maxLength: 70,
    },
  )
  // Comparison people at the corners, so that there is overlap.
  .map((rows) => [
    ...rows,
    ...[-10, 10].flatMap((x) => [0, 1].map((z) => ({ x, z, treated: 0 }))),
    { x: 0, z: 0, treated: 1 },
    { x: 1, z: 1, treated: 1 },
  ]);

test('the weighted means are met, weights are positive and sum to the number of participants', () => {
  fc.assert(
    fc.property(anyStudy, (rows) => {
      const treated = rows.map((row) => row.treated);
      const weights = balancedWeights([rows.map((row) => row.x), rows.map((row) => row.z)], treated);
      const sum = (of: (row: (typeof rows)[number], i: number) => number, group: number) =>
        rows.reduce((total, row, i) => total + (row.treated === group ? weights[i]! * of(row, i) : 0), 0);
      expect(weights.every((weight) => weight > 0)).toBe(true);
      const participants = treated.filter((value) => value === 1).length;
      expectClose(
        sum(() => 1, 0),
        participants,
        1e-11,
      );
      expect(Math.abs(sum((row) => row.x, 0) - sum((row) => row.x, 1))).toBeLessThan(1e-9 * participants);
      expect(Math.abs(sum((row) => row.z, 0) - sum((row) => row.z, 1))).toBeLessThan(1e-9 * participants);
    }),
  );
});

test('neither the order of the rows nor the unit of a column changes the weights', () => {
  fc.assert(
    fc.property(anyStudy, (rows) => {
      const treated = rows.map((row) => row.treated);
      const weights = balancedWeights([rows.map((row) => row.x), rows.map((row) => row.z)], treated);
      const turned = rows.toReversed();
      const others = balancedWeights(
        [turned.map((row) => row.z), turned.map((row) => 5000 - 250 * row.x)],
        turned.map((row) => row.treated),
      ).toReversed();
      for (const [i, weight] of weights.entries()) expectClose(others[i]!, weight, 1e-8);
    }),
  );
});

test("Kish's size is the count for equal weights, 1 for one person, 0 for nobody, and knows no unit", () => {
  expect(kishSize(new Float64Array(7).fill(0.2))).toBe(7);
  expect(kishSize([0, 5, 0])).toBe(1);
  expect(kishSize([])).toBe(0);
  expect(kishSize([0, 0])).toBe(0);
  // (1 + 1 + 2)² ÷ (1 + 1 + 4)
  expectClose(kishSize([1e-200, 1e-200, 2e-200]), 16 / 6, 1e-14);
  expect(() => kishSize([1, -1])).toThrow('weights[1]');
});

test('odds and overlap weights of even odds are 1 and a half; enormous odds do not overflow the overlap', () => {
  const treated = Uint8Array.of(1, 0, 1, 0);
  const predictor = Float64Array.of(0, 0, 800, 800);
  expect(oddsWeights(predictor.subarray(0, 2), treated.subarray(0, 2))).toEqual(Float64Array.of(1, 1));
  expect(overlapWeights(predictor, treated)).toEqual(Float64Array.of(0.5, 0.5, 0, 1));
  expect(() => oddsWeights(predictor, treated.subarray(1))).toThrow(RangeError);
  expect(() => overlapWeights(predictor, treated.subarray(1))).toThrow(RangeError);
});

test('columns that cannot be balanced as given are refused in words', () => {
  const treated = Uint8Array.of(1, 0);
  expect(() => entropyBalancing({ columns: [Float64Array.of(1)], treated })).toThrow('columns[0]');
  expect(() => entropyBalancing({ columns: [Float64Array.of(1, Number.NaN)], treated })).toThrow(
    'columns[0][1]',
  );
});

test('what all participants have and some comparison people lack leaves those next to nothing', () => {
  const weights = balancedWeights([[1, 1, 1, 1, 0, 0]], [1, 1, 0, 0, 0, 0]);
  for (const [i, expected] of [1, 1, 1, 1, 0, 0].entries()) {
    expect(Math.abs(weights[i]! - expected)).toBeLessThan(1e-10);
  }
});
