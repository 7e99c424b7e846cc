import { randomUUID } from 'node:crypto';
import { setPassword } from '#server/features/account/set-password.ts';
import { organisationOf } from '#server/features/outbox/recipients.ts';
import { insertPerson } from '#server/features/people/people.store.ts';
import { grantAtTheDoor } from '#server/features/roles/grant-at-the-door.ts';
import { yearLater } from '#server/features/roles/year-later.ts';
import { insertAccount } from '#server/features/sign-in/accounts.store.ts';
import { beginSignIn, comeIn, type Browser } from '#server/features/sign-in/begin-sign-in.ts';
import { Problem } from '#server/http/problem.ts';
import type { Answer } from '#server/http/route.ts';
import { dayIn } from '#server/http/standing.ts';
import type { DoorScope, Scope } from '#server/scope.ts';
import { couldBeToken, tokenDigest } from '#server/sign-in/tokens.ts';
import type { Accept } from './invitations.schema.ts';
import {
  acceptInvitation,
  invitationOfToken,
  inviterOf,
  rolesOfInvitations,
  type InvitationRoleRow,
  type InvitationRow,
} from './invitations.store.ts';

/** An invitation as whoever opens its link sees it. */
export interface OpenedInvitation {
  readonly invitation: InvitationRow;
  readonly roles: readonly InvitationRoleRow[];
  readonly organisation: string;
  readonly inviter: string;
}

/**
 * The invitation of a link, as long as it is good and whoever invited may still invite.
 *
 * @throws Problem `gone`
 */
export async function openedInvitation({ rows, clock }: DoorScope, token: string): Promise<OpenedInvitation> {
  const invitation = couldBeToken('link', token)
    ? await invitationOfToken(rows, tokenDigest(token), clock.now())
    : undefined;
  const inviter = invitation === undefined ? undefined : await inviterOf(rows, invitation);
  if (invitation === undefined || inviter === undefined)
    throw new Problem('gone', { text: 'invitations.over' });
  const roles = await rolesOfInvitations(rows, invitation.organisation_id, [invitation.id]);
  const { name } = await organisationOf(rows, invitation.organisation_id);
  return { invitation, roles, organisation: name, inviter };
}

/**
 * Accepts an invitation: the account is made, the roles are granted by whoever invited, and the person is signed in.
 *
 * @throws Problem `gone` when it is over or somebody was faster; `cannot-be` for a password that everybody tries
 */
export async function accept(
  door: DoorScope,
  token: string,
  facts: Accept,
  browser: Browser,
): Promise<Answer> {
  const { rows, clock } = door;
  const at = clock.now();
  const { invitation, roles } = await openedInvitation(door, token);
  if (!(await acceptInvitation(rows, invitation, at)))
    throw new Problem('gone', { text: 'invitations.over' });
  const { organisation_id, person_id, mail, mail_key, invited_by } = invitation;
  await insertPerson(rows, { organisation_id, id: person_id, name: facts.name, mail, made_at: at });
  await insertAccount(rows, { organisation_id, person_id, mail_key, made_at: at });
  const { time_zone, name } = await organisationOf(rows, organisation_id);
  const endsOn = yearLater(dayIn(time_zone, at));
  for (const { role, program_id } of roles)
    await grantAtTheDoor(rows, {
      organisation: organisation_id,
      person: person_id,
      role,
      program: program_id,
      grantedBy: invited_by,
      at,
      endsOn,
    });
  const who = { organisation_id, person_id };
  await comeIn(door, who, browser);
  await recordGrants(await actingAs(door, organisation_id, invited_by, at), roles, person_id, endsOn);
  const scope = await actingAs(door, organisation_id, person_id, at);
  if (facts.password !== undefined) await setPassword(scope, facts.password, [facts.name, mail, name]);
  return beginSignIn(door, who, browser, '/');
}

async function actingAs(door: DoorScope, organisation: string, person: string, at: Date): Promise<Scope> {
  return door.actAs({
    organisation,
    person,
    signIn: randomUUID(),
    provedAt: at,
    lastSeenAt: at,
    goFirst: null,
  });
}

/** A grant is the act of whoever invited; the acceptance only lets it begin. */
async function recordGrants(
  scope: Scope,
  roles: readonly InvitationRoleRow[],
  person: string,
  until: string,
): Promise<void> {
  for (const { role, program_id } of roles)
    await scope.record({
      kind: 'role.granted',
      object: `person/${person}`,
      ...(program_id === null ? {} : { program: program_id }),
      payload: { role, to: person, until },
    });
}
