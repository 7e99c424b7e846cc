import type { Rows } from '#server/scope.ts';

/** What a stranger asked for; belongs to nobody yet. */
export interface MailLinkRequestRow {
  readonly id: string;
  readonly mail_key: string;
  readonly browser_digest: Buffer;
  readonly device: string;
  readonly go_to: string;
  readonly asked_at: Date;
}

/** A link that signs in, once, in the browser that asked for it. */
export interface MailLinkRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly person_id: string;
  readonly token_digest: Buffer;
  readonly browser_digest: Buffer;
  readonly go_to: string;
  readonly made_at: Date;
  readonly expires_at: Date;
  readonly used_at: Date | null;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    mail_link_requests: MailLinkRequestRow;
    mail_links: MailLinkRow;
  }
}

/** Writes down that somebody asked. */
export async function insertMailLinkRequest(rows: Rows, request: MailLinkRequestRow): Promise<void> {
  await rows.insertInto('mail_link_requests').values(request).execute();
}

/** Takes the oldest request out, after some that are passed over; none when another process was faster. */
export async function takeMailLinkRequest(
  rows: Rows,
  passedOver: number,
): Promise<MailLinkRequestRow | undefined> {
  return rows
    .deleteFrom('mail_link_requests')
    .where('id', 'in', (is) =>
      is.selectFrom('mail_link_requests').select('id').orderBy('asked_at').limit(1).offset(passedOver),
    )
    .returningAll()
    .executeTakeFirst();
}

/** Writes a new link. */
export async function insertMailLink(rows: Rows, link: Omit<MailLinkRow, 'used_at'>): Promise<void> {
  await rows
    .insertInto('mail_links')
    .values({ ...link, used_at: null })
    .execute();
}

/** The link of a token, used or not. */
export async function mailLinkOfToken(rows: Rows, digest: Buffer): Promise<MailLinkRow | undefined> {
  return rows.selectFrom('mail_links').selectAll().where('token_digest', '=', digest).executeTakeFirst();
}

/** Uses a link up; false when somebody was faster. */
export async function useMailLink(
  rows: Rows,
  { organisation_id, id }: MailLinkRow,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('mail_links')
    .set({ used_at: at })
    .where('organisation_id', '=', organisation_id)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
