import type { Rows, Scope } from '#server/scope.ts';

/** A human on file. */
export interface PersonRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly name: string;
  readonly mail: string | null;
  readonly made_at: Date;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    people: PersonRow;
  }
}

/** Writes somebody new, at the door. */
export async function insertPerson(rows: Rows, person: PersonRow): Promise<void> {
  await rows.insertInto('people').values(person).execute();
}

/** The acting person: name and address. */
export async function personNamed({
  rows,
  organisation,
  person,
}: Scope): Promise<Pick<PersonRow, 'name' | 'mail'>> {
  return rows
    .selectFrom('people')
    .select(['name', 'mail'])
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', person)
    .executeTakeFirstOrThrow();
}
