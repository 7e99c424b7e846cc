import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '#server/database/test-database.ts';
import { routes as assetsRoutes } from '#server/features/assets/assets.routes.ts';
import { findVisitor, noteUse } from '#server/features/sign-in/find-visitor.ts';
import { makeApp } from '#server/http/app.ts';
import type { AppParts } from '#server/http/app.ts';
import { bareParts } from '#server/http/test-parts.ts';
import { type Seen, type TestFile, type Visitor, visitorOf } from '#server/http/test-visitor.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';
import { newToken } from '#server/sign-in/tokens.ts';
import { type OpenDesk, openFileDesk } from './files.desk.ts';
import { routes as filesRoutes } from './files.routes.ts';
import { routes as stepsRoutes } from './steps.routes.ts';

/** A server of this feature alone, on a database and a folder of its own. */
export interface FileServer {
  readonly database: TestDatabase;
  readonly desk: OpenDesk;
  readonly folder: string;
  readonly parts: AppParts;
  /** What went wrong unforeseen. */
  readonly faults: unknown[];
  /** Moves the clock of the server forward. */
  readonly later: (milliseconds: number) => void;
  /** A new organisation; gives its id. */
  readonly organisation: () => Promise<string>;
  /** A person of an organisation with a role, signed in. */
  readonly somebody: (organisation: string, role: string) => Promise<Visitor & { readonly signIn: string }>;
  readonly close: () => Promise<void>;
}

