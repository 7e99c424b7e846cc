import { randomUUID } from 'node:crypto';
import type { Rows } from '#server/scope.ts';
import './roles.store.ts';

/** A role that is given before its holder is known here: at set-up, or with an invitation. */
export interface DoorGrant {
  readonly organisation: string;
  readonly person: string;
  readonly role: string;
  /** `null`: everywhere in the organisation. */
  readonly program: string | null;
  /** `null`: by set-up. */
  readonly grantedBy: string | null;
  readonly at: Date;
  /** Its last day. */
  readonly endsOn: string;
}

/** Grants a role at the door; the row policies there take only what set-up or an accepted invitation says. */
export async function grantAtTheDoor(rows: Rows, grant: DoorGrant): Promise<void> {
  await rows
    .insertInto('role_grants')
    .values({
      organisation_id: grant.organisation,
      id: randomUUID(),
      person_id: grant.person,
      role: grant.role,
      program_id: grant.program,
      granted_by: grant.grantedBy,
      granted_at: grant.at,
      ends_on: grant.endsOn,
      ended_at: null,
      by_set_up: grant.grantedBy === null,
    })
    .execute();
}
