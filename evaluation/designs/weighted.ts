import { entropyBalancing } from '#stats/weighting/entropy-balancing.ts';
import { kishSize } from '#stats/weighting/kish-size.ts';
import type { Gate } from '../finding.ts';
import type { Plan } from '../plan/plan.ts';
import { covariateColumns } from '../study/covariate-columns.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { balanceOf } from './balance.ts';
import { linkedPeople } from './clusters.ts';
import { medianDateGapDays } from './date-gap.ts';
import { defineDesign } from './design.ts';
import { balanceGate, dateGate, weightGate } from './gates.ts';
import { largestShare, usedComparisonWeights, worstCharacteristic } from './weight-summary.ts';
import type { Prepared } from './prepared.ts';
import { usedPeople } from './used-people.ts';

/** All participants against comparison people weighted so that the groups' means agree exactly (entropy balancing). */
export const weighted = defineDesign({
  id: 'weighted',
  grade: 'B',
  compares: 'arms',
  verbs: 'ended-than-similar',
  estimand: 'estimand.weighted',
  needs: { comparison: true, covariates: true },
  prepare(study, population, plan) {
    return preparedByWeights(study, population, plan);
  },
});

/** The weighted comparison; also the fallback of a matched one that failed. */
export function preparedByWeights(study: Study, population: Population, plan: Plan): Prepared {
  const covariates = covariateColumns(study, population, plan.covariates ?? []);
  const balancing = entropyBalancing({
    columns: covariates.model.map((column) => column.values),
    treated: population.treated,
  });
  const noOverlap: Gate[] =
    balancing.kind === 'weights'
      ? []
      : [{ id: 'F3', effect: 'words-only', values: { kish: 0, largestWeightShare: 0 } }];
  const weights = balancing.kind === 'weights' ? balancing.weights : new Float64Array(population.n).fill(1);
  const positions = new Int32Array(population.n).map((_, i) => i).filter((i) => weights[i]! > 0);
  const balance = balanceOf(population, covariates, weights);
  const comparisonWeights = usedComparisonWeights(population, positions, weights);
  const kish = comparisonWeights.length === 0 ? 0 : kishSize(comparisonWeights);
  const largestWeightShare = largestShare(comparisonWeights);
  const clusters = linkedPeople(study, population, positions);
  return {
    method: 'weighted',
    grade: 'B',
    ...usedPeople(population, positions, weights, clusters),
    adjusters: balance.adjusters,
    balance: balance.rows,
    gates: [
      ...balanceGate(balance.largestAfter, worstCharacteristic(balance.rows)),
      ...(noOverlap.length > 0 ? noOverlap : weightGate(kish, largestWeightShare)),
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
    leftOut: [],
    notes: [...covariates.notes, ...(noOverlap.length > 0 ? [{ key: 'no-overlap', values: {} }] : [])],
  };
}
