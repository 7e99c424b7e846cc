import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PERMISSIONS } from '#server/access/permissions.ts';
import { ROLES } from '#server/access/roles.ts';
import { ROUTES } from '#server/features/registry.ts';
import { makeApp, type AppParts } from '#server/http/app.ts';
import type { Route } from '#server/http/route.ts';
import { ask, exampleOf, type Asked, type Asking } from './ask.ts';
import { cast, type Asker, type Cast } from './cast.ts';
import { EXPECTED, type Expected } from './expected-access.ts';
import { undoneDatabase } from './undone-database.ts';

type Outcome = 'yes' | 'sign in' | 'forbidden' | 'hidden';

const nameOf = ({ method, path }: { readonly method: string; readonly path: string }): string =>
  `${method} ${path}`;
const listed = ROUTES.filter((route) => nameOf(route) in EXPECTED && exampleOf(route) !== undefined);

let played: Cast;
let parts: AppParts;

beforeAll(async () => {
  played = await cast();
  const { stage } = played;
  const noteUse = (): Promise<void> => Promise.resolve();
  parts = { ...stage.parts, database: undoneDatabase(stage.database.pool), noteUse };
});
afterAll(() => played.stage.drop());

/** What the design says, for somebody who asks for the object that was staged. */
function expectedOutcome(expected: Expected, { role, place, token }: Asker, hasObject: boolean): Outcome {
  if (expected.to === 'everybody') return 'yes';
  if (token === null) return 'sign in';
  if (expected.to === 'signed-in') return expected.others === 'hidden' ? 'hidden' : 'yes';
  const open = role !== null && expected.open.includes(role);
  const inside = place === 'here' || place === 'everywhere';
  switch (expected.to) {
    case 'program':
      return !inside ? 'hidden' : open ? 'yes' : 'forbidden';
    case 'organisation':
      if (!open || !place.startsWith('everywhere')) return 'forbidden';
      return hasObject && place === 'everywhere abroad' ? 'hidden' : 'yes';
    case 'anywhere':
      return open ? 'yes' : 'forbidden';
    case 'maker':
      return open ? 'hidden' : 'forbidden';
    case 'object':
      if (role === null || !expected.gate.includes(role)) return 'forbidden';
      return !inside ? 'hidden' : open ? 'yes' : 'forbidden';
  }
}

function outcomeOf({ status }: Asked): Outcome {
  if (status === 401) return 'sign in';
  if (status === 403) return 'forbidden';
  return status === 404 ? 'hidden' : 'yes';
}

function pathOf(route: Route, objects: Readonly<Record<string, string>>): string {
  return route.path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const object = objects[route.path === '/assets/:name' ? 'asset' : name];
    if (object === undefined)
      throw new RangeError(`matrix: nothing is staged for :${name}; see tests/access/cast.ts`);
    return object;
  });
}

/** One question of the matrix and what came of it. */
interface Cell {
  readonly route: Route;
  readonly expected: Expected;
  readonly asker: Asker;
  readonly should: Outcome;
  readonly asked: Asked;
  readonly label: string;
}

