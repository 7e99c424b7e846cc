import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

/** How a page is opened: width of the window in pixels, colours, and medium. */
export interface PageSettings {
  readonly widthPixels?: number;
  readonly heightPixels?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly medium?: 'screen' | 'print';
  readonly forcedColors?: 'active' | 'none';
  /** Whether the page's own Content-Security-Policy holds, or is lifted so that axe can look around; lifted unless said. */
  readonly policy?: 'held' | 'lifted';
}

/** One accessibility fault that axe found: the rule, how bad, what it means, and the elements. */
export interface AxeViolation {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly elements: readonly string[];
}

/** The part of a vitest test context that skipping needs. */
interface SkippableTest {
  skip(note?: string): unknown;
}

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Nothing is fetched, reported or updated by the browser on its own; the sandbox needs rights that containers lack. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** The path of a Chromium on this machine: `CHROMIUM`, else the usual places; undefined when there is none. */
export function chromiumPath(): string | undefined {
  const named = process.env['CHROMIUM'];
  return (named === undefined || named === '' ? PLACES : [named]).find((path) => existsSync(path));
}

/**
 * Skips a test with "skipped: needs chromium" where there is no browser; call it first in the test.
 *
 * @throws Error when `CI=true`: there a missing browser is a failure, not a skip
 */
export function needsChromium(test: SkippableTest): void {
  if (chromiumPath() !== undefined) return;
  if (process.env['CI'] === 'true') throw new Error(missingLine());
  // Only on a person's machine: with CI=true the line above fails instead.
  test.skip('skipped: needs chromium');
}

/**
 * What `use` gives, with a page of a new, empty browser that is closed afterwards.
 *
 * @throws Error when there is no Chromium
 */
export async function withPage<Result>(
  use: (page: Page) => Promise<Result>,
  settings: PageSettings = {},
): Promise<Result> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error(missingLine());
  const userData = mkdtempSync(join(tmpdir(), 'plumbline-chromium-'));
  const context = await chromium.launchPersistentContext(userData, {
    executablePath,
    args: FLAGS,
    headless: true,
    bypassCSP: settings.policy !== 'held',
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: settings.widthPixels ?? 1200, height: settings.heightPixels ?? 900 },
    colorScheme: settings.colorScheme ?? 'light',
    forcedColors: settings.forcedColors ?? 'none',
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.emulateMedia({ media: settings.medium ?? 'screen' });
    return await use(page);
  } finally {
    await context.close();
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The accessibility faults (WCAG 2.2 A and AA, and axe's good practices) of a whole HTML page; none is the aim. */
export async function axeViolations(html: string, settings: PageSettings = {}): Promise<AxeViolation[]> {
  return withPage(async (page) => {
    await page.setContent(html, { waitUntil: 'load' });
    return pageViolations(page);
  }, settings);
}

/** The accessibility faults of a page that is already open, as it is at this moment. */
export async function pageViolations(page: Page): Promise<AxeViolation[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Found[] }> } };
    interface Found {
      readonly id: string;
      readonly impact?: string | null;
      readonly help: string;
      readonly nodes: readonly { readonly html: string }[];
    }
    const { violations } = await axe.run();
    return violations.map((found) => ({
      rule: found.id,
      impact: found.impact ?? 'unknown',
      help: found.help,
      elements: found.nodes.map((node) => node.html),
    }));
  });
}

function missingLine(): string {
  const named = process.env['CHROMIUM'];
  const where = named === undefined || named === '' ? PLACES.join(', ') : `CHROMIUM=${named}`;
  return `needs chromium: none at ${where}; install Chromium or set CHROMIUM to its path`;
}
