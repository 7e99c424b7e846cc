import { plannedMatching, preparedByMatching } from '../designs/by-matching.ts';
import { preparedByWeights } from '../designs/by-weights.ts';
import { planCovariates } from '../designs/plan-covariates.ts';
import type { Prepared } from '../designs/prepared.ts';
import { outcomeAt } from '../effect/outcome-values.ts';
import type { Plan } from '../plan/plan.ts';
import { oncePer } from '../study/once-per.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { type PlannedWay, type OtherWay, defineCalculation } from './analysis.ts';
import { alikeEnough } from './alike-enough.ts';
import type { NotApplied } from './sensitivity.ts';

/** The other method: weights instead of matching or of a regression, matching instead of weights; of a draw the strata alone, without weights. */
export const otherMethod = defineCalculation({
  id: 'other-method',
  vary(way) {
    const { study, population, plan, prepared } = way;
    if (prepared.method === 'lottery') return { prepared: strataOnly(prepared), outcome: withoutBefore(way) };
    if (prepared.method === 'change' && planCovariates(population, study, plan).model.length === 0)
      return 'not-in-this-design';
    if (prepared.method !== 'weighted') return compared(way, preparedByWeights(population, study, plan));
    return compared(way, matchedInstead(population, study, plan));
  },
});

const matchedInstead = oncePer((population: Population, study: Study, plan: Plan): Prepared =>
  preparedByMatching(study, population, plan, plannedMatching(plan)),
);

const strataOnly = oncePer((prepared: Prepared): Prepared => ({
  ...prepared,
  weights: new Float64Array(prepared.weights.length).fill(1),
  adjusters: prepared.adjusters.filter(({ source }) => source === 'stratum'),
}));

function withoutBefore({ outcome }: PlannedWay) {
  return { ...outcome, before: undefined };
}

function compared({ columns, everybody, population }: PlannedWay, prepared: Prepared): OtherWay | NotApplied {
  if (!alikeEnough(prepared)) return 'not-alike';
  const outcome =
    everybody && prepared.positions.length === population.n
      ? everybody
      : outcomeAt(columns, prepared.positions);
  return 'reason' in outcome ? 'could-not-be-calculated' : { prepared, outcome };
}
