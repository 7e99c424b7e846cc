import type { OutcomeRole } from '../finding.ts';
import type { Plan, PlannedOutcome } from './plan.ts';

/** An outcome as the plan names it, and its part there. */
export interface AskedOutcome {
  readonly planned: PlannedOutcome;
  readonly role: OutcomeRole;
}

/** The outcomes that get a finding each, in their order. A watch-out with a cut is about a gap between groups and stands among the contrasts. */
export function askedOutcomes(plan: Plan): AskedOutcome[] {
  return [
    { planned: plan.primary, role: 'primary' },
    ...(plan.also ?? []).map((planned) => ({ planned, role: 'also' }) as const),
    ...(plan.watchOuts ?? [])
      .filter(({ cut }) => cut === undefined)
      .map((planned) => ({ planned, role: 'watch-out' }) as const),
    ...(plan.negativeControl ? [{ planned: plan.negativeControl, role: 'negative-control' } as const] : []),
  ];
}
