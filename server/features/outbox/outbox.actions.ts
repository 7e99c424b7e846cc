import { randomUUID } from 'node:crypto';
import { ownLink } from '#server/mail/own-link.ts';
import type { Scope } from '#server/scope.ts';
import { insertMail, type MailSays } from './outbox.store.ts';

/** A mail to be sent once this transaction is written. */
export interface MailToSend {
  /** `mail.<kind>.subject` and `mail.<kind>.text` in the catalogue. */
  readonly kind: string;
  /** The same key is one mail, however often it is asked for: `act/<id>/asked/<person>`. */
  readonly onceKey: string;
  readonly to: { readonly person: string } | { readonly invitation: string };
  /** What fills the holes of the text; no answers, no unreleased figure, no third person's name. */
  readonly values?: MailSays['values'];
  /** The page it leads to, a path of our own. */
  readonly path?: string;
}

/**
 * Puts a mail into the outbox, in the transaction of the scope; a job sends it.
 *
 * The text may use `{name}` (who gets it), `{organisation}`, `{by}` (who acts) and, with a path, `{link}`.
 *
 * @throws RangeError when the path is not one of our own
 */
export async function queueMail(
  scope: Scope,
  { kind, onceKey, to, values, path }: MailToSend,
): Promise<void> {
  if (path !== undefined) ownLink(scope.installation.origin, path);
  const at = scope.clock.now();
  await insertMail(scope.rows, {
    organisation_id: scope.organisation.id,
    id: randomUUID(),
    once_key: onceKey,
    kind,
    person_id: 'person' in to ? to.person : null,
    invitation_id: 'invitation' in to ? to.invitation : null,
    asked_by: scope.person,
    says: { values: values ?? {}, ...(path === undefined ? {} : { path }) },
    made_at: at,
    due_at: at,
  });
}
