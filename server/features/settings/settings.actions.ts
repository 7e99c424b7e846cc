import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import { updateOrganisation, type OrganisationSettings } from './settings.store.ts';

/**
 * Changes the settings of the organisation; each change is an entry of the record.
 *
 * @throws Problem `cannot-be` when amounts were written in the currency that would go
 */
export async function changeSettings(scope: Scope, wanted: OrganisationSettings): Promise<void> {
  const now: OrganisationSettings = scope.organisation;
  const changed = (['name', 'timeZone', 'language', 'currency'] as const).filter(
    (setting) => wanted[setting] !== now[setting],
  );
  if (changed.length === 0) return;
  const outcome = await updateOrganisation(scope, wanted);
  if (outcome === 'not allowed') throw new Problem('not-allowed');
  if (outcome === 'currency in use')
    throw new Problem('cannot-be', {
      fields: [{ field: 'currency', text: 'settings.currency-in-use', values: { currency: now.currency } }],
    });
  for (const setting of changed)
    await scope.record({
      kind: 'settings.changed',
      object: `organisation/${scope.organisation.id}`,
      payload: { setting, from: now[setting], to: wanted[setting] },
    });
}
