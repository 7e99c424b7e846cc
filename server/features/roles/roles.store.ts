/** A role that somebody was given. */
export interface RoleGrantRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly person_id: string;
  readonly role: string;
  /** `null`: everywhere in the organisation. */
  readonly program_id: string | null;
  readonly granted_by: string | null;
  readonly granted_at: Date;
  readonly ends_on: string;
  readonly ended_at: Date | null;
  readonly by_set_up: boolean;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    role_grants: RoleGrantRow;
  }
}
