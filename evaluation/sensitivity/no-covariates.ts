import { outcomeAt } from '../effect/outcome-values.ts';
import { oncePer } from '../study/once-per.ts';
import type { Prepared } from '../designs/prepared.ts';
import { defineCalculation } from './analysis.ts';

/** Without covariates in the outcome model: nothing but who takes part. A change is read the other way: the value before as a covariate. */
export const noCovariates = defineCalculation({
  id: 'no-covariates',
  vary({ prepared, outcome, plain, columns, exact }) {
    if (plain !== columns) {
      const after = outcomeAt(plain, prepared.positions);
      return 'reason' in after ? 'could-not-be-calculated' : { prepared, outcome: after };
    }
    if (!exact.notes.some(({ key }) => key === 'adjusted-for')) return 'changes-nothing';
    return { prepared: unadjusted(prepared), outcome: { ...outcome, before: undefined } };
  },
});

const unadjusted = oncePer((prepared: Prepared): Prepared => ({ ...prepared, adjusters: [] }));
