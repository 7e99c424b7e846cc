import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import { atTheDoor } from '#server/database/transaction.ts';
import type { Mailer } from '#server/mail/mailer.ts';
import type { Clock } from '#server/scope.ts';
import { composedMail } from './composed-mail.ts';
import { dueMail, noteMail, type OutboxRow } from './outbox.store.ts';
import { sendNextLink } from './send-links.ts';

/** What a delivery needs. */
export interface Delivery {
  readonly database: Kysely<Tables>;
  readonly mailer: Mailer;
  readonly origin: string;
  readonly clock: Clock;
  /** What went wrong, without names or addresses. */
  readonly logFault: (reference: string, error: unknown) => void;
}

/** Minutes until the next try after each that failed; then it is given up, about a day later. */
const RETRY_MINUTES = [1, 5, 15, 60, 180, 360, 720];

/**
 * Sends everything that is due: links to sign in first, somebody waits for them.
 *
 * Each mail is sent and noted in one transaction; whoever is killed between the two sends it again, under the same id.
 *
 * @returns how many left
 */
export async function deliverDue(delivery: Delivery): Promise<number> {
  const links = await allSent(delivery, (failed) => sendNextLink(delivery, failed));
  return links + (await allSent(delivery, () => sendNextMail(delivery)));
}

/** Links that may fail in one round; a mail server that is away fails them all. */
const MOST_FAILED = 20;

/** Sends one after the other until none is left; one that fails holds nobody up. */
async function allSent(
  { logFault }: Delivery,
  sendNext: (failed: number) => Promise<boolean>,
): Promise<number> {
  let sent = 0;
  for (let failed = 0; failed < MOST_FAILED;)
    try {
      if (!(await sendNext(failed))) break;
      sent++;
    } catch (error) {
      logFault('mail', error);
      failed++;
    }
  return sent;
}

async function sendNextMail({ database, mailer, origin, clock }: Delivery): Promise<boolean> {
  return atTheDoor(database, 'read write', async (rows) => {
    const at = clock.now();
    const row = await dueMail(rows, at);
    if (row === undefined) return false;
    const mail = await composedMail(rows, row, origin, at);
    if (mail === null) await noteMail(rows, row, { given_up_at: at, last_fault: 'nobody to send it to' });
    else await sentOrLater(mailer.send(mail), at).then((became) => noteMail(rows, row, became(row)));
    return true;
  });
}

type Became = (row: OutboxRow) => Parameters<typeof noteMail>[2];

async function sentOrLater(sending: Promise<void>, at: Date): Promise<Became> {
  try {
    await sending;
    return ({ tries }) => ({ sent_at: at, tries: tries + 1 });
  } catch (error) {
    return ({ tries }) => {
      const minutes = RETRY_MINUTES[tries];
      const fault = { tries: tries + 1, last_fault: faultOf(error) };
      return minutes === undefined
        ? { ...fault, given_up_at: at }
        : { ...fault, due_at: new Date(at.getTime() + minutes * 60_000) };
    };
  }
}

/** What a fault may say in a log: the code of the mail server, never the address that it quotes. */
function faultOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return (
    [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') ||
    'unknown'
  );
}
