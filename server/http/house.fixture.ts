import type { Hono } from 'hono';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '#server/database/test-database.ts';
import { ROUTES } from '#server/features/registry.ts';
import { deliverDue } from '#server/features/outbox/deliver.ts';
import { setUpBlock } from '#server/features/set-up/set-up-link.ts';
import { findVisitor, noteUse } from '#server/features/sign-in/find-visitor.ts';
import { mailerOf } from '#server/mail/mailer.ts';
import { keysNamed } from '#server/record-store/record.fixture.ts';
import { payloadReader } from '#server/record-store/read-payloads.ts';
import { recordEntryWith } from '#server/record-store/record-entry.ts';
import { doorLimits } from '#server/sign-in/door-limits.ts';
import { codeStep, oneTimeCode } from '#server/sign-in/one-time-code.ts';
import { makeApp } from './app.ts';
import type { Route } from './route.ts';
import { visitorOf, type Seen, type Visitor } from './test-visitor.ts';

/** The password of everybody in a house. */
export const PASSWORD = 'four old bicycles';

/** A whole application on a database of its own, with a clock and a terminal of the test. */
export interface House {
  readonly app: Hono;
  readonly database: TestDatabase;
  readonly origin: string;
  /** Blocks that were printed in the terminal, the newest last. */
  readonly terminal: string[];
  /** What nobody foresaw; empty in a good test. */
  readonly faults: unknown[];
  /** From which address requests come. */
  address: string;
  readonly now: () => Date;
  pass(minutes: number): void;
  /** Sends what waits in the outbox. */
  deliver(): Promise<number>;
  /** The newest address of a kind that stands in the terminal, as a path. */
  pathInTerminal(kind: 'set-up' | 'signin/link' | 'invitation'): string;
  visitor(): Visitor;
  /** A statement as the owner, whom no wall holds. */
  owned<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Opens a house in which nobody works yet. */
export async function openHouse({
  mail = 'is shown in the terminal',
  more = [],
}: {
  readonly mail?: 'leaves' | 'is shown in the terminal';
  /** Routes of the test, besides those of the product. */
  readonly more?: readonly Route[];
} = {}): Promise<House> {
  const database = await testDatabase();
  const client = new Client(database.owner);
  await client.connect();
  const origin = 'http://127.0.0.1:4000';
  let now = new Date('2026-10-14T08:00:00Z').getTime();
  const clock = { now: () => new Date(now) };
  const terminal: string[] = [];
  const faults: unknown[] = [];
  const keys = keysNamed('record-a');
  const house: House = {
    app: makeApp({
      database: database.rows,
      routes: [...ROUTES, ...more],
      clock,
      installation: { origin, mail, secretKey: Buffer.alloc(32, 9), limits: doorLimits() },
      formSecret: Buffer.alloc(32, 8),
      findVisitor,
      noteUse,
      recordEntry: recordEntryWith(keys),
      readPayloads: payloadReader(keys),
      logFault: (_reference, error) => faults.push(error),
      addressOf: () => house.address,
    }),
    database,
    origin,
    terminal,
    faults,
    address: '192.0.2.7',
    now: clock.now,
    pass: (minutes) => void (now += minutes * 60_000),
    deliver: () =>
      deliverDue({
        database: database.rows,
        mailer: mailerOf({}, (block) => terminal.push(block)),
        origin,
        clock,
      }),
    pathInTerminal(kind) {
      const found = terminal
        .toReversed()
        .flatMap((block) => [...block.matchAll(new RegExp(`${origin}(/${kind}/[\\w-]+)`, 'g'))]);
      if (found.length === 0) throw new Error(`pathInTerminal: no ${kind} was printed`);
      return found[0]![1]!;
    },
    visitor: () => visitorOf(house.app, origin),
    async owned<Row extends object>(sql: string, values: readonly unknown[] = []) {
      return (await client.query<Row>(sql, [...values])).rows;
    },
    async close() {
      await client.end();
      await database.drop();
    },
  };
  const block = await setUpBlock(database.rows, origin, clock.now());
  terminal.push(block!);
  return house;
}

/** What the first person says. */
export const FIRST = {
  organisation: 'Fernhill Group',
  timeZone: 'Europe/Berlin',
  language: 'en',
  currency: 'EUR',
  name: 'Priya Nair',
  mail: 'priya@fernhill.example',
  password: PASSWORD,
};

/** Somebody who is signed in, with the secret of their authenticator app. */
export interface Inhabitant {
  readonly visitor: Visitor;
  readonly secret: Buffer;
  readonly recoveryCodes: readonly string[];
}

/** Sets a house up: its first person is admin, program manager and evaluator, with a password and a second factor. */
export async function setUpHouse(house: House): Promise<Inhabitant> {
  const visitor = house.visitor();
  const path = house.pathInTerminal('set-up');
  await visitor.get(path);
  const made = await visitor.post(path, FIRST);
  if (made.status !== 303) throw new Error(`setUpHouse: ${made.status} ${made.text}`);
  return enrolled(house, visitor);
}

/** Invites somebody, accepts in a browser of their own, and sets up their second factor. */
export async function joinHouse(
  house: House,
  by: Visitor,
  who: {
    readonly name: string;
    readonly mail: string;
    readonly roles: readonly string[];
    readonly program?: string;
  },
): Promise<Inhabitant> {
  const { name, mail, roles, program = '' } = who;
  const invited = await by.post('/invitations', { name, mail, 'roles[]': roles, program }, '/invitations');
  if (invited.status >= 400) throw new Error(`joinHouse: ${invited.status} ${invited.text}`);
  await house.deliver();
  const visitor = house.visitor();
  const path = house.pathInTerminal('invitation');
  await visitor.get(path);
  const accepted = await visitor.post(path, { name, password: PASSWORD });
  if (accepted.status !== 303) throw new Error(`joinHouse: ${accepted.status} ${accepted.text}`);
  return enrolled(house, visitor);
}

/** Sets up the second factor of whoever has just signed in. */
export async function enrolled(house: House, visitor: Visitor): Promise<Inhabitant> {
  const page = await visitor.get('/account/second-factor');
  const secret = secretOn(page);
  const finished = await visitor.post('/account/second-factor', {
    secret: /name="secret" value="([^"]+)"/.exec(page.text)![1]!,
    code: codeOf(house, secret),
  });
  const recoveryCodes = [...finished.text.matchAll(/<code>([0-9a-f]{4}(?:-[0-9a-f]{4}){6})<\/code>/g)].map(
    ([, code]) => code!,
  );
  if (recoveryCodes.length !== 8) throw new Error(`enrolled: ${finished.status} ${finished.text}`);
  return { visitor, secret, recoveryCodes };
}

/** The code that an app with this secret shows now. */
export function codeOf(house: Pick<House, 'now'>, secret: Buffer): string {
  return oneTimeCode(secret, codeStep(house.now()));
}

/** The secret that an enrolment page shows as text. */
export function secretOn({ text }: Seen): Buffer {
  const letters = /<code>([A-Z2-7 ]{39})<\/code>/.exec(text)?.[1]?.replaceAll(' ', '');
  if (letters === undefined) throw new Error('secretOn: the page shows no secret');
  const bits = [...letters]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}
