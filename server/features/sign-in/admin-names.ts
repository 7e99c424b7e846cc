import type { Rows } from '#server/scope.ts';

/** Who can help: the names of those who hold admin for a whole organisation, at most three. */
export async function adminNames(rows: Rows, organisation: string): Promise<string[]> {
  const found = await rows
    .selectFrom('role_grants')
    .innerJoin('people', (join) =>
      join
        .onRef('people.organisation_id', '=', 'role_grants.organisation_id')
        .onRef('people.id', '=', 'role_grants.person_id'),
    )
    .select('people.name')
    .where('role_grants.organisation_id', '=', organisation)
    .where('role', '=', 'admin')
    .where('program_id', 'is', null)
    .where('ended_at', 'is', null)
    .orderBy('granted_at')
    .limit(3)
    .execute();
  return found.map(({ name }) => name);
}