/** Every route as everybody, or only as those who are to be refused or to read less; eight at a time. */
async function matrix(asking: Asking, which: 'all' | 'refused'): Promise<Cell[]> {
  const next = questions(which).values();
  const cells: Cell[] = [];
  const worker = async (): Promise<void> => {
    for (const { route, asker, expected, should } of next) {
      const asked = await ask(asking, asker, route, pathOf(route, played.objects));
      const who = asker.token === null ? 'stranger' : `${asker.role ?? 'nobody'}, ${asker.place}`;
      cells.push({ route, expected, asker, should, asked, label: `${nameOf(route)} as ${who}` });
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return cells;
}

function questions(which: 'all' | 'refused'): Omit<Cell, 'asked' | 'label'>[] {
  return listed
    .flatMap((route) => {
      const expected = EXPECTED[nameOf(route)]!;
      return askersOf(expected).map((asker) => {
        const should = expectedOutcome(expected, asker, route.path.includes(':'));
        return { route, asker, expected, should };
      });
    })
    .filter(
      ({ should, asker, expected }) =>
        which === 'all' ||
        should === 'forbidden' ||
        should === 'hidden' ||
        (isOutside(asker) && 'canary' in expected),
    );
}

/** Where nothing depends on the place, each role asks from one. */
function askersOf({ to }: Expected): readonly Asker[] {
  const askers = [...played.askers, played.stranger];
  return to === 'everybody' || to === 'signed-in'
    ? askers.filter(({ place }) => place === 'here' || place === 'nowhere')
    : askers;
}

function asking(more: Partial<AppParts> = {}): Asking {
  const whole = { ...parts, ...more };
  return { app: makeApp(whole), origin: whole.installation.origin, formSecret: whole.formSecret };
}

/** What is otherwise than the design says, in words. */
function wrongIn(cells: readonly Cell[]): string[] {
  return cells
    .filter(({ asked, should }) => outcomeOf(asked) !== should)
    .map(
      ({ label, asked, should }) =>
        `${label}: ${asked.status}, should be ${should} ${asked.text.slice(0, 160)}`,
    );
}

/** What a wall let through: something written, or words that the reader may not read. */
function leaksIn(cells: readonly Cell[]): string[] {
  return cells
    .filter((cell) => (cell.should !== 'yes' && cell.asked.status < 400 && wroteMore(cell)) || tells(cell))
    .map(
      ({ label, asked }) =>
        `${label}: ${asked.status}${asked.wrote ? ', wrote' : ''} ${asked.text.slice(0, 160)}`,
    );
}

function wroteMore({ asked, expected }: Cell): boolean {
  return asked.wrote && !('trace' in expected);
}

/** Outside of its place no word that was staged is read by anybody; inside, those of the page only by whom it is for. */
function tells({ asked, expected, asker, should }: Cell): boolean {
  const { words } = played;
  if (isOutside(asker)) return Object.values(words).some((word) => asked.text.includes(word));
  return should !== 'yes' && 'canary' in expected && asked.text.includes(words[expected.canary!]);
}

function isOutside({ place }: Asker): boolean {
  return place !== 'here' && place !== 'everywhere';
}

describe('the table of access', () => {
  test('names every route of the product, and the application has no other', () => {
    expect(ROUTES.map(nameOf).filter((name) => !(name in EXPECTED))).toEqual([]);
    expect(Object.keys(EXPECTED).filter((name) => !ROUTES.some((route) => nameOf(route) === name))).toEqual(
      [],
    );
    const reached = makeApp(parts).routes.filter(({ path }) => path !== '/*');
    const other = ({ method }: { readonly method: string }): boolean => method === 'ALL';
    expect(new Set(reached.filter((each) => !other(each)).map(nameOf))).toEqual(new Set(ROUTES.map(nameOf)));
    const refusing = reached.filter(other).map(({ path }) => path);
    expect(refusing.filter((path) => !ROUTES.some((route) => route.path === path))).toEqual([]);
  });

  test('has a body that is right for every route that takes one', () => {
    expect(ROUTES.filter((route) => exampleOf(route) === undefined).map(nameOf)).toEqual([]);
  });

  test('has no permission that no route asks for', () => {
    const asked = new Set<string>(ROUTES.map(({ needs }) => needs));
    expect(Object.keys(PERMISSIONS).filter((permission) => !asked.has(permission))).toEqual([]);
  });
});

describe('every route as every role in every place', { timeout: 300_000 }, () => {
  test('is opened and refused as the design says; what is not there and what is hidden look alike', async () => {
    const cells = await matrix(asking(), 'all');
    expect(wrongIn(cells)).toEqual([]);
    expect(leaksIn(cells)).toEqual([]);
    expect(new Set(cells.map(({ route }) => route))).toEqual(new Set(listed));
    expect(new Set(cells.map(({ asker }) => asker.role))).toEqual(new Set([...ROLES, null]));
    expect(await unlikeIn(cells)).toEqual([]);
  });

  test('is refused by the wall of rows alone', async () => {
    const cells = await matrix(asking({ codeWall: 'taken away for a test' }), 'refused');
    expect(leaksIn(cells)).toEqual([]);
  });

  test('is refused by the wall of code alone', async () => {
    const { owned } = played.stage;
    const tables = await owned<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity`,
    );
    for (const { name } of tables) await owned(`alter table ${name} disable row level security`);
    const cells = await matrix(asking(), 'refused');
    for (const { name } of tables) await owned(`alter table ${name} enable row level security`);
    expect(wrongIn(cells)).toEqual([]);
    expect(leaksIn(cells)).toEqual([]);
    expect(tables.length).toBeGreaterThan(20);
  });
});

/** Hidden answers that read otherwise than those about something that does not exist; one for each route and place. */
async function unlikeIn(cells: readonly Cell[]): Promise<string[]> {
  const seen = new Set<string>();
  const hidden = cells.filter(({ asked, route, asker }) => {
    const key = `${nameOf(route)} ${asker.place}`;
    return asked.status === 404 && !seen.has(key) && seen.add(key);
  });
  const nothing = Object.fromEntries(Object.keys(played.objects).map((name) => [name, randomUUID()]));
  const app = asking();
  const unlike: string[] = [];
  for (const { route, asker, asked, label } of hidden) {
    const about = await ask(app, asker, route, pathOf(route, nothing));
    if (about.status !== asked.status || about.text !== asked.text)
      unlike.push(`${label}: ${about.text.slice(0, 160)}`);
  }
  return unlike;
}
