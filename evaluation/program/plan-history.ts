import type { ChangeRow } from './changes.ts';
import { planChanges } from './changes.ts';
import type { ProgramPlan } from './program-plan.ts';

/** A lock: when (ISO instant), by whom, who agreed, and the fingerprint that people see, 64 hex digits. */
export interface PlanLock {
  readonly at: string;
  readonly by: string;
  readonly second: string;
  readonly fingerprint: string;
}

/** A change of a locked plan, with the plans before and after it. */
export interface PlanChange {
  readonly at: string;
  readonly by: string;
  /** Nobody has to agree to what is only logged. */
  readonly second: string | null;
  readonly reason: string;
  /** Whether the record shows a look of anybody at any outcome before this. */
  readonly lookedBefore: boolean;
  readonly before: ProgramPlan;
  readonly after: ProgramPlan;
  /** Of the plan after it. */
  readonly fingerprint: string;
}

/** What became of a plan: its lock, if there is one, and every change since, the oldest first. */
export interface PlanHistory {
  readonly lock: PlanLock | null;
  readonly changes: readonly PlanChange[];
}

/** An amendment was made before anybody had looked, a deviation after; what a lock does not freeze is logged. */
export type ChangeKind = 'amendment' | 'deviation' | 'logged';

/** The kind of a change, by what it touches and by the recorded looks, never by what its author says. */
export function changeKind(rows: readonly ChangeRow[], lookedBefore: boolean): ChangeKind {
  if (!rows.some(({ locked }) => locked)) return 'logged';
  return lookedBefore ? 'deviation' : 'amendment';
}

/** What decides a verdict: changed after a look it leaves none (measurement 6). */
const DECIDES =
  /^success\.primary$|^success\.primary\.(outcome|measure|instrument|wave|months|who|better|matters)$/;

/** Whether the primary outcome was changed after somebody had looked: then it is exploratory for ever. */
export function isExploratory({ changes }: PlanHistory): boolean {
  return changes.some(
    ({ lookedBefore, before, after }) =>
      lookedBefore && planChanges(before, after).some(({ field }) => DECIDES.test(field)),
  );
}
