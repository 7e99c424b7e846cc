import { everyPlace } from '../study/pick.ts';
import { balanceOf } from './balance.ts';
import { everybodyLinked } from './clusters.ts';
import { medianDateGapDays } from './date-gap.ts';
import { defineDesign } from './design.ts';
import { dateGate } from './gates.ts';
import { mostApartFirst } from './most-apart-first.ts';
import { planCovariates } from './plan-covariates.ts';
import { usedPeople } from './used-people.ts';

/**
 * How participants changed against how people changed who did not take part: everybody eligible, each counting once, with the plan's
 * covariates. Nobody is matched, so the groups may have differed from the start.
 */
export const beforeAfterComparison = defineDesign({
  id: 'before-after-comparison',
  grade: 'B-',
  compares: 'arms',
  verbs: 'rose-more-than',
  estimand: 'estimand.before-after-comparison',
  needs: { comparison: true, covariates: false },
  prepare(study, population, plan) {
    const positions = everyPlace(population.n);
    const weights = new Float64Array(population.n).fill(1);
    const covariates = planCovariates(population, study, plan);
    return {
      method: 'change',
      grade: 'B-',
      ...usedPeople(population, positions, weights, everybodyLinked(population, study)),
      adjusters: mostApartFirst(population, covariates.model),
      balance: balanceOf(population, covariates, weights).rows,
      gates: dateGate(medianDateGapDays(study, population)),
      overlap: null,
      draw: null,
      leftOut: [],
      notes: covariates.notes,
    };
  },
});
