import type { Rows } from '#server/scope.ts';
import type { DoorPerson } from './accounts.store.ts';

/** A password, as its hash. */
export interface PasswordRow {
  readonly organisation_id: string;
  readonly person_id: string;
  readonly hash: string;
  readonly changed_at: Date;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    passwords: PasswordRow;
  }
}

/** The password of a person, if they chose to have one. */
export async function passwordOf(
  rows: Rows,
  { organisation_id, person_id }: DoorPerson,
): Promise<PasswordRow | undefined> {
  return rows
    .selectFrom('passwords')
    .selectAll()
    .where('organisation_id', '=', organisation_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
}

/** Sets or replaces a password. */
export async function putPassword(
  rows: Rows,
  { organisation_id, person_id, hash, changed_at }: PasswordRow,
): Promise<void> {
  await rows
    .insertInto('passwords')
    .values({ organisation_id, person_id, hash, changed_at })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id']).doUpdateSet({ hash, changed_at }),
    )
    .execute();
}

/** Takes a password away. */
export async function deletePassword(rows: Rows, { organisation_id, person_id }: DoorPerson): Promise<void> {
  await rows
    .deleteFrom('passwords')
    .where('organisation_id', '=', organisation_id)
    .where('person_id', '=', person_id)
    .execute();
}
