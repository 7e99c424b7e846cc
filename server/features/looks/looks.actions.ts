import { randomUUID } from 'node:crypto';
import type { Scope } from '#server/scope.ts';
import { insertLook, looksUntil, type LookRow } from './looks.store.ts';

/** What is told of a look. */
export interface NewLook {
  readonly program: string;
  /** The version of the plan, with its fingerprint; `null` where none had been locked. */
  readonly plan: { readonly version: number; readonly fingerprint: string } | null;
  /** Ids of the findings about outcomes that are shown; at least one. */
  readonly findings: readonly string[];
  /** `early`: before the planned day of the first look. */
  readonly when: 'as-planned' | 'early';
  readonly reason?: string;
  /** The second person, who agreed to an early look. */
  readonly confirmedBy?: string;
}

/**
 * Records that the acting person sees findings about outcomes, with an entry, in the transaction that shows them: its route says
 * `records: true`.
 *
 * @returns the id of the look
 * @throws RangeError when no finding is shown
 */
export async function recordLook(scope: Scope, look: NewLook): Promise<string> {
  const { program, plan, when, reason, confirmedBy } = look;
  if (look.findings.length === 0) throw new RangeError('recordLook: findings is empty; nothing was seen');
  const id = randomUUID();
  const early = when === 'early';
  const findings = [...look.findings].sort();
  await insertLook(scope, {
    id,
    program_id: program,
    plan_version: plan?.version ?? null,
    person_id: scope.person,
    looked_at: scope.clock.now(),
    findings,
    early,
    reason: reason ?? null,
    confirmed_by: confirmedBy ?? null,
  });
  await scope.record({
    kind: 'look.taken',
    object: `look/${id}`,
    program,
    payload: {
      findings,
      planVersion: plan?.version ?? 0,
      early,
      ...(plan === null ? {} : { plan: plan.fingerprint }),
      ...(reason === undefined ? {} : { reason }),
      ...(confirmedBy === undefined ? {} : { confirmed: confirmedBy }),
    },
  });
  return id;
}

/** A look as it was recorded. */
export interface RecordedLook {
  readonly id: string;
  readonly person: string;
  readonly at: Date;
  readonly findings: readonly string[];
  readonly planVersion: number | null;
  readonly early: boolean;
  readonly reason: string | null;
  readonly confirmedBy: string | null;
}

/**
 * The looks at results of a program up to an instant, the first one first.
 *
 * Where there is none a change of the plan is an amendment, else a deviation. Ask in the transaction of the change, once it holds the
 * plan: a look that is under way is waited for.
 */
export async function looksBefore(scope: Scope, program: string, instant: Date): Promise<RecordedLook[]> {
  return (await looksUntil(scope, program, instant)).map(recorded);
}

function recorded(row: LookRow): RecordedLook {
  return {
    id: row.id,
    person: row.person_id,
    at: row.looked_at,
    findings: row.findings,
    planVersion: row.plan_version,
    early: row.early,
    reason: row.reason,
    confirmedBy: row.confirmed_by,
  };
}
