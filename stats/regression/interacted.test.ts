import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { clusteredLeastSquares } from './clustered-least-squares.ts';
import { INTERACTED, interactedColumns } from './interacted.ts';

interface Recorded {
  readonly outcome: number[];
  readonly treated: number[];
  readonly covariates: number[][];
  readonly clusters: number[];
  readonly weights?: number[] | null;
}

function fitted({ outcome, treated, covariates, clusters, weights }: Recorded) {
  const weighted = weights ? { weights: Float64Array.from(weights) } : {};
  const columns = interactedColumns({
    treated: Uint8Array.from(treated),
    covariates: covariates.map((column) => Float64Array.from(column)),
    ...weighted,
  })!;
  const input = { outcome: Float64Array.from(outcome), columns, clusters: Int32Array.from(clusters) };
  const fit = clusteredLeastSquares({ ...input, ...weighted });
  return fit.contrast(columns.map((_, i) => (i === INTERACTED.treated ? 1 : 0)));
}

oracle<Recorded, { estimate: number; standardError: number; degreesOfFreedom: number }>(
  import.meta.url,
  'interacted',
  (input, expected) => {
    const { estimate, standardError, degreesOfFreedom } = fitted(input);
    expectClose(estimate, expected.estimate, 1e-9);
    expectClose(standardError, expected.standardError, 1e-9);
    expectClose(degreesOfFreedom, expected.degreesOfFreedom, 1e-8);
  },
);

test('where both groups follow lines, the difference is read off at the mean of the first group', () => {
  // First group y = 2 + 3x at x = 4, 6 (mean 5); second y = x at x = 1, 2, 3: 17 − 5 = 12.
  const input = {
    outcome: [14, 20, 1, 2, 3],
    treated: [1, 1, 0, 0, 0],
    covariates: [[4, 6, 1, 2, 3]],
    clusters: [0, 1, 2, 3, 4],
  };
  expectClose(fitted(input).estimate, 12, 1e-10);
});

test('moving a covariate by a constant does not matter, and the order of rows does not either', () => {
  const input = {
    outcome: [3, 1, 4, 1, 5, 9, 2, 6],
    treated: [1, 1, 1, 0, 0, 0, 0, 1],
    covariates: [[2, 7, 1, 8, 2, 8, 1, 8]],
    clusters: [0, 1, 2, 3, 4, 5, 6, 7],
  };
  const moved = {
    ...input,
    covariates: input.covariates.map((column) => column.map((value) => value + 100)),
  };
  expectClose(fitted(moved).estimate, fitted(input).estimate, 1e-9);
  const reversed = {
    outcome: input.outcome.toReversed(),
    treated: input.treated.toReversed(),
    covariates: input.covariates.map((column) => column.toReversed()),
    clusters: input.clusters,
  };
  expectClose(fitted(reversed).estimate, fitted(input).estimate, 1e-9);
});

test('without covariates there are two columns, and without a first group none', () => {
  expect(interactedColumns({ treated: Uint8Array.of(1, 0), covariates: [] })).toHaveLength(2);
  expect(interactedColumns({ treated: Uint8Array.of(0, 0), covariates: [] })).toBeUndefined();
  const weights = Float64Array.of(0, 1);
  expect(interactedColumns({ treated: Uint8Array.of(1, 0), covariates: [], weights })).toBeUndefined();
});

test('columns of another length are refused', () => {
  const treated = Uint8Array.of(1, 0);
  expect(() => interactedColumns({ treated, covariates: [Float64Array.of(1)] })).toThrow(RangeError);
  expect(() => interactedColumns({ treated, covariates: [], weights: Float64Array.of(1) })).toThrow(
    RangeError,
  );
});
