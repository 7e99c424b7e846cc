import { preparedByWeights } from './by-weights.ts';
import { defineDesign } from './design.ts';

/** All participants against comparison people weighted so that the groups' means agree exactly (entropy balancing). */
export const weighted = defineDesign({
  id: 'weighted',
  grade: 'B',
  compares: 'arms',
  verbs: 'ended-than-similar',
  estimand: 'estimand.weighted',
  needs: { comparison: true, covariates: true },
  prepare(study, population, plan) {
    return preparedByWeights(population, study, plan);
  },
});
