import { sql } from 'kysely';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import type { Scope } from '#server/scope.ts';

/** A saved state of a plan that is being written. */
export interface PlanRevisionRow {
  readonly organisation_id: string;
  readonly program_id: string;
  readonly revision: number;
  readonly step: string;
  readonly document: ProgramPlan;
  readonly saved_by: string;
  readonly saved_at: Date;
}

/** How a version came to be: the first lock, a change before anybody had seen results, or one after. */
export type VersionKind = 'lock' | 'amendment' | 'deviation';

/** What two people locked. */
export interface PlanVersionRow {
  readonly organisation_id: string;
  readonly program_id: string;
  readonly version: number;
  readonly kind: VersionKind;
  readonly document: ProgramPlan;
  /** SHA-256, 64 lower-case hex digits. */
  readonly fingerprint: string;
  readonly reason: string;
  readonly asked_by: string;
  readonly confirmed_by: string;
  readonly looks_before: number;
  readonly made_at: Date;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    plan_revisions: PlanRevisionRow;
    plan_versions: PlanVersionRow;
  }
}

/** The newest saved state. */
export async function newestRevision(
  { rows, organisation }: Scope,
  program: string,
): Promise<PlanRevisionRow | undefined> {
  return rows
    .selectFrom('plan_revisions')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('program_id', '=', program)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Until the transaction ends nobody else changes this plan; what is read from here on is the newest. */
export async function holdPlan({ rows, organisation }: Scope, program: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan/${organisation.id}/${program}`}, 0))`.execute(
    rows,
  );
}

/** A saved state by its number. */
export async function revisionOf(
  { rows, organisation }: Scope,
  program: string,
  revision: number,
): Promise<PlanRevisionRow | undefined> {
  return rows
    .selectFrom('plan_revisions')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('program_id', '=', program)
    .where('revision', '=', revision)
    .executeTakeFirst();
}

/** Who saved what when, newest first; at most 200. */
export async function revisionsOf({ rows, organisation }: Scope, program: string) {
  return rows
    .selectFrom('plan_revisions')
    .innerJoin('people', (join) =>
      join
        .onRef('people.organisation_id', '=', 'plan_revisions.organisation_id')
        .onRef('people.id', '=', 'plan_revisions.saved_by'),
    )
    .select(['revision', 'step', 'saved_at', 'people.name'])
    .where('plan_revisions.organisation_id', '=', organisation.id)
    .where('program_id', '=', program)
    .orderBy('revision', 'desc')
    .limit(200)
    .execute();
}

/** Adds a saved state. Two at once cannot both be the next. */
export async function insertRevision(
  scope: Scope,
  {
    program,
    revision,
    step,
    document,
  }: Pick<PlanRevisionRow, 'revision' | 'step' | 'document'> & { program: string },
): Promise<void> {
  await scope.rows
    .insertInto('plan_revisions')
    .values({
      organisation_id: scope.organisation.id,
      program_id: program,
      revision,
      step,
      document: JSON.stringify(document) as unknown as ProgramPlan,
      saved_by: scope.person,
      saved_at: scope.clock.now(),
    })
    .execute();
}

/** A version and the names of the two people behind it. */
export interface NamedVersion extends PlanVersionRow {
  readonly askedByName: string;
  readonly confirmedByName: string;
}

/** Every locked version, the first first. */
export async function versionsOf({ rows, organisation }: Scope, program: string): Promise<NamedVersion[]> {
  return rows
    .selectFrom('plan_versions')
    .innerJoin('people as asked', (join) =>
      join
        .onRef('asked.organisation_id', '=', 'plan_versions.organisation_id')
        .onRef('asked.id', '=', 'plan_versions.asked_by'),
    )
    .innerJoin('people as confirmed', (join) =>
      join
        .onRef('confirmed.organisation_id', '=', 'plan_versions.organisation_id')
        .onRef('confirmed.id', '=', 'plan_versions.confirmed_by'),
    )
    .selectAll('plan_versions')
    .select(['asked.name as askedByName', 'confirmed.name as confirmedByName'])
    .where('plan_versions.organisation_id', '=', organisation.id)
    .where('program_id', '=', program)
    .orderBy('version')
    .execute();
}

/** Adds a locked version. */
export async function insertVersion(
  scope: Scope,
  version: Omit<PlanVersionRow, 'organisation_id'>,
): Promise<void> {
  await scope.rows
    .insertInto('plan_versions')
    .values({
      ...version,
      document: JSON.stringify(version.document) as unknown as ProgramPlan,
      organisation_id: scope.organisation.id,
    })
    .execute();
}

/** The names of people, in the order of the names. */
export async function namesOf({ rows, organisation }: Scope, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return [];
  const named = await rows
    .selectFrom('people')
    .select('name')
    .where('organisation_id', '=', organisation.id)
    .where('id', 'in', people)
    .execute();
  return named.map(({ name }) => name).sort(new Intl.Collator('en').compare);
}

/** The locked version that has a fingerprint; the newest, where a change came back to an earlier plan. */
export async function versionOfFingerprint(
  { rows, organisation }: Scope,
  fingerprint: string,
): Promise<PlanVersionRow | undefined> {
  return rows
    .selectFrom('plan_versions')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('fingerprint', '=', fingerprint)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The version in force of each program whose plan the reader may see. */
export async function versionsInForce({
  rows,
  organisation,
}: Scope): Promise<Pick<PlanVersionRow, 'program_id' | 'version' | 'kind' | 'fingerprint' | 'made_at'>[]> {
  return rows
    .selectFrom('plan_versions')
    .distinctOn('program_id')
    .select(['program_id', 'version', 'kind', 'fingerprint', 'made_at'])
    .where('organisation_id', '=', organisation.id)
    .orderBy('program_id')
    .orderBy('version', 'desc')
    .execute();
}
