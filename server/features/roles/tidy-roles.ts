import type { Kysely } from 'kysely';
import { collisionsOf } from '#server/access/combinations.ts';
import type { Grant } from '#server/access/grants.ts';
import type { Role } from '#server/access/roles.ts';
import type { Tables } from '#server/database/tables.ts';
import { actFor, atTheDoor } from '#server/database/transaction.ts';
import { lapseOverdue } from '#server/features/two-person/two-person.actions.ts';
import type { RecordEntry } from '#server/record-store/record-entry.ts';
import type { Clock, Rows } from '#server/scope.ts';
import { recordEnded, type Recording } from './roles.actions.ts';
import {
  adminOf,
  grantsInForce,
  lapsedGrants,
  lockGrants,
  organisationIds,
  setGrantEnd,
  type NamedInForce,
} from './roles.store.ts';

/** What looking after roles stands on. */
export interface RoleKeeping {
  readonly database: Kysely<Tables>;
  readonly clock: Clock;
  readonly recordEntry: RecordEntry;
}

/**
 * Ends, in every organisation, grants whose time is over and those that another grant of the same person excludes, however they came there;
 * closes acts that nobody answered. Each is an entry by nobody in particular.
 *
 * Works with the rights of an admin of the organisation, of whom there is always one.
 *
 * @returns how many grants ended
 */
export async function tidyRoles({ database, clock, recordEntry }: RoleKeeping): Promise<number> {
  let ended = 0;
  const ids = await atTheDoor(database, 'read only', organisationIds);
  for (const organisation of ids)
    ended += await atTheDoor(database, 'read write', async (rows) => {
      const at = clock.now();
      const admin = await adminOf(rows, organisation);
      if (admin === null) return 0;
      await actFor(rows, { organisation, person: admin, at });
      return tidied(rows, organisation, { clock, recordEntry, at });
    });
  return ended;
}

async function tidied(
  rows: Rows,
  organisation: string,
  { clock, recordEntry, at }: Pick<RoleKeeping, 'clock' | 'recordEntry'> & { readonly at: Date },
): Promise<number> {
  const keeping: Recording = {
    rows,
    organisation: { id: organisation },
    clock,
    record: (entry) => recordEntry(rows, { organisation, person: null }, entry, at),
  };
  await lockGrants(keeping);
  const lapsed = await lapsedGrants(keeping);
  const excluded = excludedOf(await grantsInForce(keeping));
  for (const grant of [...lapsed, ...excluded]) await setGrantEnd(keeping, grant.id, at);
  for (const grant of lapsed) await recordEnded(keeping, grant, 'lapsed');
  for (const grant of excluded) await recordEnded(keeping, grant, 'excluded');
  await lapseOverdue(keeping);
  return lapsed.length + excluded.length;
}

/**
 * The grants that have to go so that nobody holds roles that exclude each other: of two, the younger.
 *
 * @param grants in the order in which they were given
 */
export function excludedOf(grants: readonly NamedInForce[]): NamedInForce[] {
  const kept = new Map<string, Grant[]>();
  return grants.filter(({ person_id, role, program_id }) => {
    const held = kept.get(person_id) ?? [];
    const grant: Grant = { role: role as Role, program: program_id };
    if (collisionsOf([...held, grant]).length > 0) return true;
    kept.set(person_id, [...held, grant]);
    return false;
  });
}
