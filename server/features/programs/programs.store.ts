import type { Scope } from '#server/scope.ts';

/** A mentoring program of an organisation. */
export interface ProgramRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly name: string;
  readonly template: string;
  readonly made_by: string;
  readonly made_at: Date;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    programs: ProgramRow;
  }
}

/** Writes a new program. */
export async function insertProgram(
  { rows, organisation }: Scope,
  program: Omit<ProgramRow, 'organisation_id'>,
): Promise<void> {
  await rows
    .insertInto('programs')
    .values({ ...program, organisation_id: organisation.id })
    .execute();
}

/** The programs that the reader may open, oldest first. */
export async function programsSeen({ rows, organisation, grants }: Scope): Promise<ProgramRow[]> {
  const all = await rows
    .selectFrom('programs')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .orderBy('made_at')
    .execute();
  const everywhere = grants.some((grant) => grant.program === null);
  return all.filter(({ id }) => everywhere || grants.some((grant) => grant.program === id));
}
