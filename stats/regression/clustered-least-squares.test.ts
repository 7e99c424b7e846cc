import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { clusteredLeastSquares } from './clustered-least-squares.ts';

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
