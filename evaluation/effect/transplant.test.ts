import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aalenJohansen } from '#stats/survival/aalen-johansen.ts';
import { modelFigures } from './model.ts';
import { shareDifferenceRange } from './ranges.ts';

/** R's `transplant` (survival), 90 days, cause transplant, women against men; the inputs stand in the recorded oracle of the method. */
const recorded = JSON.parse(
  readFileSync(new URL('../../stats/survival/survival.oracle.json', import.meta.url), 'utf8'),
) as {
  cases: { name: string; input: { time: number[]; event: number[]; horizon: number } }[];
};

function pseudoValues(name: string): Float64Array {
  const { input } = recorded.cases.find((one) => one.name === name)!;
  const incidence = aalenJohansen({
    time: Int32Array.from(input.time),
    event: Uint8Array.from(input.event),
    horizon: input.horizon,
  });
  if (incidence.kind !== 'incidence') throw new Error('followed too short');
  return incidence.pseudoValues;
}

test('the one estimator on pseudo-values gives the difference of two cumulative incidences with its range, as R does', () => {
  const women = pseudoValues('transplant, women, 90 days');
  const men = pseudoValues('transplant, men, 90 days');
  const n = women.length + men.length;
  const figures = modelFigures({
    outcome: Float64Array.of(...women, ...men),
    treated: new Uint8Array(n).fill(1, 0, women.length),
    weights: new Float64Array(n).fill(1),
    clusters: new Int32Array(n).map((_, i) => i),
    covariates: [],
  })!;
  expect(figures.participants.estimate).toBeCloseTo(0.31880108992, 10);
  expect(figures.comparison.estimate).toBeCloseTo(0.31701399234, 10);
  expect(figures.difference.estimate).toBeCloseTo(0.0017870975736, 11);
  const { range, symmetric } = shareDifferenceRange(figures, [women.length, men.length], 0.95);
  expect(symmetric).toBe(false);
  expect(range![0]).toBeCloseTo(-0.0623273547812, 8);
  expect(range![1]).toBeCloseTo(0.0665546660296, 8);
});
