import { logisticRegression } from '#stats/regression/logistic.ts';
import { planCovariates } from '../designs/plan-covariates.ts';
import type { Prepared } from '../designs/prepared.ts';
import { beforeColumns } from '../effect/compared-outcome.ts';
import type { OutcomeValues } from '../effect/exact-figures.ts';
import { pickColumns } from '../study/pick.ts';
import { type PlannedWay, defineCalculation } from './analysis.ts';

/** One column for each ten people of the smaller side, as in the outcome model (measurement 3.1). */
const PEOPLE_PER_COLUMN = 10;

/** Answers weighted by one over the chance of having answered, from what was known before the start and the arm. */
export const answerWeights = defineCalculation({
  id: 'answer-weights',
  vary(way) {
    const { outcome, prepared, columns } = way;
    if (columns.measure.source !== 'survey') return 'from-records';
    const answered = Uint8Array.from(outcome.values, (value) => (Number.isNaN(value) ? 0 : 1));
    const silent = answered.length - answered.reduce((sum, one) => sum + one, 0);
    if (silent === 0) return 'everybody-known';
    const most = Math.floor(Math.min(silent, answered.length - silent) / PEOPLE_PER_COLUMN);
    const fit = logisticRegression({
      outcome: answered,
      columns: [Float64Array.from(prepared.treated), ...knownBefore(way, prepared, outcome).slice(0, most)],
    });
    if (fit.kind !== 'fit') return 'could-not-be-calculated';
    const weights = prepared.weights.map((weight, i) => weight * (1 + Math.exp(-fit.linearPredictor[i]!)));
    return { prepared: { ...prepared, weights }, outcome };
  },
});

/** The value before, then the covariates of the plan, for the people who are used. */
function knownBefore(
  { study, plan }: PlannedWay,
  prepared: Prepared,
  outcome: OutcomeValues,
): Float64Array[] {
  const { model } = planCovariates(prepared.population, study, plan);
  return [
    ...beforeColumns(prepared, outcome.before).map(({ values }) => values),
    ...model.map(({ values }) => pickColumns(values, prepared.positions)),
  ];
}
