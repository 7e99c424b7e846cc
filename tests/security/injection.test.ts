import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { INJECTIONS } from './injections.ts';
import { sampled } from './sample.ts';
import { CHANGING, openWorld, pathOf, SHOWING, textsIn, withPart, type World } from './world.fixture.ts';

// Hundreds of requests each; a machine that does other things besides needs its time.
vi.setConfig({ testTimeout: 300_000 });

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Pages whose address or query takes something from outside. */
const ASKED = SHOWING.filter(({ path, query }) => path.includes(':') || query !== undefined);

describe.each(ASKED.map((route) => [route.path, route] as const))('%s', (_, route) => {
  const keys = Object.keys((route.query as z.ZodObject | undefined)?.shape ?? {});

  test('takes every part of its address as a value, and nothing is written', async () => {
    const before = await world.rowCounts();
    // A file takes long to make, and an export is entered in the record.
    const pieces =
      route.records === true ? INJECTIONS.slice(0, 3) : sampled(INJECTIONS, ASKED.indexOf(route), 4);
    for (const [i, piece] of pieces.entries()) {
      const encoded = encodeURIComponent(piece);
      const paths = [
        ...keys.map((key) => `${pathOf(route, world)}?${key}=${encoded}`),
        ...(route.path.includes(':')
          ? [pathOf(route, world, encoded), pathOf(route, { program: encoded }, encoded)]
          : []),
      ];
      const path = paths[i % paths.length]!;
      const { status } = await world.ask({ path });
      expect([path, status]).toEqual([path, expect.toBeOneOf([200, 303, 400, 404, 409, 410, 422])]);
    }
    if (route.records !== true) expect(await world.rowCounts()).toEqual(before);
  });
});

describe.each(CHANGING.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_, route) => {
    test.runIf(textsIn(route.example).length > 0)('takes every text as a text', async () => {
      const before = await world.rowCounts();
      for (const [i, piece] of sampled(INJECTIONS, CHANGING.indexOf(route), 4).entries()) {
        const texts = textsIn(route.example);
        const keys = texts[i % texts.length]!;
        const everywhere = (): unknown =>
          texts.reduce((value, each) => withPart(value, each, piece), route.example);
        const body = i % 2 === 0 ? withPart(route.example, keys, piece) : everywhere();
        const { status } = await world.ask({ method: route.method, path: pathOf(route, world), body });
        expect([keys.join('.'), piece, status]).toEqual([
          keys.join('.'),
          piece,
          expect.not.toBeOneOf([500, 502, 504]),
        ]);
      }
      const after = await world.rowCounts();
      for (const [table, rows] of Object.entries(before))
        expect([table, after[table]! >= rows]).toEqual([table, true]);
    });

    test.runIf(route.path.includes(':'))('takes every part of its address as a value', async () => {
      for (const piece of sampled(INJECTIONS, CHANGING.indexOf(route) + 1, 4)) {
        const path = pathOf(route, { program: encodeURIComponent(piece) }, encodeURIComponent(piece));
        const { status } = await world.ask({ method: route.method, path, body: route.example ?? {} });
        expect([path, status]).toEqual([path, expect.toBeOneOf([400, 404, 410, 422])]);
      }
    });
  },
);

test('nobody foresaw nothing', () => expect(world.house.faults).toEqual([]));
