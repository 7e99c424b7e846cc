import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApp } from '#server/http/app.ts';
import { SECURITY_HEADERS, securityHeaders } from '#server/http/headers.ts';
import { openRoute, type Route } from '#server/http/route.ts';
import { bareParts } from '#server/http/test-parts.ts';
import { CHANGING, openWorld, pathOf, SHOWING, type Answer, type World } from './world.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Names of security headers that an answer lacks or says differently; none in a good answer. */
function lacking({ headers }: Pick<Answer, 'headers'>): string[] {
  return Object.entries(SECURITY_HEADERS).flatMap(([name, value]) =>
    headers.get(name) === value ? [] : [name],
  );
}

describe('the headers of security', () => {
  test('are those that the design lists', () => {
    expect(SECURITY_HEADERS).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = SECURITY_HEADERS['content-security-policy']!.split('; ');
    for (const line of [
      "default-src 'none'",
      "object-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "require-trusted-types-for 'script'",
    ])
      expect(policy).toContain(line);
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
    expect(securityHeaders('https://m.example.org')['strict-transport-security']).toMatch(/^max-age=\d{8,}/);
    expect(securityHeaders('http://127.0.0.1')['strict-transport-security']).toBeUndefined();
  });

  test.each(SHOWING.map((route) => [route.path, route] as const))(
    'stand on %s, for those who may and those who may not',
    async (_, route) => {
      for (const as of ['first person', 'nobody'] as const)
        for (const accept of ['text/html', 'application/json']) {
          const answer = await world.ask({ path: pathOf(route, world), as, headers: { accept } });
          expect([answer.status, lacking(answer)]).toEqual([answer.status, []]);
          expect(answer.status).not.toBe(500);
          expect(answer.headers.get('cache-control')).toBe('no-store');
        }
    },
  );

  test.each(CHANGING.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'stand on a refused %s',
    async (_, route) => {
      for (const as of ['first person', 'nobody'] as const) {
        const path = pathOf(route, world);
        const answers = [
          await world.ask({ method: route.method, path, as, token: null, body: {} }),
          await world.ask({ method: route.method, path, as, body: { nobody_asked: 1 } }),
          await world.ask({
            method: route.method,
            path,
            as,
            text: '{',
            headers: { accept: 'application/json' },
          }),
        ];
        for (const answer of answers) {
          expect([answer.status, lacking(answer)]).toEqual([answer.status, []]);
          expect(answer.status).not.toBe(500);
        }
      }
    },
  );

  test('stand on every status that there is', async () => {
    const broken: Route = openRoute({
      method: 'GET',
      path: '/broken',
      needs: 'everybody',
      act: async () => {
        throw new TypeError('a mistake of ours');
      },
    });
    const pageless: Route = openRoute({
      method: 'GET',
      path: '/pageless',
      needs: 'everybody',
      act: async () => ({
        page: () => {
          throw new TypeError('a mistake in a page');
        },
      }),
    });
    const { rows } = world.house.database;
    const parts = bareParts([broken, pageless], {
      database: rows,
      limits: { network: () => 3, account: () => 0 },
    });
    const flooded = makeApp(parts);
    const mistaken = makeApp({ ...parts, limits: { network: () => 0, account: () => 0 } });
    const away = makeApp(bareParts([broken]));
    const at = (path: string, init?: RequestInit) => new Request(`${parts.installation.origin}${path}`, init);
    const answers = [
      await mistaken.fetch(at('/broken')),
      await mistaken.fetch(at('/pageless')),
      await away.fetch(at('/broken')),
      await flooded.fetch(at('/broken')),
      await mistaken.fetch(at('/nothing')),
      await mistaken.fetch(at('/broken', { method: 'PUT' })),
      await mistaken.fetch(at(`/${'a'.repeat(5000)}`)),
      await mistaken.fetch(at('/a%00')),
      await mistaken.fetch(new Request('http://elsewhere.example/broken')),
      await mistaken.fetch(at('/broken', { method: 'HEAD' })),
      await mistaken.fetch(at('/broken', { method: 'OPTIONS' })),
    ];
    expect(answers.map(({ status }) => status)).toEqual([
      500, 500, 503, 429, 404, 405, 414, 400, 421, 500, 405,
    ]);
    for (const answer of answers) expect([answer.status, lacking(answer)]).toEqual([answer.status, []]);
    expect(answers[3]!.headers.get('retry-after')).toBe('3');
    expect(answers[5]!.headers.get('allow')).toBe('GET, HEAD');
  });

  test('and no answer says what it was made with', async () => {
    for (const path of ['/', '/nothing', '/health']) {
      const { headers } = await world.ask({ path });
      for (const name of [
        'server',
        'x-powered-by',
        'etag',
        'last-modified',
        'access-control-allow-origin',
        'date',
      ])
        expect(headers.get(name), name).toBeNull();
    }
  });
});

test('nobody foresaw nothing', () => expect(world.house.faults).toEqual([]));
