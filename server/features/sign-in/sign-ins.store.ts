import type { Rows } from '#server/scope.ts';
import type { DoorPerson } from './accounts.store.ts';

/** One browser in which somebody is signed in. */
export interface SignInRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly person_id: string;
  readonly token_digest: Buffer;
  /** Browser and system, as `deviceText` writes them. */
  readonly device: string;
  /** False between the first and the second step. */
  readonly complete: boolean;
  readonly started_at: Date;
  readonly last_seen_at: Date;
  /** When they last showed who they are. */
  readonly proved_at: Date;
  readonly ended_at: Date | null;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    sign_ins: SignInRow;
  }
}

/** The sign-in of a token that has not been ended; whether it still holds is for the caller to say. */
export async function signInOfToken(rows: Rows, digest: Buffer): Promise<SignInRow | undefined> {
  return rows
    .selectFrom('sign_ins')
    .selectAll()
    .where('token_digest', '=', digest)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** Writes a new sign-in. */
export async function insertSignIn(rows: Rows, row: Omit<SignInRow, 'ended_at'>): Promise<void> {
  await rows
    .insertInto('sign_ins')
    .values({ ...row, ended_at: null })
    .execute();
}

/** Gives a sign-in another token, so that whoever knew the old one is out. */
export async function renewSignIn(
  rows: Rows,
  { organisation_id, id }: Pick<SignInRow, 'organisation_id' | 'id'>,
  changed: Partial<Pick<SignInRow, 'token_digest' | 'complete' | 'last_seen_at' | 'proved_at'>>,
): Promise<void> {
  await rows
    .updateTable('sign_ins')
    .set(changed)
    .where('organisation_id', '=', organisation_id)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends the sign-in of a token, if there is one. */
export async function endSignInOfToken(rows: Rows, digest: Buffer, at: Date): Promise<void> {
  await rows
    .updateTable('sign_ins')
    .set({ ended_at: at })
    .where('token_digest', '=', digest)
    .where('ended_at', 'is', null)
    .execute();
}

/** The sign-ins of a person that have not been ended, the last used first. */
export async function signInsOf(
  rows: Rows,
  { organisation_id, person_id }: DoorPerson,
): Promise<SignInRow[]> {
  return rows
    .selectFrom('sign_ins')
    .selectAll()
    .where('organisation_id', '=', organisation_id)
    .where('person_id', '=', person_id)
    .where('complete', '=', true)
    .where('ended_at', 'is', null)
    .orderBy('last_seen_at', 'desc')
    .execute();
}

/** Which sign-ins of a person to end. */
export type Which = { readonly only: string } | { readonly allBut: string } | 'all';

/** Ends sign-ins of a person; how many there were. */
export async function endSignIns(
  rows: Rows,
  { organisation_id, person_id }: DoorPerson,
  which: Which,
  at: Date,
): Promise<number> {
  const all = rows
    .updateTable('sign_ins')
    .set({ ended_at: at })
    .where('organisation_id', '=', organisation_id)
    .where('person_id', '=', person_id)
    .where('ended_at', 'is', null);
  const chosen =
    which === 'all'
      ? all
      : 'only' in which
        ? all.where('id', '=', which.only)
        : all.where('id', '!=', which.allBut);
  return Number((await chosen.executeTakeFirst()).numUpdatedRows);
}
