import { randomUUID } from 'node:crypto';
import { ROUTES } from '#server/features/registry.ts';
import { openHouse, setUpHouse, type House } from '#server/http/house.fixture.ts';
import type { Route } from '#server/http/route.ts';

/** An organisation with somebody who may do much, a program, and a way to ask anything of any route. */
export interface World {
  readonly house: House;
  readonly program: string;
  /** Asks as the first person, with the right token of forms unless said otherwise; keeps no cookie that is set. */
  ask(question: Question): Promise<Answer>;
  /** How many rows each table has; equal where nothing was written. */
  rowCounts(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** One request. */
export interface Question {
  readonly method?: string;
  readonly path: string;
  /** As JSON, but answered with a page. */
  readonly body?: unknown;
  /** As it is. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `nobody`: without cookies. */
  readonly as?: 'first person' | 'nobody';
  readonly token?: string | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Opens it. The first person is admin, program manager and evaluator. */
export async function openWorld(): Promise<World> {
  const house = await openHouse();
  const { visitor } = await setUpHouse(house);
  await visitor.get('/programs/new');
  const made = await visitor.post('/programs', { name: 'Compass 2027', template: 'leadership' });
  const program = /\/p\/([0-9a-f-]{36})\//.exec(made.to ?? '')?.[1];
  if (program === undefined) throw new Error(`openWorld: ${made.status} ${made.text}`);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const page = await visitor.get('/programs/new');
  const right = /name="csrf" value="([^"]+)"/.exec(page.text)![1]!;
  const ask = async (question: Question): Promise<Answer> => {
    const { method = 'GET', path, body, text, headers = {}, as = 'first person', token = right } = question;
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new Request(house.origin + path, {
      method,
      headers: {
        accept: 'text/html',
        ...(method === 'GET' ? {} : { origin: house.origin }),
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...(as === 'nobody' ? {} : { cookie }),
        ...(token === null ? {} : { 'x-plumbline-form': token }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const response = await house.app.fetch(request);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { house, program, ask, rowCounts: () => rowCounts(house), close: () => house.close() };
}

async function rowCounts(house: House): Promise<Record<string, number>> {
  const tables = await house.owned<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`);
  const rows = await house.owned<{ name: string; n: number }>(counts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

/** A path of a route, with the program of the world, and otherwise ids that nobody has. */
export function pathOf({ path }: Route, { program }: Pick<World, 'program'>, others?: string): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    if (name === 'program') return program;
    return others ?? (/token/.test(name) ? 'A'.repeat(22) : randomUUID());
  });
}

/** Routes that change something, and those that only show. */
export const CHANGING = ROUTES.filter(({ method }) => method !== 'GET');
export const SHOWING = ROUTES.filter(({ method }) => method === 'GET');

/** Each text in an example body, as the keys that lead to it. */
export function textsIn(value: unknown, keys: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string') return [[...keys]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsIn(part, [...keys, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Each number in an example body, as the keys that lead to it. */
export function numbersIn(value: unknown, keys: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'number') return [[...keys]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    numbersIn(part, [...keys, Array.isArray(value) ? Number(key) : key]),
  );
}

/** A copy of a value with another part in one place. */
export function withPart(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  part: unknown,
): unknown {
  if (key === undefined) return part;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) };
  (copy as Record<string | number, unknown>)[key] = withPart(
    (value as Record<string | number, unknown>)[key],
    rest,
    part,
  );
  return copy;
}
