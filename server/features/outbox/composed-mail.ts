import { invitationLink } from '#server/features/invitations/invitation-link.ts';
import type { Mail } from '#server/mail/mail.ts';
import { ownLink } from '#server/mail/own-link.ts';
import type { Rows } from '#server/scope.ts';
import { isLanguage, wordsIn } from '#server/text/words.ts';
import { invitee, organisationOf, personToWrite } from './recipients.ts';
import type { OutboxRow } from './outbox.store.ts';

/** A mail of the outbox as it leaves; `null` when there is nobody to send it to any more. */
export async function composedMail(
  rows: Rows,
  row: OutboxRow,
  origin: string,
  at: Date,
): Promise<Mail | null> {
  const { organisation_id, invitation_id, person_id } = row;
  const organisation = await organisationOf(rows, organisation_id);
  const by = await personToWrite(rows, organisation_id, row.asked_by);
  const to =
    invitation_id === null
      ? await personToWrite(rows, organisation_id, person_id!)
      : await invitee(rows, organisation_id, invitation_id);
  if (to === undefined) return null;
  const link =
    invitation_id === null
      ? row.says.path === undefined
        ? undefined
        : ownLink(origin, row.says.path)
      : ownLink(origin, await invitationLink(rows, { organisation_id, id: invitation_id }, at));
  const words = wordsIn(isLanguage(organisation.language) ? organisation.language : 'en');
  const values = {
    ...row.says.values,
    name: to.name,
    organisation: organisation.name,
    by: by?.name ?? organisation.name,
    ...(link === undefined ? {} : { link }),
  };
  return {
    id: row.id,
    to,
    ...(by === undefined ? {} : { replyTo: by }),
    fromName: words.say('mail.from', { organisation: organisation.name }),
    subject: words.say(`mail.${row.kind}.subject`, values),
    text: `${words.say(`mail.${row.kind}.text`, values)}\n`,
  };
}
