import { expect, test } from 'vitest';
import { needsChromium, pageViolations, type PageSettings } from '#tools/browser.ts';
import type { Language } from '#server/text/words.ts';
import { DoorSpecimen, ReadingSpecimen } from './reading-specimen.fixture.tsx';
import { pageText, visited } from './shown.fixture.ts';
import { FormSpecimen } from './specimen.fixture.tsx';
import { specimenWords } from './specimen-texts.fixture.ts';
import { specimenView } from './specimen-view.fixture.ts';
import type { View } from './view.ts';

/** Every component stands on one of these pages. */
function pages(language: Language, more: Partial<View> = {}): Readonly<Record<string, string>> {
  const words = specimenWords(language);
  const wrong = { fields: [{ field: 'matters', text: 'wrong.empty' }], given: { matters: '' } };
  return {
    '/form': pageText(FormSpecimen({ view: specimenView(words, { demo: true, ...more }) })),
    '/wrong': pageText(FormSpecimen({ view: specimenView(words, { wrong, ...more }) })),
    '/read': pageText(ReadingSpecimen({ view: specimenView(words, { path: '/p/one/outcomes', ...more }) })),
    '/door': pageText(DoorSpecimen({ view: specimenView(words, { reader: null, program: null, ...more }) })),
  };
}

const ENGLISH = pages('en');

test('a page has one first heading, headings in order, a skip link to its main part, and a title of its own', () => {
  const titles = Object.values(ENGLISH).map((html) => /<title>([^<]*)</.exec(html)![1]);
  expect(titles).toEqual([
    'What success means · Compass 2027 · Plumbline',
    'Error: What success means · Compass 2027 · Plumbline',
    'Outcomes · Compass 2027 · Plumbline',
    'Sign in · Plumbline',
  ]);
  for (const html of Object.values(ENGLISH)) {
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(html).toMatch(/<a class="skip" href="#content">.*<main id="content"/s);
  }
});

test('a page has no style and no script of its own, and asks nobody else for anything', () => {
  for (const html of Object.values(ENGLISH)) {
    expect(html).not.toMatch(/ style=|<style|<script(?! type="module" src="\/assets\/)| on[a-z]+="/);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /(?:src|href|action)="(?:https?:)?\/\//,
    );
  }
});

test('a page asks for the modules whose attribute stands in it, and for no others', () => {
  const asked = (html: string) => [...html.matchAll(/assets\/([a-z]+)-\w+\.js/g)].map((match) => match[1]);
  expect(asked(ENGLISH['/form']!)).toEqual(
    expect.arrayContaining([
      'autosave',
      'keys',
      'live',
      'menu',
      'palette',
      'theme',
      'twin',
      'undo',
      'upload',
    ]),
  );
  expect(asked(ENGLISH['/door']!)).toEqual(['keys', 'theme']);
});

test('every chip stands before its field in reading order', () => {
  const chips = [...ENGLISH['/form']!.matchAll(/<details class="chip">/g)].length;
  const before = [
    ...ENGLISH['/form']!.matchAll(
      /<details class="chip">(?:(?!<details class="chip">).)*?<(?:input|textarea|select)/gs,
    ),
  ];
  expect(chips).toBe(4);
  expect(before).toHaveLength(chips);
});

const LOOKS: readonly (PageSettings & { readonly name: string; readonly language?: Language })[] = [
  { name: 'light', widthPixels: 1280 },
  { name: 'dark', widthPixels: 1280, colorScheme: 'dark' },
  { name: 'forced colours', widthPixels: 1280, forcedColors: 'active' },
  { name: 'a telephone', widthPixels: 360 },
  { name: '320 pixels, dark', widthPixels: 320, colorScheme: 'dark' },
  { name: 'a longer language', widthPixels: 320, language: 'en-XA' },
  { name: 'right to left', widthPixels: 1280, language: 'ar-XB' },
  { name: 'right to left on a telephone', widthPixels: 360, language: 'ar-XB' },
];

/** Opens what can be opened, so that it is looked at as well. */
const OPEN = `document.querySelectorAll('details').forEach((each) => (each.open = true))`;

test.for(LOOKS)('axe finds nothing and nothing scrolls sideways: $name', async (look, context) => {
  needsChromium(context);
  const shown = pages(look.language ?? 'en');
  await visited(shown, look, async (page, origin) => {
    for (const path of Object.keys(shown)) {
      await page.goto(`${origin}${path}`);
      await page.evaluate(OPEN);
      expect(await pageViolations(page), path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(
        look.widthPixels!,
      );
    }
  });
});

test('what the reader has chosen wins over the system, both ways', async (context) => {
  needsChromium(context);
  for (const [theme, colorScheme] of [
    ['dark', 'light'],
    ['light', 'dark'],
  ] as const) {
    await visited(pages('en', { theme }), { colorScheme }, async (page, origin) => {
      await page.goto(`${origin}/door`);
      const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor');
      expect(ground).toBe(theme === 'dark' ? 'rgb(20, 24, 28)' : 'rgb(255, 255, 255)');
    });
  }
});

test('nothing on paper is wider than A4 between its margins, and paper is light', async (context) => {
  needsChromium(context);
  const betweenMarginsPx = Math.floor(((210 - 32) / 25.4) * 96);
  const shown = pages('en', { theme: 'dark' });
  await visited(shown, { medium: 'print', widthPixels: betweenMarginsPx }, async (page, origin) => {
    for (const path of Object.keys(shown)) {
      await page.goto(`${origin}${path}`);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(
        betweenMarginsPx,
      );
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(255, 255, 255)',
      );
    }
  });
});

/** What can be pressed and is smaller than a finger may be. */
const SMALL = `[...document.querySelectorAll('a, button, summary, input, select, textarea')]
  .filter((each) => each.checkVisibility() && !each.closest('.skip'))
  .map((each) => ({ each, box: each.getBoundingClientRect() }))
  .filter(({ box }) => box.height < 24 || box.width < 24)
  .map(({ each, box }) => each.outerHTML.slice(0, 80) + ' ' + box.width + ' x ' + box.height)`;

test('everything that can be pressed is 24 pixels and more, also on a telephone', async (context) => {
  needsChromium(context);
  await visited(ENGLISH, { widthPixels: 360 }, async (page, origin) => {
    for (const path of Object.keys(ENGLISH)) {
      await page.goto(`${origin}${path}`);
      await page.evaluate(OPEN);
      expect(await page.evaluate(SMALL), path).toEqual([]);
    }
  });
});

/** How far things moved since the page came, as browsers count it (0 is not at all, 0.1 is disturbing). */
const MOVED = `new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})`;

test('nothing moves when the typeface comes late', async (context) => {
  needsChromium(context);
  for (const widthPixels of [360, 1280]) {
    await visited(ENGLISH, { widthPixels }, async (page, origin) => {
      for (const path of ['/form', '/read', '/door']) {
        const letters: (() => void)[] = [];
        await page.route('**/*.woff2', (route) => letters.push(() => void route.continue()));
        await page.goto(`${origin}${path}`, { waitUntil: 'domcontentloaded' });
        await page.evaluate(
          'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
        );
        expect(letters.length, 'the typeface was asked for').toBeGreaterThan(0);
        for (const letter of letters) letter();
        await page.unroute('**/*.woff2');
        await page.evaluate('document.fonts.ready');
        expect(await page.evaluate(MOVED), path).toBeLessThan(0.01);
      }
    });
  }
});
