import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Entry, Rows, Scope } from '#server/scope.ts';
import { actFor, atTheDoor } from '#server/database/transaction.ts';
import { testDatabase, type TestDatabase } from '#server/database/test-database.ts';
import type { MasterKeys } from './master-keys.ts';
import { payloadReader } from './read-payloads.ts';
import { recordEntryWith } from './record-entry.ts';

const NOON = new Date('2026-11-25T12:00:00Z');

/** Master keys that no file holds. */
export function keysNamed(...names: readonly string[]): MasterKeys {
  const keys = names.map((name, i) => ({ name, key: Buffer.alloc(32, i + 1) }));
  return { current: keys.at(-1)!, named: (name) => keys.find((key) => key.name === name) };
}

/** A database with one organisation and one person in it. */
export interface RecordDatabase extends TestDatabase {
  readonly organisation: string;
  readonly person: string;
  /** A statement as the owner, whom no wall holds. */
  readonly owned: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Work in one transaction, in the person's name. */
  readonly asPerson: <T>(work: (rows: Rows) => Promise<T>, person?: string) => Promise<T>;
  /** Work in one transaction, with the scope that an action of theirs would get; no grants are in it. */
  readonly asScope: <T>(work: (scope: Scope) => Promise<T>, person?: string, at?: Date) => Promise<T>;
  /** Writes an entry in a transaction of its own. */
  readonly tell: (entry: Entry, person?: string, at?: Date) => Promise<void>;
}

/** A fresh database for a test of the record. */
export async function recordDatabase(keys: MasterKeys = keysNamed('record-a')): Promise<RecordDatabase> {
  const database = await testDatabase();
  const client = new Client(database.owner);
  await client.connect();
  const owned = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await client.query<Row>(sql, [...values])).rows;
  const [organisation, person] = [randomUUID(), randomUUID()];
  await owned(
    `insert into organisations (id, name, time_zone, language, currency, made_at) values ($1, 'Northside', 'UTC', 'en', 'EUR', now())`,
    [organisation],
  );
  await addPerson(owned, organisation, person);
  const record = recordEntryWith(keys);
  const asPerson: RecordDatabase['asPerson'] = (work, who = person) =>
    atTheDoor(database.rows, 'read write', async (rows) => {
      await actFor(rows, { organisation, person: who, at: NOON });
      return work(rows);
    });
  return {
    ...database,
    organisation,
    person,
    owned,
    asPerson,
    asScope: (work, who = person, at = NOON) =>
      asPerson((rows) => work(scopeFor(rows, keys, organisation, who, at)), who),
    tell: (entry, who = person, at = NOON) =>
      asPerson((rows) => record(rows, { organisation, person: who }, entry, at), who),
    drop: async () => {
      await client.end();
      await database.drop();
    },
  };
}

function scopeFor(rows: Rows, keys: MasterKeys, organisation: string, person: string, at: Date): Scope {
  const facts = { id: organisation, name: 'Northside', timeZone: 'UTC', language: 'en', currency: 'EUR' };
  const record = recordEntryWith(keys);
  const scope: Omit<Scope, 'installation'> = {
    organisation: facts,
    person,
    signIn: person,
    provedAt: at,
    grants: [],
    purpose: 'run',
    rows,
    clock: { now: () => at },
    today: at.toISOString().slice(0, 10),
    record: (entry) => record(rows, { organisation, person }, entry, at),
    said: (ids) => payloadReader(keys)(rows, organisation, ids),
  };
  return scope as Scope;
}

/** Puts a person on file. */
export async function addPerson(
  owned: RecordDatabase['owned'],
  organisation: string,
  person: string = randomUUID(),
): Promise<string> {
  await owned(`insert into people (organisation_id, id, name, made_at) values ($1, $2, 'Somebody', now())`, [
    organisation,
    person,
  ]);
  return person;
}

/** An entry about an export, told apart by its number of rows. */
export function exportEntry(rows: number, program?: string): Entry {
  const entry = {
    kind: 'export.made',
    object: 'record/record',
    payload: { what: 'record', format: 'csv', rows },
  } as const;
  return program === undefined ? entry : { ...entry, program };
}
