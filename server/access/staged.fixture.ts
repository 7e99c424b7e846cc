import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '#server/database/test-database.ts';
import { ROUTES } from '#server/features/registry.ts';
import { findVisitor, noteUse } from '#server/features/sign-in/find-visitor.ts';
import { makeApp, type AppParts } from '#server/http/app.ts';
import { visitorOf, type Visitor } from '#server/http/test-visitor.ts';
import { payloadReader } from '#server/record-store/read-payloads.ts';
import { recordEntryWith } from '#server/record-store/record-entry.ts';
import { keysNamed } from '#server/record-store/record.fixture.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';
import { doorLimits } from '#server/sign-in/door-limits.ts';
import { newToken } from '#server/sign-in/tokens.ts';
import type { Grant } from './grants.ts';
import type { Role } from './roles.ts';

const ORIGIN = 'http://127.0.0.1:7420';

/** Somebody on the stage, signed in with a browser of their own. */
export interface StagedPerson {
  readonly id: string;
  readonly visitor: Visitor;
}

/** An application on a database of its own, with a clock that tests set, and people who are put there. */
export interface Stage {
  readonly database: TestDatabase;
  readonly parts: AppParts;
  /** What time it is there; tests move it. */
  time: Date;
  readonly organisation: (name: string, timeZone?: string) => Promise<string>;
  readonly program: (organisation: string, name: string, madeBy: string) => Promise<string>;
  /** Somebody with an account, a second factor, and these roles, by set-up. */
  readonly person: (
    organisation: string,
    name: string,
    grants?: readonly StagedGrant[],
  ) => Promise<StagedPerson>;
  /** The same person in a new browser of another application over the same database. */
  readonly signedIn: (organisation: string, person: string, parts?: Partial<AppParts>) => Promise<Visitor>;
  /** Somebody who has not signed in. */
  readonly stranger: () => Visitor;
  /** A statement as the owner, whom no wall holds. */
  readonly owned: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly drop: () => Promise<void>;
}

/** A role to put on the stage; it holds for a year unless said. */
export interface StagedGrant {
  readonly role: Role;
  readonly program?: string | null;
  readonly endsOn?: string;
}

/** Builds a stage at noon of 25 November 2026, on a fresh database unless another is given. */
export async function staged(on?: TestDatabase): Promise<Stage> {
  const database = on ?? (await testDatabase());
  const owner = new Client(database.owner);
  await owner.connect();
  const stage: Stage = {
    database,
    time: new Date('2026-11-25T12:00:00Z'),
    parts: partsOn(database, () => stage.time),
    owned: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await owner.query<Row>(sql, [...values])).rows,
    organisation: (name, timeZone = 'UTC') => newOrganisation(stage, name, timeZone),
    program: (organisation, name, madeBy) => newProgram(stage, { organisation, name, madeBy }),
    person: (organisation, name, grants = []) => newPerson(stage, { organisation, name, grants }),
    signedIn: (organisation, person, parts = {}) => newVisitor(stage, { organisation, person }, parts),
    stranger: () => visitorOf(makeApp(stage.parts), ORIGIN),
    drop: async () => {
      await owner.end();
      await database.drop();
    },
  };
  return stage;
}

function partsOn(database: TestDatabase, now: () => Date): AppParts {
  const keys = keysNamed('record-a');
  return {
    database: database.rows,
    routes: ROUTES,
    clock: { now },
    installation: {
      origin: ORIGIN,
      mail: 'is shown in the terminal',
      secretKey: Buffer.alloc(32, 2),
      limits: doorLimits(),
    },
    formSecret: Buffer.alloc(32, 3),
    findVisitor,
    noteUse,
    recordEntry: recordEntryWith(keys),
    readPayloads: payloadReader(keys),
    logFault: (reference, error) => {
      console.error(reference, error);
    },
    addressOf: () => '127.0.0.1',
  };
}

async function newOrganisation({ owned, time }: Stage, name: string, timeZone: string): Promise<string> {
  const id = randomUUID();
  await owned(
    `insert into organisations (id, name, time_zone, language, currency, made_at) values ($1, $2, $3, 'en', 'EUR', $4)`,
    [id, name, timeZone, time],
  );
  return id;
}

async function newProgram(
  { owned, time }: Stage,
  { organisation, name, madeBy }: { organisation: string; name: string; madeBy: string },
): Promise<string> {
  const id = randomUUID();
  await owned(
    `insert into programs (organisation_id, id, name, template, made_by, made_at) values ($1, $2, $3, 'leadership', $4, $5)`,
    [organisation, id, name, madeBy, time],
  );
  return id;
}

async function newPerson(
  stage: Stage,
  { organisation, name, grants }: { organisation: string; name: string; grants: readonly StagedGrant[] },
): Promise<StagedPerson> {
  const { owned, time } = stage;
  const id = randomUUID();
  await owned(`insert into people (organisation_id, id, name, made_at) values ($1, $2, $3, $4)`, [
    organisation,
    id,
    name,
    time,
  ]);
  await owned(
    `insert into accounts (organisation_id, person_id, mail_key, made_at) values ($1, $2, $3, $4)`,
    [organisation, id, `${id}@example.org`, time],
  );
  await owned(
    `insert into second_factors (organisation_id, person_id, secret_locked, last_step, made_at) values ($1, $2, '\\x00', 0, $3)`,
    [organisation, id, time],
  );
  for (const grant of grants) await newGrant(stage, organisation, { ...grant, person: id });
  return { id, visitor: await newVisitor(stage, { organisation, person: id }, {}) };
}

async function newGrant(
  { owned, time }: Stage,
  organisation: string,
  { person, role, program = null, endsOn = '2027-11-25' }: StagedGrant & { person: string },
): Promise<void> {
  await owned(
    `insert into role_grants (organisation_id, id, person_id, role, program_id, granted_by, granted_at, ends_on, by_set_up)
     values ($1, $2, $3, $4, $5, null, $6, $7, true)`,
    [organisation, randomUUID(), person, role satisfies Grant['role'], program, time, endsOn],
  );
}

async function newVisitor(
  { owned, time, parts }: Stage,
  { organisation, person }: { organisation: string; person: string },
  more: Partial<AppParts>,
): Promise<Visitor> {
  const { token, digest } = newToken('sign-in');
  await owned(
    `insert into sign_ins (organisation_id, id, person_id, token_digest, device, complete, started_at, last_seen_at, proved_at)
     values ($1, $2, $3, $4, 'a test', true, $5, $5, $5)`,
    [organisation, randomUUID(), person, digest, time],
  );
  const visitor = visitorOf(makeApp({ ...parts, ...more }), ORIGIN);
  visitor.cookies.set(SIGN_IN_COOKIE, token);
  return visitor;
}
