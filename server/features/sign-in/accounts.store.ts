import type { Rows, Scope } from '#server/scope.ts';

/** Somebody who can sign in. */
export interface AccountRow {
  readonly organisation_id: string;
  readonly person_id: string;
  /** The address as it is compared. */
  readonly mail_key: string;
  readonly made_at: Date;
  readonly closed_at: Date | null;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    accounts: AccountRow;
  }
}

/** Who is asked for at the door. */
export interface DoorPerson {
  readonly organisation_id: string;
  readonly person_id: string;
}

/** The open accounts of an address, in every organisation of the installation. */
export async function accountsOfMail(rows: Rows, mailKey: string): Promise<DoorPerson[]> {
  return rows
    .selectFrom('accounts')
    .select(['organisation_id', 'person_id'])
    .where('mail_key', '=', mailKey)
    .where('closed_at', 'is', null)
    .orderBy('made_at')
    .orderBy('organisation_id')
    .execute();
}

/** The open account of a person. */
export async function accountOf(
  rows: Rows,
  { organisation_id, person_id }: DoorPerson,
): Promise<AccountRow | undefined> {
  return rows
    .selectFrom('accounts')
    .selectAll()
    .where('organisation_id', '=', organisation_id)
    .where('person_id', '=', person_id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
}

/** Whether an address has an open account in the organisation. */
export async function hasAccount({ rows, organisation }: Scope, mailKey: string): Promise<boolean> {
  const found = await rows
    .selectFrom('accounts')
    .select('person_id')
    .where('organisation_id', '=', organisation.id)
    .where('mail_key', '=', mailKey)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** Writes a new account. */
export async function insertAccount(rows: Rows, account: Omit<AccountRow, 'closed_at'>): Promise<void> {
  await rows
    .insertInto('accounts')
    .values({ ...account, closed_at: null })
    .execute();
}
