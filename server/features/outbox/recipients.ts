import type { OrganisationRow } from '#server/features/organisations/organisations.store.ts';
import type { Rows } from '#server/scope.ts';

/** Somebody to write to. */
export interface Recipient {
  readonly name: string;
  readonly address: string;
}

/** The organisation of a mail. */
export async function organisationOf(rows: Rows, id: string): Promise<OrganisationRow> {
  return rows.selectFrom('organisations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** A person with an address, as long as their account is open. */
export async function personToWrite(
  rows: Rows,
  organisation: string,
  person: string,
): Promise<Recipient | undefined> {
  const found = await rows
    .selectFrom('people')
    .innerJoin('accounts', (join) =>
      join
        .onRef('accounts.organisation_id', '=', 'people.organisation_id')
        .onRef('accounts.person_id', '=', 'people.id'),
    )
    .select(['name', 'mail'])
    .where('people.organisation_id', '=', organisation)
    .where('people.id', '=', person)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return found === undefined || found.mail === null ? undefined : { name: found.name, address: found.mail };
}

/** Somebody who is invited, as long as the invitation is open. */
export async function invitee(rows: Rows, organisation: string, id: string): Promise<Recipient | undefined> {
  const found = await rows
    .selectFrom('invitations')
    .select(['name', 'mail'])
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return found === undefined ? undefined : { name: found.name, address: found.mail };
}
