import type { Grant } from '#server/access/grants.ts';
import '#server/features/organisations/organisations.store.ts';
import '#server/features/people/people.store.ts';
import '#server/features/roles/roles.store.ts';
import '#server/features/programs/programs.store.ts';
import type { Role } from '#server/access/roles.ts';
import type { OrganisationFacts, Rows } from '#server/scope.ts';
import type { SignedIn } from './visitor.ts';

/** What the database says of a visitor, read inside the transaction of the request. */
export interface Standing {
  readonly organisation: OrganisationFacts;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly programs: readonly { readonly id: string; readonly name: string }[];
}

/** Who a visitor is here, and the roles they hold now. A role that was taken away is gone with the next request. */
export async function standingOf(rows: Rows, { organisation, person }: SignedIn): Promise<Standing | null> {
  const facts = await rows
    .selectFrom('organisations')
    .innerJoin('people', 'people.organisation_id', 'organisations.id')
    .select([
      'organisations.id',
      'organisations.name',
      'time_zone',
      'language',
      'currency',
      'people.name as person',
    ])
    .where('organisations.id', '=', organisation)
    .where('people.organisation_id', '=', organisation)
    .where('people.id', '=', person)
    .executeTakeFirst();
  if (facts === undefined) return null;
  const held = await rows
    .selectFrom('role_grants_in_force')
    .select(['role', 'program_id'])
    .where('organisation_id', '=', organisation)
    .where('person_id', '=', person)
    .execute();
  const grants = held.map(({ role, program_id }): Grant => ({ role: role as Role, program: program_id }));
  return {
    organisation: {
      id: facts.id,
      name: facts.name,
      timeZone: facts.time_zone,
      language: facts.language,
      currency: facts.currency,
    },
    name: facts.person,
    grants,
    programs: await programsOf(rows, organisation, grants),
  };
}

async function programsOf(
  rows: Rows,
  organisation: string,
  grants: readonly Grant[],
): Promise<{ id: string; name: string }[]> {
  if (grants.length === 0) return [];
  const everywhere = grants.some((grant) => grant.program === null);
  const ids = grants.flatMap((grant) => (grant.program === null ? [] : [grant.program]));
  const programs = rows
    .selectFrom('programs')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisation)
    .orderBy('made_at');
  return everywhere ? programs.execute() : programs.where('id', 'in', ids).execute();
}

/**
 * The day that an instant falls on in a time zone.
 *
 * @example
 * dayIn('Pacific/Auckland', new Date('2026-11-25T12:00:00Z'))
 * // => '2026-11-26'
 */
export function dayIn(timeZone: string, at: Date): string {
  let format = dayFormats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    dayFormats.set(timeZone, format);
  }
  return format.format(at);
}

/** Making a format takes longer than the rest of a small page; there are only so many zones. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();
