import { sql, type Kysely } from 'kysely';
import type { Rows } from '#server/scope.ts';
import type { Tables } from './tables.ts';

/** In whose name the database is asked; row policies read it. */
export interface RowContext {
  readonly organisation: string;
  readonly person: string;
  /** The instant of the request: grants that are over by then hold no more. */
  readonly at: Date;
}

/** Read-only transactions refuse every write, whatever the code does. */
export type Access = 'read only' | 'read write';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * One transaction as the door: it reaches only what is needed before somebody is known.
 * Commits when `work` ends well, else rolls back.
 */
export async function atTheDoor<T>(
  database: Kysely<Tables>,
  access: Access,
  work: (rows: Rows) => Promise<T>,
): Promise<T> {
  return database
    .transaction()
    .setAccessMode(access)
    .execute(async (rows) => {
      await backToTheDoor(rows);
      return work(rows);
    });
}

/** From here on the transaction serves at the door again, for nobody. */
export async function backToTheDoor(rows: Rows): Promise<void> {
  await sql`set local role app_door`.execute(rows);
}

/**
 * From here on the transaction acts for a person of an organisation, behind the row policies.
 *
 * @throws RangeError when an id is not one; it never reaches the database as text
 */
export async function actFor(rows: Rows, { organisation, person, at }: RowContext): Promise<void> {
  for (const id of [organisation, person])
    if (!UUID.test(id)) throw new RangeError(`actFor: "${id}" is not an id`);
  await sql
    .raw(
      `set local role app_rt; set local app.organisation = '${organisation}'; set local app.person = '${person}'; set local app.at = '${at.toISOString()}'`,
    )
    .execute(rows);
}
