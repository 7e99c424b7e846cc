import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { harmIn } from './harmless-page.ts';
import type { Route } from '#server/http/route.ts';
import { sampled } from './sample.ts';
import { SCRIPT_PAYLOADS } from './script-payloads.ts';
import {
  CHANGING,
  openWorld,
  pathOf,
  SHOWING,
  textsIn,
  withPart,
  type Answer,
  type World,
} from './world.fixture.ts';

// Hundreds of requests each; a machine that does other things besides needs its time.
vi.setConfig({ testTimeout: 300_000 });

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Only what browsers read as a page can do harm as one; files are sent as what they are, and `nosniff`. */
function harmOf({ headers, text }: Answer): string[] {
  return headers.get('content-type')?.startsWith('text/html') === true ? harmIn(text) : [];
}

const TYPED = CHANGING.filter(({ example }) => textsIn(example).length > 0);

/** Fields in which people write what they like. */
function freeTextsOf({ body, example }: Route): (string | number)[][] {
  return textsIn(example).filter(
    (keys) => body?.safeParse(withPart(example, keys, 'plain words of mine')).success,
  );
}

describe.each(TYPED.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  test('shows what somebody typed as text, wherever it shows it', async () => {
    const texts = textsIn(route.example);
    const everywhere = (payload: string): unknown =>
      texts.reduce((value, keys) => withPart(value, keys, payload), route.example);
    const place = TYPED.indexOf(route);
    const free = freeTextsOf(route).flatMap((keys, i) =>
      sampled(SCRIPT_PAYLOADS, place + i, 10).map((payload) => withPart(route.example, keys, payload)),
    );
    // Beside them payloads in every field at once: refused, and shown again by the form.
    const step = free.length === 0 ? 2 : 6;
    const all = SCRIPT_PAYLOADS.filter((_payload, i) => i % step === 0);
    const bodies = [...sampled(all, place, 3).map(everywhere), ...free];
    for (const [i, body] of bodies.entries()) {
      const answer = await world.ask({ method: route.method, path: pathOf(route, world), body });
      expect([body, answer.status]).toEqual([
        body,
        expect.toBeOneOf([200, 201, 303, 400, 403, 404, 409, 410, 422, 429]),
      ]);
      expect(harmOf(answer)).toEqual([]);
      const to = answer.headers.get('location');
      if (i % 7 === 0 && to?.startsWith('/') === true)
        expect(harmOf(await world.ask({ path: to }))).toEqual([]);
    }
  });
});

describe('a text that was taken in', () => {
  test.each(SCRIPT_PAYLOADS)('is shown as it was typed, and does nothing: %s', async (payload) => {
    const made = await world.ask({
      method: 'POST',
      path: '/programs',
      body: { name: payload, template: 'leadership' },
    });
    expect([303, 422]).toContain(made.status);
    const { text } = await world.ask({ path: '/programs' });
    expect(harmIn(text)).toEqual([]);
    if (made.status === 303)
      expect(text).toContain(
        payload
          .normalize('NFC')
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;')
          .replaceAll("'", '&#39;'),
      );
  });

  test('does nothing on any page afterwards', async () => {
    for (const route of SHOWING) {
      const answer = await world.ask({ path: pathOf(route, world) });
      expect([route.path, harmOf(answer)]).toEqual([route.path, []]);
    }
  });
});

test.each(SHOWING.map((route) => [route.path, route] as const))(
  '%s shows nothing of its address as a tag',
  async (_, route) => {
    for (const [i, payload] of SCRIPT_PAYLOADS.entries()) {
      const piece = encodeURIComponent(payload);
      const paths = [`${pathOf(route, world)}?language=${piece}`, `${pathOf(route, world)}?${piece}=1`];
      const path = [...paths, pathOf(route, { program: piece }, piece)][i % 3]!;
      expect(harmOf(await world.ask({ path }))).toEqual([]);
    }
  },
);

test('nobody foresaw nothing', () => expect(world.house.faults).toEqual([]));
