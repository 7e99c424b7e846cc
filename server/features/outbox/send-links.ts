import { randomUUID } from 'node:crypto';
import { actFor, atTheDoor, backToTheDoor } from '#server/database/transaction.ts';
import { accountsOfMail, type DoorPerson } from '#server/features/sign-in/accounts.store.ts';
import {
  insertMailLink,
  takeMailLinkRequest,
  type MailLinkRequestRow,
} from '#server/features/sign-in/mail-links.store.ts';
import type { Mail } from '#server/mail/mail.ts';
import { ownLink } from '#server/mail/own-link.ts';
import type { Rows } from '#server/scope.ts';
import { storedDevice } from '#server/sign-in/device.ts';
import { newToken } from '#server/sign-in/tokens.ts';
import { isLanguage, wordsIn } from '#server/text/words.ts';
import type { Delivery } from './deliver.ts';
import { organisationOf, personToWrite } from './recipients.ts';

/** trust.md 7.1: so long a mail link is good, counted from when it was asked for. */
const GOOD_MINUTES = 10;

/**
 * Answers the oldest request for a link: one mail per open account of the address, none where there is no account. The link exists only
 * once its mail has left.
 *
 * @param passedOver how many of the oldest to leave for another time
 * @returns false when nobody waits
 */
export async function sendNextLink(
  { database, mailer, origin, clock }: Delivery,
  passedOver: number,
): Promise<boolean> {
  return atTheDoor(database, 'read write', async (rows) => {
    const request = await takeMailLinkRequest(rows, passedOver);
    if (request === undefined) return false;
    const expires_at = new Date(request.asked_at.getTime() + GOOD_MINUTES * 60_000);
    if (expires_at <= clock.now()) return true;
    const mails: Mail[] = [];
    for (const person of await accountsOfMail(rows, request.mail_key)) {
      const { token, digest } = newToken('link');
      const mail = await linkMail(rows, person, request, ownLink(origin, `/signin/link/${token}`));
      if (mail === null) continue;
      mails.push(mail);
      await actFor(rows, { organisation: person.organisation_id, person: person.person_id, at: clock.now() });
      await insertMailLink(rows, {
        organisation_id: person.organisation_id,
        id: randomUUID(),
        person_id: person.person_id,
        token_digest: digest,
        browser_digest: request.browser_digest,
        go_to: request.go_to,
        made_at: clock.now(),
        expires_at,
      });
      await backToTheDoor(rows);
    }
    for (const mail of mails) await mailer.send(mail);
    return true;
  });
}

async function linkMail(
  rows: Rows,
  { organisation_id, person_id }: DoorPerson,
  request: MailLinkRequestRow,
  link: string,
): Promise<Mail | null> {
  const to = await personToWrite(rows, organisation_id, person_id);
  if (to === undefined) return null;
  const organisation = await organisationOf(rows, organisation_id);
  const words = wordsIn(isLanguage(organisation.language) ? organisation.language : 'en');
  const { browser, system } = storedDevice(request.device);
  const device = words.say('account.device', { browser, system });
  return {
    id: randomUUID(),
    to,
    fromName: words.say('mail.from', { organisation: organisation.name }),
    subject: words.say('mail.sign-in-link.subject'),
    text: `${words.say('mail.sign-in-link.text', { name: to.name, organisation: organisation.name, device, link })}\n`,
  };
}
