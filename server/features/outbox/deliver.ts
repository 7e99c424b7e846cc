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
}

/** Minutes until the next try after each that failed; then it is given up, about a day later. */
const RETRY_MINUTES = [1, 5, 15, 60, 180, 360, 720];

/**
 * Sends everything that is due: links to sign in first, somebody waits for them.
 *
 * Each mail is sent and noted in one transaction; whoever is killed between the two sends it again, under the same id. A link that fails
 * holds no other up and waits for the next round.
 *
 * @returns how many left
 * @throws Error when something failed, without names or addresses: the next round should wait a little
 */
export async function deliverDue(delivery: Delivery): Promise<number> {
  const { sent, failed, fault } = await linksSent(delivery);
  let mails = 0;
  while (await sendNextMail(delivery)) mails++;
  if (failed > 0) throw new Error(`deliverDue: ${failed} links could not be sent (${fault})`);
  return sent + mails;
}

/** Links that may fail in one round; a mail server that is away fails them all. */
const MOST_FAILED = 20;

async function linksSent(delivery: Delivery): Promise<{ sent: number; failed: number; fault: string }> {
  const count = { sent: 0, failed: 0, fault: '' };
  while (count.failed < MOST_FAILED)
    try {
      if (!(await sendNextLink(delivery, count.failed))) break;
      count.sent++;
    } catch (error) {
      count.failed++;
      count.fault = faultOf(error);
    }
  return count;
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
