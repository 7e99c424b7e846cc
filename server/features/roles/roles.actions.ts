import { randomUUID } from 'node:crypto';
import { collisionsWith } from '#server/access/combinations.ts';
import { holds, type Grant } from '#server/access/grants.ts';
import { ROLES, type Role } from '#server/access/roles.ts';
import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import {
  adminsInForce,
  endLapsed,
  grantById,
  grantsInForceOf,
  insertGrant,
  lockGrants,
  setGrantEnd,
  setGrantEndsOn,
  type GrantRows,
  type NamedGrant,
  type RoleGrantInForceRow,
} from './roles.store.ts';

/** trust.md 4.1: a role is held for 12 months, then somebody decides again. */
const MONTHS_HELD = 12;
/** How long the end of a role can be undone. */
const UNDO_MINUTES = 60;
/** Roles that somebody may hold in the whole organisation; the others belong to a program. */
const ORGANISATION_ROLES: readonly Role[] = ['admin', 'observer'];

/** Why a role is given. */
export type GrantCause =
  /** An admin gives it to somebody else. */
  | 'granted'
  /** Who makes a program manages it. */
  | 'program-made'
  /** Two people agreed. */
  | 'agreed';

/** A role to be given. */
export interface NewGrant extends Grant {
  readonly person: string;
}

/**
 * Gives somebody a role for 12 months; it holds from their next request on. An entry says so.
 *
 * @returns the id of the grant
 * @throws Problem `not-allowed`; `cannot-be` for oneself, for a role that one of theirs excludes, and for what they hold already
 */
export async function grantRole(scope: Scope, grant: NewGrant, cause: GrantCause): Promise<string> {
  if (cause === 'granted') refuseGrant(scope, grant);
  await lockGrants(scope);
  await refuseCollision(scope, grant);
  if (await endLapsed(scope, grant))
    await recordEnded(
      scope,
      { person_id: grant.person, role: grant.role, program_id: grant.program },
      'lapsed',
    );
  const id = randomUUID();
  const endsOn = monthsLater(scope.today, MONTHS_HELD);
  const written = await insertGrant(scope, {
    id,
    person_id: grant.person,
    role: grant.role,
    program_id: grant.program,
    granted_by: scope.person,
    granted_at: scope.clock.now(),
    ends_on: endsOn,
  });
  if (!written) throw refusal('role', 'roles.held-already');
  await recordGranted(scope, grant, endsOn);
  return id;
}

/**
 * Takes a role away, from the next request on.
 *
 * @throws Problem `not-found`; `not-allowed`; `not-now` for the last admin; `gone` when it has ended
 */
export async function endGrant(scope: Scope, id: string): Promise<NamedGrant> {
  const grant = await grantToChange(scope, id);
  await lockGrants(scope);
  const [admin, ...others] = await adminsInForce(scope);
  if (admin?.id === id && others.length === 0) throw new Problem('not-now', { text: 'roles.last-admin' });
  if (!(await setGrantEnd(scope, id, scope.clock.now()))) throw new Problem('gone', { text: 'roles.ended' });
  await recordEnded(scope, grant, 'ended');
  return grant;
}

/**
 * Gives back a role that was taken away within the hour; as it was, by whoever had granted it.
 *
 * @throws Problem `not-found`; `not-allowed`; `gone` when it is too late; `cannot-be` when something excludes it now
 */
export async function undoEnd(scope: Scope, id: string): Promise<NamedGrant> {
  const grant = await grantToChange(scope, id);
  const given = grantOf(grant);
  if (grant.person_id === scope.person) throw refusal('person', 'roles.not-oneself');
  if (grant.ended_at === null) throw new Problem('gone', { text: 'roles.not-ended' });
  if (scope.clock.now().getTime() - grant.ended_at.getTime() > UNDO_MINUTES * 60_000)
    throw new Problem('gone', { text: 'roles.undo-over' });
  await lockGrants(scope);
  await refuseCollision(scope, { ...given, person: grant.person_id });
  const [same] = (await grantsInForceOf(scope, grant.person_id)).filter(
    ({ role, program_id }) => role === grant.role && program_id === grant.program_id,
  );
  if (same !== undefined || !(await setGrantEnd(scope, id, null)))
    throw new Problem('changed-meanwhile', { text: 'roles.held-already' });
  await recordGranted(scope, { ...given, person: grant.person_id }, grant.ends_on);
  return grant;
}

