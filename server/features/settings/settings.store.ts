import '#server/features/organisations/organisations.store.ts';
import type { Scope } from '#server/scope.ts';

/** What an organisation may change of itself. */
export interface OrganisationSettings {
  readonly name: string;
  readonly timeZone: string;
  readonly language: string;
  readonly currency: string;
}

/** What became of a change. */
export type Changed = 'changed' | 'not allowed' | 'currency in use';

/** Writes the settings of the organisation. The database knows whether amounts are written in its currency, also those that nobody here sees. */
export async function updateOrganisation(
  { rows, organisation }: Scope,
  { name, timeZone, language, currency }: OrganisationSettings,
): Promise<Changed> {
  try {
    const { numUpdatedRows } = await rows
      .updateTable('organisations')
      .set({ name, time_zone: timeZone, language, currency })
      .where('id', '=', organisation.id)
      .executeTakeFirst();
    return numUpdatedRows === 1n ? 'changed' : 'not allowed';
  } catch (error) {
    if ((error as { code?: unknown }).code === REFERENCED) return 'currency in use';
    throw error;
  }
}

/** PostgreSQL: foreign_key_violation. */
const REFERENCED = '23503';
