import { defineDesign } from './design.ts';

/** Participants before and after, nobody to compare with: a change, never a reason for it. */
export const beforeAfter = defineDesign({
  id: 'before-after',
  grade: 'C',
  compares: 'change',
  verbs: 'rose-or-fell',
  estimand: 'estimand.before-after',
  needs: { comparison: false, covariates: false },
});
