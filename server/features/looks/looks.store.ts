import { sql } from 'kysely';
import type { Scope } from '#server/scope.ts';

/** Somebody saw results. */
export interface LookRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly program_id: string;
  /** `null` where no version of the plan had been locked. */
  readonly plan_version: number | null;
  readonly person_id: string;
  readonly looked_at: Date;
  /** Ids of the findings that were shown. */
  readonly findings: string[];
  /** Before the planned day of the first look. */
  readonly early: boolean;
  readonly reason: string | null;
  readonly confirmed_by: string | null;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    looks: LookRow;
  }
}

/**
 * Writes a look. A change of the plan that is under way (`holdPlan`) is waited for, and waits for this: each change knows every look
 * before it.
 */
export async function insertLook(
  { rows, organisation }: Scope,
  look: Omit<LookRow, 'organisation_id'>,
): Promise<void> {
  const key = `plan/${organisation.id}/${look.program_id}`;
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`.execute(rows);
  await rows
    .insertInto('looks')
    .values({ ...look, organisation_id: organisation.id })
    .execute();
}

/** The looks of a program up to an instant, the first one first. */
export async function looksUntil(
  { rows, organisation }: Scope,
  program: string,
  until: Date,
): Promise<LookRow[]> {
  return rows
    .selectFrom('looks')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('program_id', '=', program)
    .where('looked_at', '<=', until)
    .orderBy('looked_at')
    .orderBy('id')
    .execute();
}
