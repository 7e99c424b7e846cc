import { logisticRegression } from '#stats/regression/logistic.ts';
import type { Note } from '../finding.ts';
import type { Plan } from '../plan/plan.ts';
import { oncePer } from '../study/once-per.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { planCovariates } from './plan-covariates.ts';

/** How inclined each person was to take part, as far as the plan's covariates tell. */
export interface Propensity {
  /** Linear predictor of the logistic model, per position. */
  readonly score: Float64Array;
  /** Its standard deviation over all eligible people (n − 1). */
  readonly spread: number;
  readonly notes: readonly Note[];
}

/** The propensity of a population under a plan; fitted once, whatever is made of it. */
export const propensityOf = oncePer((population: Population, study: Study, plan: Plan): Propensity => {
  const fit = logisticRegression({
    columns: planCovariates(population, study, plan).model.map((column) => column.values),
    outcome: population.treated,
  });
  const notes: Note[] = [];
  if (fit.kind !== 'fit') notes.push({ key: 'propensity-missing', values: {} });
  else if (fit.method === 'firth') notes.push({ key: 'firth', values: {} });
  const score = fit.kind === 'fit' ? fit.linearPredictor : new Float64Array(population.n);
  return { score, spread: standardDeviation(score), notes };
});

/** Standard deviation with n − 1; 0 of fewer than two values. */
function standardDeviation(values: Float64Array): number {
  const n = values.length;
  if (n < 2) return 0;
  let mean = 0;
  for (const value of values) mean += value / n;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / (n - 1));
}
