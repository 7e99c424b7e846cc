import type { MeasureOn } from './program-plan.ts';
import type { Say } from './say.ts';

/** A measure switched on, with the owner and schedule that the registry gives it. */
export function measureOn(measure: string, say: Say): MeasureOn {
  return {
    measure,
    owner: say(`measure.${measure}.owner`),
    schedule: say(`measure.${measure}.schedule`),
  };
}
