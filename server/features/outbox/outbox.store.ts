import type { Rows } from '#server/scope.ts';

/** What a mail says besides its kind: the values of its text, and the page it leads to. */
export interface MailSays {
  readonly values: Readonly<Record<string, string | number>>;
  /** A path of our own; absent where the link is made when the mail leaves. */
  readonly path?: string;
}

/** A mail that waits to leave. */
export interface OutboxRow {
  readonly organisation_id: string;
  readonly id: string;
  /** The same key is one mail, however often it is asked for. */
  readonly once_key: string;
  readonly kind: string;
  /** To whom; or to whom an invitation goes. */
  readonly person_id: string | null;
  readonly invitation_id: string | null;
  /** Whose act it tells of; answers go to them. */
  readonly asked_by: string;
  readonly says: MailSays;
  readonly made_at: Date;
  readonly due_at: Date;
  readonly tries: number;
  readonly sent_at: Date | null;
  readonly given_up_at: Date | null;
  readonly last_fault: string | null;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    outbox: OutboxRow;
  }
}

/** Puts a mail into the outbox, once per key. */
export async function insertMail(
  rows: Rows,
  mail: Omit<OutboxRow, 'tries' | 'sent_at' | 'given_up_at' | 'last_fault' | 'says'> & {
    readonly says: MailSays;
  },
): Promise<void> {
  await rows
    .insertInto('outbox')
    .values({
      ...mail,
      says: JSON.stringify(mail.says) as unknown as MailSays,
      tries: 0,
      sent_at: null,
      given_up_at: null,
      last_fault: null,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'once_key']).doNothing())
    .execute();
}

/** The mail that is due the longest, held until the transaction ends; one that another process holds is passed over. */
export async function dueMail(rows: Rows, at: Date): Promise<OutboxRow | undefined> {
  return rows
    .selectFrom('outbox')
    .selectAll()
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('due_at', '<=', at)
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** Notes what became of a mail. */
export async function noteMail(
  rows: Rows,
  { organisation_id, id }: Pick<OutboxRow, 'organisation_id' | 'id'>,
  became: Partial<Pick<OutboxRow, 'tries' | 'due_at' | 'sent_at' | 'given_up_at' | 'last_fault'>>,
): Promise<void> {
  await rows
    .updateTable('outbox')
    .set(became)
    .where('organisation_id', '=', organisation_id)
    .where('id', '=', id)
    .execute();
}
