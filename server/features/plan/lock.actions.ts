import { obstacles } from '#evaluation/program/complete.ts';
import { planChanges } from '#evaluation/program/changes.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { studyPlan } from '#evaluation/program/study-plan.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import { looksBefore } from '#server/features/looks/looks.actions.ts';
import { askFor } from '#server/features/two-person/two-person.actions.ts';
import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import { planState, type PlanState } from './plan.actions.ts';
import { refuseLoosened } from './refuse-loosened.ts';
import type { VersionKind } from './plan.store.ts';

/** Exactly what a lock, an amendment or a deviation would do: what the second person reads and agrees to. */
export interface LockChange {
  readonly version: number;
  readonly kind: VersionKind;
  /** Of the plan as it would be: SHA-256, 64 lower-case hex digits. */
  readonly fingerprint: string;
  readonly reason: string;
  /** Looks at results that were recorded before it. */
  readonly looksBefore: number;
  /** Fields that differ from the version before, by their paths. */
  readonly changed: readonly string[];
  readonly document: ProgramPlan;
}

/** The name of the act for each kind of version. */
export const ACT_OF = {
  lock: 'plan-lock',
  amendment: 'plan-amendment',
  deviation: 'plan-deviation',
} as const;

/**
 * Asks for the lock of a plan, or for a change of a locked one; which it is follows from the recorded looks.
 *
 * @throws Problem `not-now` when a step is not done or nothing differs, `cannot-be` when a protection would loosen
 */
export async function askForVersion(scope: Scope, program: string, reason: string): Promise<string> {
  const change = await versionNow(scope, program, reason);
  const { id } = await askFor(scope, ACT_OF[change.kind], { program, object: `plan/${program}`, change });
  return id;
}

/**
 * The version as it would be locked now.
 *
 * @throws Problem `not-now`, `cannot-be`
 */
export async function versionNow(scope: Scope, program: string, reason: string): Promise<LockChange> {
  const state = await planState(scope, program);
  const { document, locked, versions } = state;
  const missing = obstacles(document);
  if (missing.length > 0) throw new Problem('not-now', { text: 'plan.review.not-ready' });
  const changes = locked === null ? [] : planChanges(locked.document, document);
  if (locked !== null && changes.length === 0)
    throw new Problem('not-now', { text: 'plan.review.no-changes' });
  if (locked !== null && !changes.some((row) => row.locked))
    throw new Problem('not-now', { text: 'plan.review.only-logged' });
  refuseLoosened(locked?.document ?? null, document);
  const looks = await looksBefore(scope, program, scope.clock.now());
  return {
    version: versions.length + 1,
    kind: kindOf(state, looks.length),
    fingerprint: fingerprintOfDocument(document),
    reason,
    looksBefore: looks.length,
    changed: changes.map(({ field }) => field),
    document,
  };
}

/** A change before anybody had seen results is an amendment, one after a deviation. */
export function kindOf({ locked }: Pick<PlanState, 'locked'>, looks: number): VersionKind {
  return locked === null ? 'lock' : looks === 0 ? 'amendment' : 'deviation';
}

/**
 * The fingerprint that people see: that of the measurement plan which files and server evaluate alike.
 *
 * @throws RangeError for a plan that is not complete
 */
export function fingerprintOfDocument(document: ProgramPlan): string {
  const plan = studyPlan(document);
  if ('lacks' in plan) throw new RangeError(`fingerprintOfDocument: plan lacks ${plan.lacks.join(', ')}`);
  return planFingerprint(plan);
}
