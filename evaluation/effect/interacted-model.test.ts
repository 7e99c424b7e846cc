import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { interactedModel } from './interacted-model.ts';

/** Lin's regression by lm and clubSandwich in R; the inputs stand in the recorded oracle of its columns. */
const recorded = JSON.parse(
  readFileSync(new URL('../../stats/regression/interacted.oracle.json', import.meta.url), 'utf8'),
) as {
  cases: {
    name: string;
    input: {
      outcome: number[];
      treated: number[];
      covariates: number[][];
      clusters: number[];
      weights?: number[];
    };
    expected: { estimate: number; standardError: number; degreesOfFreedom: number };
  }[];
};

function crossing(treated: readonly number[], clusters: readonly number[]): boolean {
  return clusters.some((code, i) => clusters.some((other, j) => code === other && treated[i] !== treated[j]));
}

describe('the difference at the participants with slopes of each arm is the one of R', () => {
  test.each(recorded.cases)('$name', ({ input, expected }) => {
    const { outcome, treated, covariates, clusters, weights } = input;
    const figures = interactedModel({
      treated: Uint8Array.from(treated),
      weights: weights ? Float64Array.from(weights) : new Float64Array(treated.length).fill(1),
      clusters: Int32Array.from(clusters),
      covariates: covariates.map((column) => Float64Array.from(column)),
    })(Float64Array.from(outcome))!;
    expectClose(figures.difference.estimate, expected.estimate, 1e-9);
    expectClose(figures.difference.standardError, expected.standardError, 1e-9);
    expectClose(figures.difference.degreesOfFreedom, expected.degreesOfFreedom, 1e-8);
    expectClose(
      figures.participants.estimate - figures.comparison.estimate,
      figures.difference.estimate,
      1e-9,
    );
  });

  test('the cases hold clusters that cross the arms and clusters that do not', () => {
    const crossed = recorded.cases.map(({ input }) => crossing(input.treated, input.clusters));
    expect(new Set(crossed)).toEqual(new Set([true, false]));
  });
});
