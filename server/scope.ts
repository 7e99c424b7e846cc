import type { Transaction } from 'kysely';
import type { Told } from '#record/kinds.ts';
import type { Said } from '#server/record-store/read-payloads.ts';
import type { Grant } from '#server/access/grants.ts';
import type { Purpose } from '#server/access/purposes.ts';
import type { Tables } from '#server/database/tables.ts';
import type { SignedIn } from '#server/http/visitor.ts';
import type { Installation } from '#server/installation.ts';

/** Rows of the database inside one transaction; there is no other way to them. */
export type Rows = Transaction<Tables>;

/** What time it is. Tests and the demo hand in their own. */
export interface Clock {
  now(): Date;
}

/**
 * What an action wants to have written into the record, in its own transaction: a kind with what its payload may hold
 * (`record/kinds.ts`, where a new kind gets its line).
 */
export type Entry = Told & {
  /** What it is about: a noun and an id, for example `program/6f0c…`. */
  readonly object: string;
  readonly program?: string;
  /** The person whose key covers what the entry says; the actor where nobody is named. */
  readonly subject?: string;
  /** The id of the entry that this one changes or takes back. */
  readonly prev?: string;
};

/** The organisation in whose name a scope acts. */
export interface OrganisationFacts {
  readonly id: string;
  readonly name: string;
  /** IANA name; "today" follows it. */
  readonly timeZone: string;
  /** BCP 47. */
  readonly language: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** Who acts, for which organisation, by which grants, in which transaction. Every action gets one. */
export interface Scope {
  readonly organisation: OrganisationFacts;
  /** The id of the person who acts. */
  readonly person: string;
  /** The id of their sign-in. */
  readonly signIn: string;
  /** When they last showed who they are: a two-person act asks for it again. */
  readonly provedAt: Date;
  readonly grants: readonly Grant[];
  readonly purpose: Purpose;
  readonly rows: Rows;
  readonly clock: Clock;
  /** Today in the time zone of the organisation, `YYYY-MM-DD`. */
  readonly today: string;
  /** Writes an entry in this transaction. */
  readonly record: (entry: Entry) => Promise<void>;
  /** What entries of the record say, by their ids; without those that the reader may not open and those that were erased. */
  readonly said: (ids: readonly string[]) => Promise<ReadonlyMap<string, Said>>;
  readonly installation: Installation;
}

/** What can be done before anybody has signed in: only the tables of the door. */
export interface DoorScope {
  readonly rows: Rows;
  readonly clock: Clock;
  readonly installation: Installation;
  /**
   * From here on the same transaction acts for somebody who has shown who they are, behind the row policies.
   *
   * @throws RangeError when the organisation has no such person
   */
  readonly actAs: (visitor: SignedIn) => Promise<Scope>;
}
