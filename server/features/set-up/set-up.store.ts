import type { Rows } from '#server/scope.ts';

/** The one-time link of the terminal. */
export interface SetUpLinkRow {
  readonly id: string;
  readonly token_digest: Buffer;
  readonly made_at: Date;
  readonly expires_at: Date;
  readonly used_at: Date | null;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    set_up_links: SetUpLinkRow;
  }
}

/** Whether an organisation exists. */
export async function anyOrganisation(rows: Rows): Promise<boolean> {
  return (await rows.selectFrom('organisations').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Replaces every link that was not used by a new one: only the last that was printed is good. */
export async function replaceSetUpLink(rows: Rows, link: Omit<SetUpLinkRow, 'used_at'>): Promise<void> {
  await rows.deleteFrom('set_up_links').where('used_at', 'is', null).execute();
  await rows
    .insertInto('set_up_links')
    .values({ ...link, used_at: null })
    .execute();
}

/** Whether a link is good now. */
export async function isGoodSetUpLink(rows: Rows, digest: Buffer, at: Date): Promise<boolean> {
  const found = await rows
    .selectFrom('set_up_links')
    .select('id')
    .where('token_digest', '=', digest)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return found !== undefined;
}

/** Uses a link up; false when it was used, replaced, or is over. */
export async function useSetUpLink(rows: Rows, digest: Buffer, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('set_up_links')
    .set({ used_at: at })
    .where('token_digest', '=', digest)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
