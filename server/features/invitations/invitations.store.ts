import type { Rows, Scope } from '#server/scope.ts';

/** Somebody who is asked to work here. */
export interface InvitationRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  /** The address as it is compared. */
  readonly mail_key: string;
  readonly invited_by: string;
  readonly made_at: Date;
  readonly expires_at: Date;
  readonly accepted_at: Date | null;
  /** Who they will be, once they accept. */
  readonly person_id: string;
  readonly withdrawn_at: Date | null;
}

/** A role that waits for an invitation to be accepted. */
export interface InvitationRoleRow {
  readonly organisation_id: string;
  readonly invitation_id: string;
  readonly role: string;
  /** `null`: everywhere in the organisation. */
  readonly program_id: string | null;
}

/** A link of an invitation. */
export interface InvitationLinkRow {
  readonly organisation_id: string;
  readonly token_digest: Buffer;
  readonly invitation_id: string;
  readonly made_at: Date;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    invitations: InvitationRow;
    invitation_links: InvitationLinkRow;
    invitation_roles: InvitationRoleRow;
  }
}

type Key = Pick<InvitationRow, 'organisation_id' | 'id'>;

/** Writes an invitation with its roles. */
export async function insertInvitation(
  rows: Rows,
  invitation: Omit<InvitationRow, 'accepted_at' | 'withdrawn_at'>,
  roles: readonly Pick<InvitationRoleRow, 'role' | 'program_id'>[],
): Promise<void> {
  const { organisation_id, id: invitation_id } = invitation;
  await rows
    .insertInto('invitations')
    .values({ ...invitation, accepted_at: null, withdrawn_at: null })
    .execute();
  await rows
    .insertInto('invitation_roles')
    .values(roles.map(({ role, program_id }) => ({ organisation_id, invitation_id, role, program_id })))
    .execute();
}

/** Every invitation of the organisation that was neither accepted nor withdrawn, the newest first. */
export async function openInvitations({ rows, organisation }: Scope): Promise<InvitationRow[]> {
  return rows
    .selectFrom('invitations')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('made_at', 'desc')
    .execute();
}

/** An invitation by its id, if it is open. */
export async function openInvitation(
  rows: Rows,
  { organisation_id, id }: Key,
): Promise<InvitationRow | undefined> {
  return rows
    .selectFrom('invitations')
    .selectAll()
    .where('organisation_id', '=', organisation_id)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
}

/** The roles that invitations of an organisation hold. */
export async function rolesOfInvitations(
  rows: Rows,
  organisation: string,
  ids: readonly string[],
): Promise<InvitationRoleRow[]> {
  if (ids.length === 0) return [];
  return rows
    .selectFrom('invitation_roles')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('invitation_id', 'in', ids)
    .orderBy('role')
    .execute();
}

/** The invitation of a token, at the door: open, or undefined. */
export async function invitationOfToken(
  rows: Rows,
  digest: Buffer,
  at: Date,
): Promise<InvitationRow | undefined> {
  return rows
    .selectFrom('invitation_links')
    .innerJoin('invitations', (join) =>
      join
        .onRef('invitations.organisation_id', '=', 'invitation_links.organisation_id')
        .onRef('invitations.id', '=', 'invitation_links.invitation_id'),
    )
    .selectAll('invitations')
    .where('token_digest', '=', digest)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
}

/** Writes a link of an invitation. */
export async function insertInvitationLink(rows: Rows, link: InvitationLinkRow): Promise<void> {
  await rows.insertInto('invitation_links').values(link).execute();
}

/** Gives an open invitation more time; false when there is none. */
export async function prolongInvitation(
  rows: Rows,
  { organisation_id, id }: Key,
  expires_at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('invitations')
    .set({ expires_at })
    .where('organisation_id', '=', organisation_id)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Accepts an invitation; false when somebody was faster. */
export async function acceptInvitation(rows: Rows, { organisation_id, id }: Key, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('invitations')
    .set({ accepted_at: at })
    .where('organisation_id', '=', organisation_id)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Withdraws an open invitation; false when there is none. */
export async function withdrawInvitation(
  rows: Rows,
  { organisation_id, id }: Key,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('invitations')
    .set({ withdrawn_at: at })
    .where('organisation_id', '=', organisation_id)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The name of whoever invited, as long as they may still invite: admin for the organisation, account open. */
export async function inviterOf(
  rows: Rows,
  { organisation_id, invited_by }: Pick<InvitationRow, 'organisation_id' | 'invited_by'>,
): Promise<string | undefined> {
  const found = await rows
    .selectFrom('role_grants')
    .innerJoin('people', (join) =>
      join
        .onRef('people.organisation_id', '=', 'role_grants.organisation_id')
        .onRef('people.id', '=', 'role_grants.person_id'),
    )
    .select('people.name')
    .where('role_grants.organisation_id', '=', organisation_id)
    .where('role_grants.person_id', '=', invited_by)
    .where('role', '=', 'admin')
    .where('program_id', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found?.name;
}
