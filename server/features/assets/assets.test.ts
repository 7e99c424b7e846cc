import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeApp } from '#server/http/app.ts';
import { bareParts } from '#server/http/test-parts.ts';
import { visitorOf } from '#server/http/test-visitor.ts';
import { assets } from '#server/ui/assets.ts';
import { routes } from './assets.routes.ts';

const parts = bareParts(routes);
const visitor = visitorOf(makeApp(parts), parts.installation.origin);

test('every file that pages load is served as what it is, for as long as browsers keep things', async () => {
  for (const { path, type, digest } of assets().values()) {
    const { status, headers, text } = await visitor.get(path);
    expect([status, headers.get('content-type')], path).toEqual([200, type]);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('set-cookie')).toBeNull();
    if (type.startsWith('text/')) expect(createHash('sha256').update(text).digest('hex')).toBe(digest);
  }
});

test.each([
  'style.css',
  'style-0000000000000000.css',
  'constructor',
  '..',
  '%2e%2e%2fpackage.json',
  'a'.repeat(2000),
])('there is no file %s', async (name) => {
  const { status, headers } = await visitor.get(`/assets/${name}`);
  expect([400, 404]).toContain(status);
  expect(headers.get('cache-control')).toBe('no-store');
});

test('a browser that asks for an icon by itself is led to it', async () => {
  expect((await visitor.get('/favicon.ico')).to).toBe(assets().get('mark.svg')!.path);
});
