import type { Rows } from '#server/scope.ts';

/** Somebody whose sign-in is good now. */
export interface SignedIn {
  readonly signIn: string;
  readonly organisation: string;
  readonly person: string;
  readonly provedAt: Date;
  readonly lastSeenAt: Date;
  /** Set when they must first do something else, for example enrol a second factor. */
  readonly goFirst: string | null;
}

/** Finds the sign-in of a request, inside a transaction of the door; `null` for a stranger. */
export type FindVisitor = (
  rows: Rows,
  cookies: Readonly<Record<string, string>>,
  at: Date,
) => Promise<SignedIn | null>;

/** Notes that a sign-in was used; runs after the answer, in its own transaction, once a minute at most. */
export type NoteUse = (rows: Rows, signIn: string, at: Date) => Promise<void>;
