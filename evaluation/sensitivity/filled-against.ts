import { defineCalculation } from './analysis.ts';
import { fillingOf } from './filling.ts';

/** Outcomes that are not known filled against the finding: the model's prediction less what matters on the side that it favours, plus it on the other. */
export const filledAgainst = defineCalculation({
  id: 'filled-against',
  vary({ prepared, outcome, planned, exact }) {
    const filling = fillingOf({ prepared, outcome });
    if (!filling) return 'everybody-known';
    const against = (exact.estimate ?? 0) < 0 ? 1 : -1;
    return { prepared, outcome: filling.shifted(against * planned.matters) };
  },
});
