import { randomUUID } from 'node:crypto';
import { collisionsOf } from '#server/access/combinations.ts';
import type { Grant } from '#server/access/grants.ts';
import { programsToOpen } from '#server/features/programs/programs.actions.ts';
import { queueMail } from '#server/features/outbox/outbox.actions.ts';
import { hasAccount } from '#server/features/sign-in/accounts.store.ts';
import { Problem } from '#server/http/problem.ts';
import { mailKey } from '#server/mail/mail.ts';
import { ownLink } from '#server/mail/own-link.ts';
import type { Scope } from '#server/scope.ts';
import { invitationLink } from './invitation-link.ts';
import type { Invite } from './invitations.schema.ts';
import {
  insertInvitation,
  openInvitation,
  openInvitations,
  prolongInvitation,
  rolesOfInvitations,
  withdrawInvitation,
  type InvitationRoleRow,
  type InvitationRow,
} from './invitations.store.ts';

/** Somebody away for a week still finds it. */
const GOOD_DAYS = 7;

/** An invitation as its page shows it. */
export interface ListedInvitation extends Pick<
  InvitationRow,
  'id' | 'name' | 'mail' | 'made_at' | 'expires_at'
> {
  readonly roles: readonly InvitationRoleRow[];
  readonly over: boolean;
}

/** The invitations that are open. */
export async function invitationsToSee(scope: Scope): Promise<ListedInvitation[]> {
  const open = await openInvitations(scope);
  const roles = await rolesOfInvitations(
    scope.rows,
    scope.organisation.id,
    open.map(({ id }) => id),
  );
  return open.map(({ id, name, mail, made_at, expires_at }) => ({
    id,
    name,
    mail,
    made_at,
    expires_at,
    roles: roles.filter((role) => role.invitation_id === id),
    over: expires_at <= scope.clock.now(),
  }));
}

/**
 * Invites somebody. Their roles wait until they accept.
 *
 * @returns the id of the invitation
 * @throws Problem `cannot-be` when they work here already, roles exclude each other, or the program cannot be seen
 */
export async function invite(scope: Scope, { name, mail, roles, program }: Invite): Promise<string> {
  const key = mailKey(mail);
  await refuseWrong(
    scope,
    key,
    roles.map((role) => ({ role, program })),
  );
  if (program !== null && !(await programsToOpen(scope)).some((seen) => seen.id === program))
    throw new Problem('cannot-be', { fields: [{ field: 'program', text: 'wrong.program' }] });
  const [id, person] = [randomUUID(), randomUUID()];
  const at = scope.clock.now();
  await insertInvitation(
    scope.rows,
    {
      organisation_id: scope.organisation.id,
      id,
      name,
      mail,
      mail_key: key,
      invited_by: scope.person,
      made_at: at,
      expires_at: daysLater(at, GOOD_DAYS),
      person_id: person,
    },
    roles.map((role) => ({ role, program_id: program })),
  );
  for (const role of roles)
    await scope.record({
      kind: 'person.invited',
      object: `invitation/${id}`,
      ...(program === null ? {} : { program }),
      payload: { person, role },
    });
  await mailInvitation(scope, id, 'first');
  return id;
}

async function refuseWrong(scope: Scope, key: string, grants: readonly Grant[]): Promise<void> {
  const wrong = (field: string, text: string): never => {
    throw new Problem('cannot-be', { fields: [{ field, text }] });
  };
  if (await hasAccount(scope, key)) wrong('mail', 'invitations.works-here');
  if ((await openInvitations(scope)).some((open) => open.mail_key === key))
    wrong('mail', 'invitations.invited-already');
  const [collision] = collisionsOf(grants);
  if (collision !== undefined) wrong('roles', collision.exclusion.why);
}

/** Without a mail server the mail is shown in the terminal, and its inviter can be shown a link of its own. */
async function mailInvitation(scope: Scope, id: string, turn: string): Promise<void> {
  await queueMail(scope, { kind: 'invitation', onceKey: `invitation/${id}/${turn}`, to: { invitation: id } });
}

/**
 * A link to hand over by oneself, where no mail leaves.
 *
 * @throws Problem `not-found`, `not-now` where mails leave
 */
export async function linkToHandOver(scope: Scope, id: string): Promise<{ name: string; link: string }> {
  if (scope.installation.mail === 'leaves') throw new Problem('not-now', { text: 'invitations.by-mail' });
  const key = { organisation_id: scope.organisation.id, id };
  const invitation = await openInvitation(scope.rows, key);
  if (invitation === undefined) throw new Problem('not-found');
  const path = await invitationLink(scope.rows, key, scope.clock.now());
  return { name: invitation.name, link: ownLink(scope.installation.origin, path) };
}

/**
 * Sends an open invitation once more, and gives it seven days again.
 *
 * @throws Problem `not-found`
 */
export async function inviteAgain(scope: Scope, id: string): Promise<void> {
  const at = scope.clock.now();
  const key = { organisation_id: scope.organisation.id, id };
  if (!(await prolongInvitation(scope.rows, key, daysLater(at, GOOD_DAYS)))) throw new Problem('not-found');
  await mailInvitation(scope, id, at.toISOString());
}

/**
 * Withdraws an open invitation: its links are over.
 *
 * @throws Problem `not-found`
 */
export async function withdraw(scope: Scope, id: string): Promise<void> {
  const key = { organisation_id: scope.organisation.id, id };
  const invitation = await openInvitation(scope.rows, key);
  if (invitation === undefined || !(await withdrawInvitation(scope.rows, key, scope.clock.now())))
    throw new Problem('not-found');
  await scope.record({
    kind: 'invitation.withdrawn',
    object: `invitation/${id}`,
    payload: { person: invitation.person_id },
  });
}

function daysLater(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 24 * 60 * 60_000);
}
