import { entropyBalancing } from '#stats/weighting/entropy-balancing.ts';
import { kishSize } from '#stats/weighting/kish-size.ts';
import type { Plan } from '../plan/plan.ts';
import { everyPlace } from '../study/pick.ts';
import { oncePer } from '../study/once-per.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { balanceOf } from './balance.ts';
import { everybodyLinked, linkedPeople } from './clusters.ts';
import { medianDateGapDays } from './date-gap.ts';
import { balanceGate, dateGate, weightGate } from './gates.ts';
import { largestShare, usedComparisonWeights, worstCharacteristic } from './weight-summary.ts';
import { planCovariates } from './plan-covariates.ts';
import type { Prepared } from './prepared.ts';
import { propensityOf } from './propensity.ts';
import { usedPeople } from './used-people.ts';

/** The weighted comparison; also the fallback of a matched one that failed, and another way to calculate it. */
export const preparedByWeights = oncePer((population: Population, study: Study, plan: Plan): Prepared => {
  const covariates = planCovariates(population, study, plan);
  const balancing = entropyBalancing({
    columns: covariates.model.map((column) => column.values),
    treated: population.treated,
  });
  if (balancing.kind === 'weights') return weightedPeople(study, population, plan, balancing.weights);
  const alike = weightedPeople(study, population, plan, new Float64Array(population.n).fill(1));
  return {
    ...alike,
    gates: [
      ...alike.gates.filter(({ id }) => id !== 'F3' && id !== 'F10'),
      { id: 'F3', effect: 'words-only', values: { kish: 0, largestWeightShare: 0 } },
      ...alike.gates.filter(({ id }) => id === 'F10'),
    ],
    notes: [...alike.notes, { key: 'no-overlap', values: {} }],
  };
});

/** Everybody of a population with a weight above 0, as a comparison. */
export function weightedPeople(
  study: Study,
  population: Population,
  plan: Plan,
  weights: Float64Array,
): Prepared {
  const covariates = planCovariates(population, study, plan);
  const positions = everyPlace(population.n).filter((i) => weights[i]! > 0);
  const balance = balanceOf(population, covariates, weights);
  const comparisonWeights = usedComparisonWeights(population, positions, weights);
  const kish = comparisonWeights.length === 0 ? 0 : kishSize(comparisonWeights);
  const largestWeightShare = largestShare(comparisonWeights);
  const clusters =
    positions.length === population.n
      ? everybodyLinked(population, study)
      : linkedPeople(study, population, positions);
  return {
    method: 'weighted',
    grade: 'B',
    ...usedPeople(population, positions, weights, clusters),
    adjusters: balance.adjusters,
    balance: balance.rows,
    gates: [
      ...balanceGate(balance.largestAfter, worstCharacteristic(balance.rows)),
      ...weightGate(kish, largestWeightShare),
      ...dateGate(medianDateGapDays(study, population)),
    ],
    overlap: {
      method: 'weighted',
      participantsEligible: population.participants,
      participantsUsed: population.participants,
      comparisonUsed: comparisonWeights.length,
      kish,
      largestWeightShare,
      fellBackFrom: null,
      caliperDistance: null,
    },
    draw: null,
    inclination: () => propensityOf(population, study, plan).score,
    leftOut: [],
    notes: covariates.notes,
  };
}