/** Starts a server for a test file; it listens only when it is given an address for browsers. */
export async function fileServer(origin?: string): Promise<FileServer> {
  const database = await testDatabase();
  const owner = new Client(database.owner);
  await owner.connect();
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-uploads-'));
  const faults: unknown[] = [];
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const desk = openFileDesk({
    database: database.rows,
    folder,
    key: randomBytes(32),
    clock,
    fault: (error) => void faults.push(error),
  });
  const bare = bareParts([...filesRoutes, ...stepsRoutes, ...assetsRoutes]);
  const parts = bareParts(bare.routes, {
    database: database.rows,
    clock,
    installation: { ...bare.installation, ...(origin !== undefined && { origin }), desk },
    findVisitor,
    noteUse,
    logFault: (_, error) => void faults.push(error),
  });
  const app = makeApp(parts);
  const listening =
    origin === undefined
      ? null
      : serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(new URL(origin).port) });
  return {
    database,
    desk,
    folder,
    parts,
    faults,
    later: (milliseconds) => (ahead += milliseconds),
    async organisation() {
      const id = randomUUID();
      await owner.query(
        `insert into organisations (id, name, time_zone, language, currency, made_at) values ($1, 'Fernhill', 'Europe/Berlin', 'en', 'EUR', now())`,
        [id],
      );
      return id;
    },
    async somebody(organisation, role) {
      const { token, signIn } = await signedIn(owner, organisation, role, clock.now());
      const visitor = visitorOf(app, parts.installation.origin);
      visitor.cookies.set(SIGN_IN_COOKIE, token);
      return Object.assign(visitor, { signIn });
    },
    async close() {
      listening?.close();
      await desk.close();
      await owner.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody on file with an account, a second factor, a role, and a sign-in. */
async function signedIn(owner: Client, organisation: string, role: string, at: Date) {
  const [person, signIn] = [randomUUID(), randomUUID()];
  const { token, digest } = newToken('sign-in');
  const add = (table: string, row: Record<string, unknown>): Promise<unknown> => {
    const names = Object.keys(row);
    const holes = names.map((_, i) => `$${i + 2}`).join(', ');
    return owner.query(`insert into ${table} (organisation_id, ${names.join(', ')}) values ($1, ${holes})`, [
      organisation,
      ...Object.values(row),
    ]);
  };
  await add('people', { id: person, name: 'Lena Hoffmann', mail: `${person}@example.org`, made_at: at });
  await add('accounts', { person_id: person, mail_key: `${person}@example.org`, made_at: at });
  await add('second_factors', {
    person_id: person,
    secret_locked: Buffer.from('x'),
    last_step: 0,
    made_at: at,
  });
  await add('role_grants', {
    id: randomUUID(),
    person_id: person,
    role,
    granted_at: at,
    ends_on: '2999-01-01',
  });
  await add('sign_ins', {
    id: signIn,
    person_id: person,
    token_digest: digest,
    device: 'test',
    complete: true,
    started_at: at,
    last_seen_at: at,
    proved_at: at,
  });
  return { token, signIn, person };
}

/** The files of an example, by table. */
export function exampleFiles(
  folder: string,
  names = ['people', 'events', 'scores', 'plan'],
): Record<string, TestFile> {
  const files = readdirSync(folder).filter((file) => names.includes(file.replace(/\.(csv|json)$/, '')));
  return Object.fromEntries(
    files.map((name) => [name.replace(/\.\w+$/, ''), { name, bytes: readFileSync(join(folder, name)) }]),
  );
}

/** Looks at a step until no work is under way; gives what a program is told. */
export async function settled<T = Told>(visitor: Visitor, path: string): Promise<T> {
  for (;;) {
    const seen = await visitor.get(path, { accept: 'application/json' });
    const told = seen.json<Told>();
    if (seen.status !== 200 || told.study.work === null || told.study.work === 'interrupted')
      return told as T;
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** What a program is told of a study. */
export interface Told {
  readonly study: {
    readonly id: string;
    readonly work: unknown;
    readonly failure: { readonly why: string } | null;
    readonly files: readonly { readonly table: string; readonly name: string; readonly sha256: string }[];
    readonly results: readonly { readonly name: string; readonly address: string }[];
    readonly steps: Readonly<Record<string, string>>;
  };
  readonly reading?: {
    readonly problems: {
      readonly count: number;
      readonly first: readonly {
        file: string;
        line: number | null;
        problem: string;
        cure: string;
        value: string | null;
      }[];
      readonly curable: boolean;
    };
    readonly people: number;
    readonly events: number;
    readonly guesses: readonly { what: string; value: string }[];
    readonly judged: { outcomes: readonly { name: string; why: readonly string[] }[] } | null;
    readonly tables: readonly {
      table: string;
      columns: readonly { heading: string; values: string[]; use: string }[];
    }[];
    readonly plan: unknown;
    readonly drawn: boolean;
  };
}

/** Takes files in and waits until they are read. */
export async function takenIn(
  visitor: Visitor,
  files: Record<string, TestFile>,
  values: Record<string, string> = {},
): Promise<Told & { readonly id: string }> {
  const seen = await visitor.upload('/files', files, { allowed: 'yes', keep: 'visit', ...values }, '/files');
  if (seen.to === null) throw new Error(`taken in with ${seen.status}: ${seen.text.slice(0, 2000)}`);
  const told = await settled(visitor, seen.to);
  return { ...told, id: told.study.id };
}

/** Answers the plan step and waits until everything is read again. */
export async function planned(visitor: Visitor, id: string, values: Record<string, string>): Promise<Told> {
  const seen = await visitor.post(`/files/${id}/plan`, values, `/files/${id}/plan`);
  if (seen.to === null) throw new Error(`planned with ${seen.status}: ${seen.text.slice(0, 3000)}`);
  return settled(visitor, seen.to);
}

/** Makes the report and waits for it. */
export async function reported(
  visitor: Visitor,
  id: string,
  values: Record<string, string | readonly string[]> = {},
): Promise<Told> {
  const seen: Seen = await visitor.post(`/files/${id}/report`, values, `/files/${id}/check`);
  if (seen.to === null) throw new Error(`reported with ${seen.status}: ${seen.text.slice(0, 2000)}`);
  return settled(visitor, seen.to);
}

/** Everything that lies in the folder of a study, by file. */
export function bytesOnDisk(folder: string, study: string): readonly string[] {
  const place = join(folder, study);
  return existsSync(place) ? readdirSync(place) : [];
}
