import { fingerprintOf } from '../plan/fingerprint.ts';
import type { ProgramPlan } from './program-plan.ts';

/**
 * Fingerprint of what a lock freezes of a program plan: SHA-256 of its canonical form, 64 lower-case hex digits. It stands in the derived
 * measurement plan, whose fingerprint is the one that people see.
 *
 * Outside it, because they may change without anybody's promise being touched, or hold names that somebody may want erased: objectives,
 * holders of roles, owners, readers of comments, what is expected.
 */
export function programPlanFingerprint(plan: ProgramPlan): string {
  return fingerprintOf(lockedPart(plan));
}

/** What a lock freezes. */
export function lockedPart({ expected, ...plan }: ProgramPlan): object {
  void expected;
  const { holders: _holders, objectives: _objectives, ...purpose } = plan.purpose;
  const { commentReaders: _readers, ...privacy } = plan.privacy;
  return {
    ...plan,
    purpose: { ...purpose, kpis: purpose.kpis.map(withoutOwner) },
    success: { ...plan.success, measures: plan.success.measures.map(withoutOwner) },
    privacy,
  };
}

function withoutOwner<T extends { readonly owner: string }>({ owner: _owner, ...rest }: T): Omit<T, 'owner'> {
  return rest;
}
