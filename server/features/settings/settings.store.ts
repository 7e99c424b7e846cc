import '#server/features/organisations/organisations.store.ts';
import type { Scope } from '#server/scope.ts';

/** What an organisation may change of itself. */
export interface OrganisationSettings {
  readonly name: string;
  readonly timeZone: string;
  readonly language: string;
  readonly currency: string;
}

/** Writes the settings of the organisation. */
export async function updateOrganisation(
  { rows, organisation }: Scope,
  { name, timeZone, language, currency }: OrganisationSettings,
): Promise<void> {
  await rows
    .updateTable('organisations')
    .set({ name, time_zone: timeZone, language, currency })
    .where('id', '=', organisation.id)
    .execute();
}

/** Whether amounts were written in the currency of the organisation; then it stays. */
export async function anyCost({ rows, organisation }: Scope): Promise<boolean> {
  const found = await rows
    .selectFrom('costs')
    .select('id')
    .where('organisation_id', '=', organisation.id)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
