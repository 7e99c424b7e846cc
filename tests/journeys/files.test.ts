import { createServer } from 'node:net';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileServer, type FileServer } from '#server/features/files/files.fixture.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';
import { chromiumPath } from '#tools/browser.ts';
import { goHome, secondsOf, type Somebody, somebody } from './somebody.fixture.ts';

const SAMPLES = 'examples/promotion-two-years';
/** Limits of the task (screens, 12): an evaluator makes a report of three sample files. */
const LIMIT = { clicks: 12, seconds: 300 };
/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env['PLUMBLINE_PICTURES'];

const STEPS = ['files', 'columns', 'plan', 'check', 'report'];

const there = chromiumPath() !== undefined;
if (!there && process.env['CI'] === 'true') throw new Error('journeys need Chromium');

describe.skipIf(!there)('an evaluation from files, in a browser (skipped: needs Chromium)', () => {
  let server: FileServer;
  let token: string;
  let origin: string;
  let study: string;
  beforeAll(async () => {
    origin = `http://127.0.0.1:${await freePort()}`;
    server = await fileServer(origin);
    const evaluator = await server.somebody(await server.organisation(), 'evaluator');
    token = evaluator.cookies.get(SIGN_IN_COOKIE)!;
  }, 60_000);
  afterAll(async () => {
    await goHome();
    await server.close();
    expect(server.faults).toEqual([]);
  });

  async function evaluator(settings: Parameters<typeof somebody>[0] = {}): Promise<Somebody> {
    const one = await somebody(settings);
    await one.context.addCookies([{ name: SIGN_IN_COOKIE, value: token, url: origin }]);
    return one;
  }

  async function choosesSamples(one: Somebody): Promise<void> {
    for (const [label, file] of [
      ['People (needed)', 'people.csv'],
      ['Events', 'events.csv'],
      ['Plan', 'plan.json'],
    ] as const) {
      one.cost.clicks += 1;
      await one.page.getByLabel(label, { exact: true }).setInputFiles(join(SAMPLES, file));
    }
  }

  /** From three files to the report, as the task has it. */
  async function makesReport(one: Somebody): Promise<void> {
    await one.open(`${origin}/files`, 60);
    await choosesSamples(one);
    await one.tick('I may use these data, and the people were told.');
    await one.press('Read the files', 'button', 30);
    await one.page.getByRole('link', { name: 'Next: plan' }).waitFor({ timeout: 120_000 });
    await one.press('Next: plan', 'link', 60);
    await one.tick('Yes, or not sure');
    await one.press('Use this plan', 'button', 30);
    await one.page.getByRole('button', { name: 'Make the report' }).waitFor({ timeout: 120_000 });
    await one.press('Make the report', 'button', 60);
    await one.page.getByRole('link', { name: 'PDF' }).waitFor({ timeout: 240_000 });
  }

  test('goes from three sample files to the report within its clicks and seconds', async () => {
    const one = await evaluator();
    await makesReport(one);
    study = new URL(one.page.url()).pathname.split('/')[2]!;
    console.log(`U31: ${one.cost.clicks} clicks, ${Math.round(secondsOf(one.cost))} s`);
    expect(one.cost.clicks).toBeLessThanOrEqual(LIMIT.clicks);
    expect(secondsOf(one.cost)).toBeLessThanOrEqual(LIMIT.seconds);
    const sources = await one.page.locator('figure .source').allInnerTexts();
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources)
      expect(source).toMatch(/this plan was not locked before results were known\./i);
    const estimated = one.page.locator('figure[data-low]');
    expect(await estimated.count()).toBeGreaterThan(0);
    expect(await estimated.first().getAttribute('data-n')).toMatch(/^\d+$/);
    expect(one.complaints).toEqual([]);
  }, 400_000);

  test('goes the same way without scripts', async () => {
    const one = await evaluator({ scripts: false });
    await makesReport(one);
    expect(await one.reads()).toContain('Compared with similar people');
  }, 400_000);

  test('has no serious fault of accessibility on any page, also narrow and dark, and scrolls in one direction only', async () => {
    for (const look of [
      { name: 'wide', width: 1280, dark: false },
      { name: 'narrow', width: 320, dark: false },
      { name: 'dark', width: 1280, dark: true },
    ]) {
      const one = await evaluator({ width: look.width });
      if (look.dark) await one.page.emulateMedia({ colorScheme: 'dark' });
      for (const step of ['', ...STEPS.map((name) => `/${study}/${name}`)]) {
        await one.page.goto(`${origin}/files${step}`);
        const name = `${look.name}-${step === '' ? 'start' : step.split('/')[2]}`;
        expect([name, await one.faults()]).toEqual([name, []]);
        const wider = await one.page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect([name, wider]).toEqual([name, 0]);
        await pictured(one, name);
      }
      expect(one.complaints).toEqual([]);
    }
  }, 400_000);

  test('prints its report', async () => {
    const one = await evaluator();
    await one.page.goto(`${origin}/files/${study}/report`);
    await one.page.emulateMedia({ media: 'print' });
    expect(await one.page.getByRole('link', { name: 'PDF' }).isVisible()).toBe(false);
    await pictured(one, 'print-report');
  }, 60_000);
});

async function pictured({ page }: Somebody, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  const { width } = page.viewportSize()!;
  const clip = { x: 0, y: 0, width, height: 2400 };
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true, clip });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
