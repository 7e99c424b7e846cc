import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, setUpHouse, type House } from '#server/http/house.fixture.ts';
import { ROUTES } from '#server/features/registry.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const PAGES = ['/', '/help', '/keys'];

test.each(PAGES)(
  '%s opens for everybody, has one heading of the first order, and says everything in words',
  async (path) => {
    const { status, text, headers } = await house.visitor().get(path);
    expect(status).toBe(200);
    expect(text.match(/<h1[ >]/g)).toHaveLength(1);
    expect(text).not.toMatch(/ style="|<script(?! type="module" src=)|javascript:/);
    expect(headers.get('cache-control')).toBe('no-store');
  },
);

test.each(PAGES)('every link of %s leads to a page that there is', async (path) => {
  const { text } = await house.visitor().get(path);
  const links = [...text.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href]) =>
    href!.replace(/[?#].*/, ''),
  );
  const pages = new Set(ROUTES.filter(({ method }) => method === 'GET').map((route) => route.path));
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !pages.has(link))).toEqual([]);
});

test('the first page offers the way in and the way without', async () => {
  const { text } = await house.visitor().get('/');
  expect(text).toContain('href="/signin"');
  // Whoever is not signed in is led to the sign-in first.
  expect(text).toContain('href="/files"');
});

test('whoever is signed in goes on to their programs, and reads help in their own frame', async () => {
  const { visitor } = await setUpHouse(house);
  expect((await visitor.get('/')).to).toBe('/programs');
  const { text } = await visitor.get('/help');
  expect(text).toContain('Priya Nair');
  expect(text).toContain('action="/signout"');
});
