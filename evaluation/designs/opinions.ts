import { defineDesign } from './design.ts';

/** What participants said, once. */
export const opinions = defineDesign({
  id: 'opinions',
  grade: 'D',
  compares: 'opinion',
  verbs: 'said',
  estimand: 'estimand.opinions',
  needs: { comparison: false, covariates: false },
});
