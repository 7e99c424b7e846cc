import { sql } from 'kysely';
import type { Scope } from '#server/scope.ts';

/** A role that somebody was given. */
export interface RoleGrantRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly person_id: string;
  readonly role: string;
  /** `null`: everywhere in the organisation. */
  readonly program_id: string | null;
  readonly granted_by: string | null;
  readonly granted_at: Date;
  /** The last day on which it is held. */
  readonly ends_on: string;
  readonly ended_at: Date | null;
  readonly by_set_up: boolean;
}

/** A grant that holds now; the database knows the day, and the last admin who does not lapse. */
export type RoleGrantInForceRow = Pick<
  RoleGrantRow,
  'organisation_id' | 'id' | 'person_id' | 'role' | 'program_id' | 'ends_on'
>;

declare module '#server/database/tables.ts' {
  interface Tables {
    role_grants: RoleGrantRow;
    role_grants_in_force: RoleGrantInForceRow;
  }
}

/** A grant with the names of its people and of its program. */
export interface NamedGrant extends RoleGrantRow {
  readonly name: string;
  readonly granter: string | null;
  readonly program_name: string | null;
}

/** What reading and writing grants needs of a scope. */
export interface GrantRows {
  readonly rows: Scope['rows'];
  readonly organisation: Pick<Scope['organisation'], 'id'>;
}

/**
 * One change of grants at a time in an organisation, until the transaction ends: two that exclude each other, or the two last admins, could
 * otherwise pass each other.
 */
export async function lockGrants({ rows, organisation }: GrantRows): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`role-grants/${organisation.id}`}, 0))`.execute(
    rows,
  );
}

/** Every grant that has not been ended, with those that lapsed, in the order of names. */
export async function grantsListed(scope: Scope): Promise<NamedGrant[]> {
  return named(scope)
    .where('role_grants.ended_at', 'is', null)
    .orderBy('holder.name')
    .orderBy('holder.id')
    .orderBy('role_grants.granted_at')
    .execute();
}

/** One grant, ended or not. */
export async function grantById(scope: Scope, id: string): Promise<NamedGrant | undefined> {
  return named(scope).where('role_grants.id', '=', id).executeTakeFirst();
}

/** The grants of a person that hold now. */
export async function grantsInForceOf(
  { rows, organisation }: Scope,
  person: string,
): Promise<RoleGrantInForceRow[]> {
  return rows
    .selectFrom('role_grants_in_force')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('person_id', '=', person)
    .execute();
}

/** The grants of admins for the whole organisation that hold now. */
export async function adminsInForce({ rows, organisation }: Scope): Promise<RoleGrantInForceRow[]> {
  return rows
    .selectFrom('role_grants_in_force')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('role', '=', 'admin')
    .where('program_id', 'is', null)
    .execute();
}

/** Every grant that holds now, the oldest first. */
export async function grantsInForce({ rows, organisation }: GrantRows): Promise<NamedInForce[]> {
  return rows
    .selectFrom('role_grants_in_force as held')
    .innerJoin('role_grants', (on) =>
      on
        .onRef('role_grants.organisation_id', '=', 'held.organisation_id')
        .onRef('role_grants.id', '=', 'held.id'),
    )
    .selectAll('held')
    .select('role_grants.granted_at')
    .where('held.organisation_id', '=', organisation.id)
    .orderBy('role_grants.granted_at')
    .orderBy('held.id')
    .execute();
}

/** Grants whose time is over and that nobody has ended. */
export async function lapsedGrants({ rows, organisation }: GrantRows): Promise<RoleGrantRow[]> {
  return rows
    .selectFrom('role_grants')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('ended_at', 'is', null)
    .where('id', 'not in', (held) =>
      held
        .selectFrom('role_grants_in_force')
        .select('role_grants_in_force.id')
        .where('role_grants_in_force.organisation_id', '=', organisation.id),
    )
    .execute();
}

/** Every organisation, at the door. */
export async function organisationIds(rows: Scope['rows']): Promise<string[]> {
  return (await rows.selectFrom('organisations').select('id').execute()).map(({ id }) => id);
}

/** The admin of an organisation who stays longest, at the door. */
export async function adminOf(rows: Scope['rows'], organisation: string): Promise<string | null> {
  const found = await rows
    .selectFrom('role_grants')
    .select('person_id')
    .where('organisation_id', '=', organisation)
    .where('role', '=', 'admin')
    .where('program_id', 'is', null)
    .where('ended_at', 'is', null)
    .orderBy('ends_on', 'desc')
    .executeTakeFirst();
  return found?.person_id ?? null;
}

/** A grant in force, with the instant it was given. */
export interface NamedInForce extends RoleGrantInForceRow {
  readonly granted_at: Date;
}

/** Writes a grant; `false` when the same is held already. */
export async function insertGrant(
  { rows, organisation }: Scope,
  grant: Omit<RoleGrantRow, 'organisation_id' | 'ended_at' | 'by_set_up'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await rows
    .insertInto('role_grants')
    .values({ ...grant, organisation_id: organisation.id, ended_at: null, by_set_up: false })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Ends the same grant of a person where it lapsed, so that it can be given anew. */
export async function endLapsed(
  { rows, organisation, clock }: Scope,
  grant: { readonly person: string; readonly role: string; readonly program: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('role_grants')
    .set({ ended_at: clock.now() })
    .where('organisation_id', '=', organisation.id)
    .where('person_id', '=', grant.person)
    .where('role', '=', grant.role)
    .where('program_id', 'is not distinct from', grant.program)
    .where('ended_at', 'is', null)
    .where('id', 'not in', (held) =>
      held
        .selectFrom('role_grants_in_force')
        .select('role_grants_in_force.id')
        .where('role_grants_in_force.organisation_id', '=', organisation.id),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Sets when a grant was ended, or takes that back; `false` when it was so already. */
export async function setGrantEnd(
  { rows, organisation }: GrantRows,
  id: string,
  endedAt: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('role_grants')
    .set({ ended_at: endedAt })
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .where('ended_at', endedAt === null ? 'is not' : 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Moves the last day of a grant. */
export async function setGrantEndsOn(
  { rows, organisation }: Scope,
  id: string,
  endsOn: string,
): Promise<void> {
  await rows
    .updateTable('role_grants')
    .set({ ends_on: endsOn })
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** People who can be given a role, by name. */
export async function peopleToGrant({ rows, organisation }: Scope): Promise<{ id: string; name: string }[]> {
  return rows
    .selectFrom('people')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisation.id)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** The name of a person whom the reader may see. */
export async function personNamed({ rows, organisation }: Scope, id: string): Promise<string | null> {
  const found = await rows
    .selectFrom('people')
    .select('name')
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return found?.name ?? null;
}

function named({ rows, organisation }: Scope) {
  return rows
    .selectFrom('role_grants')
    .innerJoin('people as holder', (on) =>
      on
        .onRef('holder.organisation_id', '=', 'role_grants.organisation_id')
        .onRef('holder.id', '=', 'role_grants.person_id'),
    )
    .leftJoin('people as granter', (on) =>
      on
        .onRef('granter.organisation_id', '=', 'role_grants.organisation_id')
        .onRef('granter.id', '=', 'role_grants.granted_by'),
    )
    .leftJoin('programs', (on) =>
      on
        .onRef('programs.organisation_id', '=', 'role_grants.organisation_id')
        .onRef('programs.id', '=', 'role_grants.program_id'),
    )
    .selectAll('role_grants')
    .select(['holder.name', 'granter.name as granter', 'programs.name as program_name'])
    .where('role_grants.organisation_id', '=', organisation.id);
}
