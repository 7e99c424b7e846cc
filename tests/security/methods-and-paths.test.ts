import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROUTES } from '#server/features/registry.ts';
import { openWorld, pathOf, type World } from './world.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY'];
const PATHS = [...new Set(ROUTES.map(({ path }) => path))];

test.each(PATHS)('%s answers 405 to every method that it has not, and says which it has', async (path) => {
  const own = ROUTES.filter((route) => route.path === path);
  const has = new Set(own.flatMap(({ method }): string[] => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
  for (const method of METHODS.filter((name) => !has.has(name))) {
    const answer = await world.ask({
      method,
      path: pathOf(own[0]!, world),
      ...(method === 'GET' ? {} : { body: {} }),
    });
    const other = ROUTES.some((route) => route.method === method && route.path.includes(':'));
    if (answer.status === 404 && other) continue;
    expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, [...has].join(', ')]);
  }
});

/** Ways to reach a page by an address that is not its own, or what lies beside it. */
const TRICKS: readonly ((path: string) => string)[] = [
  (path) => `${path}%00`,
  (path) => `${path}%2500`,
  (path) => `${path}%2f..%2f..%2fetc%2fpasswd`,
  (path) => `${path}/%2e%2e/%2e%2e/package.json`,
  (path) => `${path}/..%5c..%5cpackage.json`,
  (path) => `${path}/%252e%252e/package.json`,
  (path) => `${path}/..;/package.json`,
  (path) => `/${path}`,
  (path) => path.replace(/\/(?=[^/]*$)/, '//'),
  (path) => `${path}//`,
  (path) => `${path}/.git/config`,
  (path) => `${path}.`,
  (path) => `${path}...`,
  (path) => `${path}%20`,
  (path) => `${path}/${'a/'.repeat(500)}`,
  (path) => `${path}${'a'.repeat(6000)}`,
  (path) => `${path}%c0%ae`,
  (path) => `${path}%ff`,
  (path) => `${path};jsessionid=1`,
];

test.each(PATHS)('%s is reached by its own address alone', async (path) => {
  const route = ROUTES.find((candidate) => candidate.path === path)!;
  const own = pathOf(route, world);
  for (const trick of TRICKS) {
    // What a request itself makes plain is tested on the wire (`server/http/node-server.test.ts`).
    if (new URL(world.house.origin + trick(own)).pathname === own) continue;
    const answer = await world.ask({
      method: route.method,
      path: trick(own),
      ...(route.method === 'GET' ? {} : { body: {} }),
    });
    expect([trick(own).slice(0, 120), answer.status]).toEqual([
      trick(own).slice(0, 120),
      expect.toBeOneOf([400, 404, 405, 410, 414]),
    ]);
    expect(answer.text).not.toMatch(/"dependencies"|root:x:0/);
  }
});

test.each(['package.json', 'server/serve.ts', '.git/config', '.env', 'plumbline-secrets/forms.key'])(
  'no file of the program is served: %s',
  async (file) => {
    for (const path of [`/${file}`, `/assets/${encodeURIComponent(`../${file}`)}`, `/assets/${file}`])
      expect([400, 404]).toContain((await world.ask({ path })).status);
  },
);

test('nobody foresaw nothing', () => expect(world.house.faults).toEqual([]));
