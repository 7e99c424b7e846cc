import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StagedPerson } from '#server/access/staged.fixture.ts';
import { needsChromium } from '#tools/browser.ts';
import { house, type House } from './house.fixture.ts';
import { STANDS_ALONE } from '../pages/looks-of-pages.ts';
import { goHome, secondsOf, type Somebody } from './somebody.fixture.ts';

let home: House;
let lena: StagedPerson;
/** Where the sample files lie that somebody has saved from the page. */
let saved: string;

beforeAll(async () => {
  home = await house();
  const organisation = await home.organisation('Fernhill Group', 'Europe/Berlin');
  lena = await home.person(organisation, 'Lena Hoffmann', [{ role: 'evaluator' }]);
  saved = mkdtempSync(join(tmpdir(), 'plumbline-samples-'));
});
afterAll(async () => {
  await goHome();
  await home.drop();
  rmSync(saved, { recursive: true, force: true });
});
beforeEach((context) => needsChromium(context));

const FIELDS = { 'people.csv': /^People/, 'events.csv': /^Events/, 'plan.json': /^Plan/ };
const LONG = 180_000;
/** How long work may take that the page waits for. */
const PATIENCE = { timeout: 90_000 };

/** Saves the sample files that the page offers, as somebody would before the task. */
async function savesSamples(evaluator: Somebody): Promise<void> {
  for (const name of Object.keys(FIELDS)) {
    const link = evaluator.page.getByRole('link', { name, exact: true });
    const answer = await evaluator.page.request.get(`${home.origin}${await link.getAttribute('href')}`);
    writeFileSync(join(saved, name), await answer.body());
  }
}

/** Three sample files become a report; each step is looked over before it is left. */
async function fromFilesToReport(evaluator: Somebody): Promise<void> {
  const { page } = evaluator;
  await evaluator.open(`${home.origin}/files`);
  await savesSamples(evaluator);
  evaluator.begins();
  for (const [name, label] of Object.entries(FIELDS)) {
    // A click opens the chooser of the system, another takes the file.
    evaluator.cost.clicks += 2;
    await page.getByLabel(label).first().setInputFiles(join(saved, name));
  }
  await evaluator.tick(/I may use these data/);
  await looksOver(evaluator, 'files');
  await evaluator.press('Read the files', 'button', 40);
  await page.getByRole('link', { name: 'Next: plan', exact: true }).waitFor(PATIENCE);
  await looksOver(evaluator, 'columns');
  await evaluator.press('Next: plan', 'link', 60);
  const asked = page.getByRole('group', { name: 'Did anybody look at results before this plan?' });
  await asked.getByRole('radio', { name: /^Yes, or not sure/ }).check();
  evaluator.cost.clicks += 1;
  await looksOver(evaluator, 'plan');
  await evaluator.press('Use this plan', 'button', 60);
  await page.getByRole('button', { name: 'Make the report', exact: true }).waitFor(PATIENCE);
  await looksOver(evaluator, 'check');
  await evaluator.press('Make the report', 'button', 60);
  await page
    .getByRole('heading', { level: 2, name: /Compass/ })
    .first()
    .waitFor(PATIENCE);
  expect(evaluator.cost.clicks, 'clicks').toBeLessThanOrEqual(12);
  expect(secondsOf(evaluator.cost), 'seconds').toBeLessThanOrEqual(5 * 60);
  await looksOver(evaluator, 'report');
}

async function looksOver(evaluator: Somebody, step: string): Promise<void> {
  expect(await evaluator.page.getByRole('heading', { level: 1 }).count(), step).toBe(1);
  expect.soft(await evaluator.page.evaluate(STANDS_ALONE), step).toEqual([]);
  // What looks for faults needs scripts itself.
  if (evaluator.scripts) expect.soft(await evaluator.faults(), step).toEqual([]);
}

const NOT_LOCKED = 'this plan was not locked before results were known';

/** Every figure of the report says that its plan was not locked before the results. */
async function everyFigureSaysIt(evaluator: Somebody): Promise<void> {
  const figures = evaluator.page.getByRole('figure');
  const texts = await figures.allTextContents();
  expect(texts.length).toBeGreaterThan(2);
  expect(texts.filter((text) => !text.includes(NOT_LOCKED))).toEqual([]);
  const report = await evaluator.page.getByRole('main').innerText();
  expect(report).toContain('Every figure here is exploratory: it can suggest, not settle.');
  expect(evaluator.complaints).toEqual([]);
}

test(
  'U31: an evaluator comes from three sample files to a report, in 12 clicks and 5 minutes; each figure says that it was not locked before results',
  async () => {
    const evaluator = await home.enters(lena);
    await fromFilesToReport(evaluator);
    await everyFigureSaysIt(evaluator);
  },
  LONG,
);

test(
  'U31 without scripts, on a telephone: the same way in the same clicks',
  async () => {
    const evaluator = await home.enters(lena, { scripts: false, width: 360, height: 740 });
    await fromFilesToReport(evaluator);
    await everyFigureSaysIt(evaluator);
  },
  LONG,
);
