import { expect, test } from 'vitest';
import { needsChromium, pageViolations, withPage } from '#tools/browser.ts';
import { COMPASS } from '../reports/compass.fixture.ts';
import { evaluationReport } from '../reports/evaluation-report.ts';
import { EVERY_FACE, LOTTERY, NOT_DUE, OPINIONS } from '../reports/hard-cases.fixture.ts';
import { PROGRAM_YEAR } from '../reports/program-year.fixture.ts';
import { reportHtml } from './html.tsx';

const WORLDS = { COMPASS, EVERY_FACE, LOTTERY, OPINIONS, NOT_DUE, PROGRAM_YEAR };
const page = reportHtml(evaluationReport(COMPASS));

test('a report is one small file that loads nothing and runs nothing', () => {
  expect(Buffer.byteLength(page)).toBeLessThan(600_000);
  expect(/<script|\son[a-z]+=|javascript:|@import/i.exec(page)?.[0]).toBeUndefined();
  const addresses = page.replaceAll('http://www.w3.org/2000/svg', '');
  expect(/(?:src|href)="(?!#|data:)|url\(|https?:\/\//.exec(addresses)?.[0]).toBeUndefined();
  expect(/Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]).toContain(
    'default-src &#39;none&#39;',
  );
});

test('one first heading, headings in order, a main part and a way to skip to it', () => {
  const levels = [...page.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
  expect(page.includes('<a class="skip" href="#report">')).toBe(true);
  expect(page.match(/<main /g)).toHaveLength(1);
});

test('every table has a caption and heads with a scope, in a box of its own that can be reached by keyboard', () => {
  const count = (pattern: RegExp) => page.match(pattern)?.length ?? 0;
  expect(count(/<table/g)).toBeGreaterThan(5);
  expect(count(/<caption>/g)).toBe(count(/<table/g));
  expect(count(/<div class="scroll" tabindex="0" role="region" aria-label="/g)).toBe(count(/<table/g));
  expect(/<th(?! scope)[ >]/.test(page)).toBe(false);
});

test('figures and findings carry people, low and high for machines', () => {
  const attributes = (pattern: RegExp) => pattern.exec(page)?.[1];
  expect(attributes(/<figure id="P04-promotion"([^>]*)>/)).toBe(
    ' data-figure="P04" data-n="444" data-low="-0.012" data-high="0.142"',
  );
  expect(attributes(/data-outcome="leadership_skill"([^>]*)>/)).toBe(
    ' data-n="371" data-low="0.21" data-high="0.47"',
  );
  expect(page.match(/<figure /g)!.length).toBe(page.match(/<figure [^>]*data-n="\d+"/g)!.length);
});

test('text from files cannot become markup or style', () => {
  const evil = '</title><script>alert(1)</script><style>"};*{display:none}';
  const report = evaluationReport({ ...COMPASS, plan: { ...COMPASS.plan, program: evil } });
  const html = reportHtml(report);
  expect(html.includes('<script>')).toBe(false);
  expect(html.match(/<style>/g)).toHaveLength(1);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
});

const open = (name: keyof typeof WORLDS) =>
  reportHtml(evaluationReport(WORLDS[name])).replaceAll('<details>', '<details open>');

const NAMES = Object.keys(WORLDS) as (keyof typeof WORLDS)[];

const LOOKS = [
  { widthPixels: 1200, colorScheme: 'light' },
  { widthPixels: 1200, colorScheme: 'dark' },
  { widthPixels: 360, colorScheme: 'light' },
  { widthPixels: 320, colorScheme: 'dark' },
] as const;

test.for(LOOKS)(
  'axe finds nothing and nothing scrolls sideways at $widthPixels pixels, $colorScheme',
  async (look, context) => {
    needsChromium(context);
    await withPage(async (browserPage) => {
      for (const name of NAMES) {
        await browserPage.setContent(open(name), { waitUntil: 'load' });
        expect(await pageViolations(browserPage), name).toEqual([]);
        const width = await browserPage.evaluate('document.documentElement.scrollWidth');
        expect(width, name).toBeLessThanOrEqual(look.widthPixels);
      }
    }, look);
  },
);

/** Texts of visible figures that leave their picture or cover each other; runs in the page. */
const BADLY_PLACED = `(() => {
  const bad = [];
  for (const svg of document.querySelectorAll('figure svg')) {
    if (svg.getBoundingClientRect().width === 0) continue;
    const view = svg.viewBox.baseVal;
    const boxes = [...svg.querySelectorAll('text')].map((text) => ({ box: text.getBBox(), words: text.textContent }));
    boxes.forEach(({ box, words }, i) => {
      if (box.x < -0.5 || box.y < -1 || box.x + box.width > view.width + 0.5 || box.y + box.height > view.height + 1) {
        bad.push('outside: ' + words);
      }
      for (const other of boxes.slice(0, i)) {
        const across = Math.min(box.x + box.width, other.box.x + other.box.width) - Math.max(box.x, other.box.x);
        const down = Math.min(box.y + box.height, other.box.y + other.box.height) - Math.max(box.y, other.box.y);
        if (across > 1 && down > 3) bad.push('overlap: ' + words + ' / ' + other.words);
      }
    });
  }
  return bad;
})()`;

test.for([1200, 360])(
  'no text of a figure is clipped or covered at %i pixels',
  async (widthPixels, context) => {
    needsChromium(context);
    await withPage(
      async (browserPage) => {
        for (const name of NAMES) {
          await browserPage.setContent(open(name), { waitUntil: 'load' });
          expect(await browserPage.evaluate(BADLY_PLACED), name).toEqual([]);
        }
      },
      { widthPixels },
    );
  },
);

test.for(['A4', 'Letter'])('page one is one printed page on %s', async (format, context) => {
  needsChromium(context);
  await withPage(
    async (browserPage) => {
      for (const name of ['COMPASS', 'LOTTERY', 'NOT_DUE'] as const) {
        const report = evaluationReport(WORLDS[name]);
        const end = { id: 'end', title: 'End', blocks: [] };
        await browserPage.setContent(reportHtml({ ...report, sections: [end] }), { waitUntil: 'load' });
        const pdf = (await browserPage.pdf({ format, printBackground: true })).toString('latin1');
        expect(pdf.match(/\/Type \/Page\b/g), name).toHaveLength(2);
      }
    },
    { medium: 'print' },
  );
});

test('nothing on paper is wider than A4 between its margins, so the printer does not shrink the text', async (context) => {
  needsChromium(context);
  const betweenMarginsPx = Math.floor(((210 - 32) / 25.4) * 96);
  await withPage(
    async (browserPage) => {
      for (const name of NAMES) {
        await browserPage.setContent(open(name), { waitUntil: 'load' });
        const width = await browserPage.evaluate('document.documentElement.scrollWidth');
        expect(width, name).toBeLessThanOrEqual(betweenMarginsPx);
      }
    },
    { medium: 'print', widthPixels: betweenMarginsPx },
  );
});

test('in forced colours the figures use the colours of the reader', async (context) => {
  needsChromium(context);
  await withPage(
    async (browserPage) => {
      await browserPage.setContent(open('COMPASS'), { waitUntil: 'load' });
      const colour = await browserPage.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--pl-participants').trim()",
      );
      expect(colour).toBe('CanvasText');
    },
    { forcedColors: 'active' },
  );
});
