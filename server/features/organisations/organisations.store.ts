import type { Rows } from '#server/scope.ts';

/** An organisation: the tenant. */
export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly time_zone: string;
  readonly language: string;
  readonly currency: string;
  readonly made_at: Date;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    organisations: OrganisationRow;
  }
}

/** Writes a new organisation, at the door. */
export async function insertOrganisation(rows: Rows, organisation: OrganisationRow): Promise<void> {
  await rows.insertInto('organisations').values(organisation).execute();
}
