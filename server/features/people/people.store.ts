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
