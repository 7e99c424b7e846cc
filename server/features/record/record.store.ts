import { randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { Header } from '#record/entry/header.ts';
import type { Kind } from '#record/kinds.ts';
import type { RecordBreak } from '#record/verify.ts';
import { STAFF_ROLES } from '#server/access/roles.ts';
import type { Scope } from '#server/scope.ts';

/** Which entries: of one program or (`null`) of the organisation itself, of which kinds, and whether only one's own. */
export interface EntryFilter {
  readonly program: string | null;
  /** `null`: every kind. */
  readonly kinds: readonly Kind[] | null;
  readonly whose: 'everybody' | 'own';
}

/** An entry as it is stored. */
export interface StoredEntry {
  /** `null` while it waits for its number. */
  readonly seq: number | null;
  readonly header: Header;
  readonly leaf: Buffer;
  readonly root: Buffer | null;
}

/** Sealed entries, the newest first. */
export async function sealedEntries(
  scope: Scope,
  filter: EntryFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select seq, header, leaf, root from record_entries as entry
    where ${matching(scope, filter)} order by seq desc limit ${limit} offset ${offset}
  `.execute(scope.rows);
  return rows;
}

/** Entries that wait for their number, the newest first. */
export async function waitingEntries(scope: Scope, filter: EntryFilter): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select null as seq, header, leaf, null as root from record_pending as entry
    where ${matching(scope, filter)} order by header ->> 'at' collate "C" desc, id desc limit 1000
  `.execute(scope.rows);
  return rows;
}

/** How many sealed entries there are. */
export async function sealedCount(scope: Scope, filter: EntryFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from record_entries as entry where ${matching(scope, filter)}
  `.execute(scope.rows);
  return rows[0]!.count;
}

function matching(
  { organisation, person }: Scope,
  { program, kinds, whose }: EntryFilter,
): RawBuilder<unknown> {
  const inProgram = program === null ? sql`entry.program_id is null` : sql`entry.program_id = ${program}`;
  const ofKind = kinds === null ? sql`true` : sql`entry.header ->> 'kind' = any (${[...kinds]}::text[])`;
  const own = sql`exists (select from record_private as part where part.organisation_id = ${organisation.id}
    and part.id = entry.id and ${person}::uuid in (part.actor_id, part.subject_id))`;
  return sql`entry.organisation_id = ${organisation.id} and ${inProgram} and ${ofKind}
    and ${whose === 'own' ? own : sql`true`}`;
}

/** A verification that has ended. */
export interface EndedCheck {
  readonly ended_at: Date;
  readonly entries: number;
  readonly breaks: readonly RecordBreak[];
}

/** The newest verification that has ended, and whether another one is under way. */
export async function latestCheck({
  rows,
  organisation,
}: Scope): Promise<{ readonly ended: EndedCheck | null; readonly underWay: boolean }> {
  const checks = await rows
    .selectFrom('record_checks')
    .select(['ended_at', 'entries', 'breaks'])
    .where('organisation_id', '=', organisation.id)
    .orderBy('asked_at', 'desc')
    .limit(5)
    .execute();
  const ended = checks.find(({ ended_at }) => ended_at !== null);
  return {
    ended: ended === undefined ? null : (ended as EndedCheck),
    underWay: checks.some(({ ended_at }) => ended_at === null),
  };
}

/** Asks for a verification, unless one is under way. */
export async function askForCheck({ rows, organisation, person, clock }: Scope): Promise<void> {
  await rows
    .insertInto('record_checks')
    .values({
      organisation_id: organisation.id,
      id: randomUUID(),
      asked_at: clock.now(),
      asked_by: person,
    })
    .execute();
}

/** How many exports of any kind the acting person has made since an instant. */
export async function ownExportsSince({ rows, organisation, person }: Scope, instant: Date): Promise<number> {
  const since = instant.toISOString();
  const { rows: counted } = await sql<{ count: number }>`
    select count(*) as count from record_private as part
    left join record_entries as sealed on sealed.organisation_id = ${organisation.id} and sealed.id = part.id
    left join record_pending as waiting on waiting.organisation_id = ${organisation.id} and waiting.id = part.id
    where part.organisation_id = ${organisation.id} and part.actor_id = ${person} and part.kind = 'export.made'
      and coalesce(sealed.header, waiting.header) ->> 'at' > ${since}
  `.execute(rows);
  return counted[0]!.count;
}

/** The header of a sealed entry of the organisation that the reader may see. */
export async function headerAt({ rows, organisation }: Scope, seq: number): Promise<Header | undefined> {
  const entry = await rows
    .selectFrom('record_entries')
    .select('header')
    .where('organisation_id', '=', organisation.id)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return entry?.header;
}

/** The names of people that the reader may read here: of those who work or worked here, and their own. */
export async function namesShown(
  { rows, organisation, person }: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const people = await rows
    .selectFrom('people')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisation.id)
    .where('id', 'in', [...new Set(ids)])
    .where((where) =>
      where.or([
        where('id', '=', person),
        where.exists(
          where
            .selectFrom('role_grants')
            .select('role_grants.id')
            .where('role_grants.organisation_id', '=', organisation.id)
            .whereRef('role_grants.person_id', '=', 'people.id')
            .where('role_grants.role', 'in', [...STAFF_ROLES]),
        ),
      ]),
    )
    .execute();
  return new Map(people.map(({ id, name }) => [id, name]));
}
