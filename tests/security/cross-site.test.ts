import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitorOf } from '#server/http/test-visitor.ts';
import { CHANGING, openWorld, pathOf, SHOWING, type Question, type World } from './world.fixture.ts';

let world: World;
let foreignToken: string;
beforeAll(async () => {
  world = await openWorld();
  const { text } = await visitorOf(world.house.app, world.house.origin).get('/signin');
  foreignToken = /name="csrf" value="([^"]+)"/.exec(text)![1]!;
});
afterAll(() => world.close());

const BEFORE_SIGN_IN = new Set(['everybody']);

/** What a page of somebody else can make the browser of a reader send; each is otherwise right. */
const FOREIGN: readonly (readonly [string, Partial<Question>])[] = [
  ['from another site', { headers: { origin: 'https://elsewhere.example' } }],
  ['from the same name over another scheme or port', { headers: { origin: 'https://127.0.0.1:4000' } }],
  ['from a sandboxed page', { headers: { origin: 'null', 'sec-fetch-site': 'cross-site' } }],
  ['from a page that hides where it is', { headers: { origin: 'null' } }],
  ['that the browser calls cross-site', { headers: { 'sec-fetch-site': 'cross-site' } }],
  ['that the browser calls same-site', { headers: { 'sec-fetch-site': 'same-site' } }],
  ['without a token', { token: null }],
  ['with an empty token', { token: '' }],
  ['with the token of another browser', { token: 'foreign' }],
  ['with a token of the right length', { token: 'A'.repeat(86) }],
];

describe.each(CHANGING.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_, route) => {
    test('is refused from elsewhere with a clear answer, and writes nothing', async () => {
      const before = await world.rowCounts();
      for (const [how, part] of FOREIGN) {
        const answer = await world.ask({
          method: route.method,
          path: pathOf(route, world),
          body: route.example ?? {},
          ...part,
          ...(part.token === 'foreign' ? { token: foreignToken } : {}),
        });
        expect([how, answer.status]).toEqual([how, 403]);
        expect(answer.text).toContain('This did not come from a page of ours');
      }
      expect(await world.rowCounts()).toEqual(before);
    });

    test('takes no body that another site can send without asking', async () => {
      const before = await world.rowCounts();
      for (const type of ['text/plain', 'text/plain;application/json', 'application/octet-stream', '']) {
        const answer = await world.ask({
          method: route.method,
          path: pathOf(route, world),
          text: JSON.stringify(route.example ?? { a: 1 }),
          headers: { 'content-type': type },
        });
        expect([type, answer.status]).toEqual([type, 415]);
      }
      expect(await world.rowCounts()).toEqual(before);
    });

    test('does nothing for somebody who has not signed in', async () => {
      if (BEFORE_SIGN_IN.has(route.needs)) return;
      const before = await world.rowCounts();
      const question = {
        method: route.method,
        path: pathOf(route, world),
        body: route.example ?? {},
        as: 'nobody',
      } as const;
      expect([401, 403]).toContain(
        (await world.ask({ ...question, headers: { accept: 'application/json' } })).status,
      );
      expect(await world.rowCounts()).toEqual(before);
    });
  },
);

test('no page that is only asked for writes anything but a look or an export', async () => {
  const before = await world.rowCounts();
  for (const route of SHOWING.filter(({ records }) => records !== true))
    await world.ask({ path: pathOf(route, world) });
  const { sign_ins, ...after } = await world.rowCounts();
  expect({ sign_ins, ...after }).toEqual(before);
});

test('nobody foresaw nothing', () => expect(world.house.faults).toEqual([]));
