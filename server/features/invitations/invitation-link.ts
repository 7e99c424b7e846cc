import type { Rows } from '#server/scope.ts';
import { newToken } from '#server/sign-in/tokens.ts';
import { insertInvitationLink, type InvitationRow } from './invitations.store.ts';

/** A new link of an invitation, as a path; those before stay good until the invitation is over. */
export async function invitationLink(
  rows: Rows,
  { organisation_id, id }: Pick<InvitationRow, 'organisation_id' | 'id'>,
  at: Date,
): Promise<string> {
  const { token, digest } = newToken('link');
  await insertInvitationLink(rows, { organisation_id, token_digest: digest, invitation_id: id, made_at: at });
  return `/invitation/${token}`;
}
