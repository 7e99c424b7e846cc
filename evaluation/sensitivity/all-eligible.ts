import { everybodyLinked } from '../designs/clusters.ts';
import { mostApartFirst } from '../designs/most-apart-first.ts';
import { planCovariates } from '../designs/plan-covariates.ts';
import type { Prepared } from '../designs/prepared.ts';
import { usedPeople } from '../designs/used-people.ts';
import { interactedModel } from '../effect/interacted-model.ts';
import type { Plan } from '../plan/plan.ts';
import { everyPlace } from '../study/pick.ts';
import { oncePer } from '../study/once-per.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { defineCalculation } from './analysis.ts';

/** Nobody matched or weighted: a regression on all eligible people, with slopes of each arm (Lin 2013). */
export const allEligible = defineCalculation({
  id: 'all-eligible',
  vary({ study, population, plan, prepared, outcome, everybody }) {
    if (prepared.method === 'lottery')
      return { prepared: equal(prepared), outcome, modelOf: interactedModel };
    if (!everybody) return 'could-not-be-calculated';
    return {
      prepared: everybodyEqual(population, study, plan),
      outcome: everybody,
      modelOf: interactedModel,
    };
  },
});

/** Everybody who is compared, each counting once. */
const equal = oncePer((prepared: Prepared): Prepared => ({
  ...prepared,
  weights: new Float64Array(prepared.weights.length).fill(1),
}));

/** Everybody eligible, each counting once, with every covariate of the plan. */
const everybodyEqual = oncePer((population: Population, study: Study, plan: Plan): Prepared => {
  const positions = everyPlace(population.n);
  const weights = new Float64Array(population.n).fill(1);
  return {
    method: 'weighted',
    grade: 'B',
    ...usedPeople(population, positions, weights, everybodyLinked(population, study)),
    adjusters: mostApartFirst(population, planCovariates(population, study, plan).model),
    balance: [],
    gates: [],
    overlap: null,
    draw: null,
    leftOut: [],
    notes: [],
  };
});