/**
 * Lets somebody keep a role for 12 months from today.
 *
 * @throws Problem `not-found`; `not-allowed`; `gone` when it has ended; `cannot-be` for oneself, or when something excludes it now
 */
export async function renewGrant(scope: Scope, id: string): Promise<NamedGrant> {
  const grant = await grantToChange(scope, id);
  if (grant.person_id === scope.person) throw refusal('person', 'roles.not-oneself');
  if (grant.ended_at !== null) throw new Problem('gone', { text: 'roles.ended' });
  await lockGrants(scope);
  const given = { ...grantOf(grant), person: grant.person_id };
  await refuseCollision(scope, given, id);
  const endsOn = monthsLater(scope.today, MONTHS_HELD);
  await setGrantEndsOn(scope, id, endsOn);
  await recordGranted(scope, given, endsOn);
  return grant;
}

/**
 * A day so many months later; the last of the month where that has no such day.
 *
 * @example
 * monthsLater('2027-02-28', 12)
 * // => '2028-02-28'
 */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

function refuseGrant(scope: Scope, { person, role, program }: NewGrant): void {
  if (!holds(scope.grants, ['admin'], program))
    throw new Problem('not-allowed', { text: 'roles.admins-only' });
  if (person === scope.person) throw refusal('person', 'roles.not-oneself');
  if (role === 'box-keeper') throw refusal('role', 'roles.two-people');
  if (program === null && !ORGANISATION_ROLES.includes(role)) throw refusal('program', 'roles.needs-program');
}

/**
 * Refuses a role that another role of the same person excludes; the text says which two, and why.
 *
 * @throws Problem `cannot-be`
 */
export async function refuseCollision(scope: Scope, grant: NewGrant, except?: string): Promise<void> {
  const held = await grantsInForceOf(scope, grant.person);
  const further: Grant = { role: grant.role, program: grant.program };
  const [collision] = collisionsWith(further, held.filter(({ id }) => id !== except).map(grantOf));
  if (collision !== undefined) throw refusal('role', collision.exclusion.why);
}

async function grantToChange(scope: Scope, id: string): Promise<NamedGrant> {
  const grant = await grantById(scope, id);
  if (grant === undefined || !opens(scope, grant)) throw new Problem('not-found');
  if (!holds(scope.grants, ['admin'], grant.program_id))
    throw new Problem('not-allowed', { text: 'roles.admins-only' });
  return grant;
}

/** A role in a program that one may not open is not there. */
function opens({ grants }: Scope, { program_id }: NamedGrant): boolean {
  return program_id === null || holds(grants, ROLES, program_id);
}

function grantOf({ role, program_id }: Pick<RoleGrantInForceRow, 'role' | 'program_id'>): Grant {
  return { role: role as Role, program: program_id };
}

async function recordGranted(
  scope: Scope,
  { person, role, program }: NewGrant,
  until: string,
): Promise<void> {
  await scope.record({
    kind: 'role.granted',
    object: `person/${person}`,
    ...(program === null ? {} : { program }),
    subject: person,
    payload: { role, to: person, until },
  });
}

/** What writing an entry about grants needs of a scope. */
export interface Recording extends GrantRows {
  readonly clock: Scope['clock'];
  readonly record: Scope['record'];
}

/** Says in the record that somebody holds a role no more, and why. */
export async function recordEnded(
  scope: Recording,
  { person_id, role, program_id }: Pick<RoleGrantInForceRow, 'person_id' | 'role' | 'program_id'>,
  because: 'ended' | 'lapsed' | 'excluded',
): Promise<void> {
  await scope.record({
    kind: 'role.ended',
    object: `person/${person_id}`,
    ...(program_id === null ? {} : { program: program_id }),
    subject: person_id,
    payload: { role, of: person_id, because },
  });
}

function refusal(field: string, text: string): Problem {
  return new Problem('cannot-be', { fields: [{ field, text }] });
}
