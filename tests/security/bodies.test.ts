import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { CHANGING, numbersIn, openWorld, pathOf, SHOWING, withPart, type World } from './world.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Fields that a table has and nobody may send. */
const MORE_FIELDS: readonly (readonly [string, unknown])[] = [
  ['organisation_id', '00000000-0000-4000-8000-000000000000'],
  ['organisationId', '00000000-0000-4000-8000-000000000000'],
  ['person_id', '00000000-0000-4000-8000-000000000000'],
  ['id', '00000000-0000-4000-8000-000000000000'],
  ['role', 'admin'],
  ['grants', [{ role: 'admin', program: null }]],
  ['made_by', '00000000-0000-4000-8000-000000000000'],
  ['locked', true],
  ['$where', '1'],
];

/** JSON that reaches for the prototype of an object, at the top or inside. */
const PROTOTYPES = [
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"a":{"__proto__":[]}}',
  '{"prototype":1}',
];

describe.each(CHANGING.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_, route) => {
    const example = (route.example ?? {}) as Record<string, unknown>;
    const post = (more: { body?: unknown; text?: string; headers?: Record<string, string> }) =>
      world.ask({ method: route.method, path: pathOf(route, world), ...more });

    test('refuses fields that nobody asked for, and writes nothing', async () => {
      const before = await world.rowCounts();
      for (const [name, value] of MORE_FIELDS.filter(([name]) => !(name in example))) {
        const answers = [await post({ body: { ...example, [name]: value } })];
        if (typeof value === 'string') {
          const form = new URLSearchParams({ [name]: value }).toString();
          answers.push(
            await post({ text: form, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
          );
        }
        // What is not there, or not allowed, is said before the body is looked at.
        for (const { status } of answers)
          expect([name, status]).toEqual([name, expect.toBeOneOf([400, 403, 404, 410])]);
      }
      expect(await world.rowCounts()).toEqual(before);
    });

    test('refuses what reaches for the prototype of an object', async () => {
      for (const text of PROTOTYPES) expect([text, (await post({ text })).status]).toEqual([text, 400]);
      for (const name of ['__proto__.admin', 'constructor.prototype.admin', 'a.__proto__'])
        expect(
          (
            await post({
              text: `${name}=1`,
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
            })
          ).status,
        ).toBe(400);
      expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
    });

    test('refuses what is no JSON, no object, or too much', async () => {
      for (const text of [
        '{',
        '[1]',
        '"text"',
        '7',
        'null',
        'true',
        '{"a":1e309}',
        '{"a":-0}',
        '{"a":NaN}',
        '{"a":Infinity}',
        '\ufeff{}',
        '{"a":1,"a":2}',
      ])
        expect([text, (await post({ text })).status]).toEqual([
          text,
          expect.toBeOneOf([400, 403, 404, 410, 422]),
        ]);
      const most = (route.mostBytes ?? 1_000_000) + 1;
      expect((await post({ text: `{"a":"${'a'.repeat(most)}"}` })).status).toBe(413);
      expect((await post({ text: '['.repeat(100_000) })).status).toBe(400);
    });

    test.runIf(numbersIn(example).length > 0)('refuses numbers that are none', async () => {
      for (const keys of numbersIn(example))
        for (const value of [
          'NaN',
          '-0',
          '1e309',
          'Infinity',
          '-Infinity',
          '0x10',
          '1_000',
          '１２',
          '1,5,0',
          '--1',
          [],
          {},
          true,
          null,
        ]) {
          const { status } = await post({ body: withPart(example, keys, value) });
          expect([keys.join('.'), value, status]).toEqual([
            keys.join('.'),
            value,
            expect.toBeOneOf([400, 404, 409, 422]),
          ]);
        }
    });
  },
);

describe.each(SHOWING.map((route) => [route.path, route] as const))('%s', (_, route) => {
  const keys = Object.keys((route.query as z.ZodObject | undefined)?.shape ?? {});

  test('refuses a query that nobody asked for, and a key that comes twice', async () => {
    const path = pathOf(route, world);
    expect([400, 404, 410]).toContain((await world.ask({ path: `${path}?organisation_id=1` })).status);
    expect([400, 404, 410]).toContain((await world.ask({ path: `${path}?__proto__=1` })).status);
    for (const key of [...keys, 'language'])
      expect([400, 404, 410]).toContain((await world.ask({ path: `${path}?${key}=a&${key}=b` })).status);
  });

  test.runIf(keys.length > 0)('answers strange values of its query clearly', async () => {
    for (const key of keys)
      for (const value of [
        'NaN',
        '-0',
        '1e309',
        '-1',
        '',
        '[]',
        '%5B%5D',
        '../..',
        "'",
        '%22',
        '9'.repeat(400),
      ]) {
        const { status } = await world.ask({ path: `${pathOf(route, world)}?${key}=${value}` });
        expect([key, value, status]).toEqual([key, value, expect.toBeOneOf([200, 303, 400, 404, 410, 422])]);
      }
  });
});

test('nobody foresaw nothing', () => expect(world.house.faults).toEqual([]));
