import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { needsChromium } from '#tools/browser.ts';
import { goHome, somebody } from '../journeys/somebody.fixture.ts';
import { cutOff, LINKS, NAVIGATION_SHOWN, STANDS_ALONE, UNFOLD } from './looks-of-pages.ts';
import { place, type Place, type Reader } from './place.fixture.ts';

let here: Place;
beforeAll(async () => {
  here = await place();
});
afterAll(async () => {
  await goHome();
  await here.drop();
});
beforeEach((context) => needsChromium(context));

const LONG = 240_000;

/** Each page there is, in a browser of whoever sees it. */
async function eachPage(
  settings: { readonly width: number; readonly scripts?: boolean; readonly language?: string },
  use: (page: Page, path: string, reader: Reader) => Promise<void>,
): Promise<void> {
  for (const reader of here.readers) {
    const { context, page } = await somebody(settings);
    await reader.signIn(context);
    for (const path of reader.paths) {
      const url = new URL(path, here.origin);
      if (settings.language !== undefined) url.searchParams.set('language', settings.language);
      const answer = await page.goto(url.href);
      expect.soft(answer?.status(), url.pathname).toBe(200);
      await page.evaluate(UNFOLD);
      await use(page, path, reader);
    }
    await context.close();
  }
}

test('every address that there is answers somebody', () => {
  // The study of this house has no problems that could be taken along.
  expect(here.unseen.filter((path) => !/\/problems\.(csv|xlsx)$/.test(path))).toEqual([]);
  expect(here.readers.flatMap(({ paths }) => paths).length).toBeGreaterThan(30);
});

test(
  'without scripts every page has its heading, forms that can be sent, and links that lead somewhere',
  async () => {
    await eachPage({ width: 1280, scripts: false }, async (page, path, reader) => {
      expect.soft(await page.evaluate(STANDS_ALONE), path).toEqual([]);
      expect.soft(await leadsNowhere(await page.evaluate<string[]>(LINKS), path, reader), path).toEqual([]);
    });
  },
  LONG,
);

/** Addresses that open an app on the device of the reader: a letter, an app for codes. */
const OF_APPS = new Set(['mailto:', 'otpauth:']);

const asked = new Map<string, string>();

/** Links that end in nothing, or in a room that whoever follows them may not enter. */
async function leadsNowhere(links: readonly string[], path: string, reader: Reader): Promise<string[]> {
  const wrong: string[] = [];
  for (const link of new Set(links)) {
    const url = new URL(link, new URL(path, here.origin));
    if (OF_APPS.has(url.protocol)) continue;
    if (url.origin !== here.origin) {
      wrong.push(`${link} leads outside`);
      continue;
    }
    const to = `${url.pathname}${url.search}`;
    const key = `${reader.name} ${to}`;
    if (!asked.has(key)) {
      const { status, to: onwards } = await reader.visitor.get(to);
      asked.set(key, status === 303 || status === 200 ? '' : `${link} answers ${status} ${onwards ?? ''}`);
    }
    const why = asked.get(key)!;
    if (why !== '') wrong.push(why);
  }
  return wrong;
}

test(
  'on paper nothing is cut off, nothing is wider than the sheet, and nothing is there to press',
  async () => {
    await eachPage({ width: 794 }, async (page, path) => {
      await page.emulateMedia({ media: 'print' });
      expect
        .soft(await page.evaluate(cutOff('a, table, th, td, figure, img, svg, pre, code')), path)
        .toEqual([]);
      expect.soft(await page.evaluate(NAVIGATION_SHOWN), path).toEqual([]);
      await page.emulateMedia({ media: 'screen' });
    });
  },
  LONG,
);

const PRESSED = 'a, button, summary, label, select, input, textarea, h1, h2, h3, .pill, .chip';

test.for(['ar-XB', 'en-XA'])(
  'in %s on a telephone no page scrolls sideways and nothing to press is cut off',
  { timeout: LONG },
  async (language) => {
    await eachPage({ width: 360, language }, async (page, path) => {
      const html = page.locator('html');
      expect
        .soft([await html.getAttribute('lang'), await html.getAttribute('dir')], path)
        .toEqual([language, language === 'ar-XB' ? 'rtl' : 'ltr']);
      expect.soft(await page.evaluate(cutOff(PRESSED)), path).toEqual([]);
    });
  },
);

const MOST_OF_A_MODULE = 15_000;
const MOST_OF_ALL_MODULES = 60_000;
/** A page at the door with its style and scripts; the typeface comes beside it. */
const MOST_OF_A_DOOR_PAGE = 60_000;
/** Where somebody comes in who has nothing of ours in their cache. */
const DOORS = /^\/$|^\/signin|^\/set-up\/|^\/invitation\//;

test(
  'no page asks another host or complains, its scripts are within 60 kB, and a page at the door is within 60 kB',
  async () => {
    const doors: string[] = [];
    for (const reader of here.readers) {
      const someone = await somebody({ width: 1280 });
      await reader.signIn(someone.context);
      const loaded = new Set<string>();
      someone.page.on('request', (request) => loaded.add(request.url()));
      for (const path of reader.paths) {
        loaded.clear();
        await someone.page.goto(`${here.origin}${path}`);
        await someone.page.waitForLoadState('networkidle');
        const sizes = await sizesOf(loaded, reader);
        const scripts = sizes.filter(([name]) => name.endsWith('.js'));
        expect
          .soft(
            scripts.filter(([, bytes]) => bytes > MOST_OF_A_MODULE),
            path,
          )
          .toEqual([]);
        expect.soft(sum(scripts), path).toBeLessThanOrEqual(MOST_OF_ALL_MODULES);
        if (!DOORS.test(path)) continue;
        doors.push(path);
        expect
          .soft(
            sizes.map(([name]) => name),
            path,
          )
          .toContain(path);
        expect.soft(sum(sizes), `${path}: ${sizes.join(' ')}`).toBeLessThanOrEqual(MOST_OF_A_DOOR_PAGE);
      }
      expect.soft(someone.complaints, reader.name).toEqual([]);
      await someone.context.close();
    }
    expect(doors.filter((path) => /^\/(set-up|invitation)\//.test(path))).toHaveLength(2);
  },
  LONG,
);

const weighed = new Map<string, number>();

/** What was loaded weighs on its way to a browser that understands gzip, which is the heavier of our two ways. */
async function sizesOf(loaded: ReadonlySet<string>, { visitor }: Reader): Promise<[string, number][]> {
  const sizes: [string, number][] = [];
  for (const url of loaded) {
    const { pathname, search, protocol } = new URL(url);
    if (protocol === 'data:' || pathname.endsWith('.woff2')) continue;
    const key = `${pathname}${search}`;
    if (!key.startsWith('/assets/') || !weighed.has(key)) {
      const { bytes } = await visitor.get(key, { 'accept-encoding': 'gzip' });
      weighed.set(key, bytes.length);
    }
    sizes.push([key, weighed.get(key)!]);
  }
  return sizes;
}

function sum(sizes: readonly (readonly [string, number])[]): number {
  return sizes.reduce((all, [, bytes]) => all + bytes, 0);
}
