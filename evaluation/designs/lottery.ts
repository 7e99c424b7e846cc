import { withoutLaterStarts } from '../study/population.ts';
import { defineDesign } from './design.ts';
import { preparedByDraw } from './draw.ts';

/**
 * Everybody in the draw, as drawn, whatever happened later: the effect of being offered a place. Who was not drawn and found a place
 * later is followed on, as not drawn.
 */
export const lottery = defineDesign({
  id: 'lottery',
  grade: 'A',
  compares: 'arms',
  verbs: 'led-to',
  estimand: 'estimand.lottery',
  needs: { comparison: true, covariates: false },
  prepare(study, population, plan) {
    return preparedByDraw(study, withoutLaterStarts(population), plan);
  },
});
