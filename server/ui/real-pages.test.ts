import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staged, type Stage } from '#server/access/staged.fixture.ts';
import { makeApp } from '#server/http/app.ts';
import { needsChromium, pageViolations, withPage, type PageSettings } from '#tools/browser.ts';

let stage: Stage;
let origin: string;
let stop: () => Promise<void>;
let program: string;
/** Cookies of somebody who may do everything that one person may, and of an admin. */
let manager: readonly (readonly [string, string])[];
let admin: readonly (readonly [string, string])[];

beforeAll(async () => {
  stage = await staged();
  const organisation = await stage.organisation('Fernhill', 'Europe/Berlin');
  const priya = await stage.person(organisation, 'Priya Nair', [{ role: 'program-manager' }]);
  const ada = await stage.person(organisation, 'Ada Lang', [{ role: 'admin' }]);
  const made = await priya.visitor.post(
    '/programs',
    { name: 'Compass 2027', template: 'leadership', from: '2027-01-15', to: '' },
    '/programs/new',
  );
  program = /\/p\/([0-9a-f-]{36})\/plan/.exec(made.to!)![1]!;
  const server = serve({ fetch: (request) => app.fetch(request), hostname: '127.0.0.1', port: 0 });
  await new Promise((done) => server.once('listening', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = makeApp({ ...stage.parts, installation: { ...stage.parts.installation, origin } });
  manager = [...priya.visitor.cookies];
  admin = [...ada.visitor.cookies];
  stop = () => new Promise((done) => server.close(() => done()));
});
afterAll(async () => {
  await stop();
  await stage.drop();
});

/** A browser that is signed in. */
function signedIn(
  cookies: readonly (readonly [string, string])[],
  settings: PageSettings,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  return withPage(async (page) => {
    await page.context().addCookies(cookies.map(([name, value]) => ({ name, value, url: origin })));
    await use(page);
  }, settings);
}

/** Every page of the product that needs no more than a program: what comes later is looked at without being named. */
function paths(): string[] {
  return stage.parts.routes
    .filter(({ method, path }) => method === 'GET' && !path.replace(':program', '').includes(':'))
    .map(({ path }) => path.replace(':program', program));
}

test.for([
  { name: 'light', widthPixels: 1280 },
  { name: 'dark on a telephone', widthPixels: 320, colorScheme: 'dark' as const },
])('every page there is: axe finds nothing, and nothing scrolls sideways; $name', async (look, context) => {
  needsChromium(context);
  const shown = new Set<string>();
  for (const cookies of [manager, admin]) {
    await signedIn(cookies, look, async (page) => {
      for (const path of paths()) {
        const answer = await page.request.get(`${origin}${path}`, {
          headers: { accept: 'text/html' },
          maxRedirects: 0,
        });
        if (
          shown.has(path) ||
          answer.status() !== 200 ||
          !answer.headers()['content-type']?.startsWith('text/html')
        ) {
          continue;
        }
        shown.add(path);
        await page.goto(`${origin}${path}`);
        expect.soft(await pageViolations(page), path).toEqual([]);
        expect
          .soft(await page.evaluate('document.documentElement.scrollWidth'), path)
          .toBeLessThanOrEqual(look.widthPixels);
      }
    });
  }
  expect([...shown]).toEqual(expect.arrayContaining(['/programs', '/people', `/p/${program}/plan`]));
});

test('every step of a plan: axe finds nothing, and nothing scrolls sideways on a telephone', async (context) => {
  needsChromium(context);
  await signedIn(manager, { widthPixels: 360 }, async (page) => {
    for (const step of ['purpose', 'rhythm', 'success', 'comparison', 'expected', 'privacy', 'looks']) {
      await page.goto(`${origin}/p/${program}/plan?step=${step}`);
      await page.evaluate(`document.querySelectorAll('details').forEach((each) => (each.open = true))`);
      expect.soft(await pageViolations(page), step).toEqual([]);
      expect.soft(await page.evaluate('document.documentElement.scrollWidth'), step).toBeLessThanOrEqual(360);
    }
  });
});

test('a plan saves itself while it is typed, and shows what could be seen', async (context) => {
  needsChromium(context);
  await signedIn(manager, { policy: 'held', widthPixels: 1280 }, async (page) => {
    const faults: string[] = [];
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${origin}/p/${program}/plan?step=expected`);
    await page.getByLabel('Participants', { exact: true }).fill('160');
    await page.getByLabel('Similar people', { exact: true }).fill('320');
    await page.getByText('reliably').first().waitFor();
    await page
      .getByText(/^Saved \d\d:\d\d/)
      .first()
      .waitFor();
    await page.reload();
    expect(await page.getByLabel('Participants', { exact: true }).inputValue()).toBe('160');
    expect(faults).toEqual([]);
  });
});
