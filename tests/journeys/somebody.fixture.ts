import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumPath } from '#tools/browser.ts';
import { codeStep, oneTimeCode } from '#server/sign-in/one-time-code.ts';

/** What a task costs a person: screens.md 12. */
export interface Cost {
  clicks: number;
  keys: number;
  /** Pages and groups of choices that ask for a decision. */
  decisions: number;
  /** Times that the hand goes from keys to pointer or back. */
  hands: number;
  /** Words that must be read. */
  words: number;
}

/** Seconds that a task takes by the keystroke-level formula: tap 1.3, key 0.28, hand 0.4, decision 1.35, word 0.25. */
export function secondsOf({ clicks, keys, decisions, hands, words }: Cost): number {
  return clicks * 1.3 + keys * 0.28 + hands * 0.4 + decisions * 1.35 + words * 0.25;
}

/** Somebody with a browser of their own, who finds things by role and label only. */
export class Somebody {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Whether pages may run scripts. */
  readonly scripts: boolean;
  readonly cost: Cost = { clicks: 0, keys: 0, decisions: 0, hands: 0, words: 0 };
  /** What the browser complained about. */
  readonly complaints: string[] = [];
  private secret: Buffer | null = null;
  private lastStep = -1;
  private typing = false;

  constructor(context: BrowserContext, page: Page, scripts: boolean) {
    this.scripts = scripts;
    this.context = context;
    this.page = page;
    page.on('console', (line) => {
      if (
        line.type() === 'error' &&
        !/Failed to load resource: the server responded with a status of (4\d\d)/.test(line.text())
      )
        this.complaints.push(line.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol !== 'data:' && hostname !== '127.0.0.1') this.complaints.push(`asked ${request.url()}`);
    });
  }

  /** Opens an address: one decision, and the words that must be read there. */
  async open(address: string, words = 0): Promise<void> {
    await this.page.goto(address);
    this.decides(words);
  }

  /** Presses a button or follows a link by its name. */
  async press(name: string | RegExp, role: 'button' | 'link' = 'button', words = 0): Promise<void> {
    this.hand(false);
    this.cost.clicks += 1;
    const found = this.page
      .getByRole(role, typeof name === 'string' ? { name, exact: true } : { name })
      .first();
    await Promise.all([this.page.waitForLoadState('load'), found.click()]);
    await this.page.waitForLoadState('load');
    this.decides(words);
  }

  /** Opens what is folded. */
  async unfold(name: string | RegExp): Promise<void> {
    this.hand(false);
    this.cost.clicks += 1;
    await this.page.locator('summary').filter({ hasText: name }).first().click();
  }

  /** Types into a field by its label. */
  async type(label: string | RegExp, text: string): Promise<void> {
    this.hand(true);
    this.cost.keys += text.length;
    await this.page
      .getByLabel(label, typeof label === 'string' ? { exact: true } : {})
      .first()
      .fill(text);
  }

  /** Chooses in a list by its label. */
  async choose(label: string | RegExp, value: string): Promise<void> {
    this.hand(false);
    this.cost.clicks += 1;
    await this.page
      .getByLabel(label, typeof label === 'string' ? { exact: true } : {})
      .first()
      .selectOption(value);
  }

  /** Ticks a box or radio by its label. */
  async tick(label: string | RegExp): Promise<void> {
    this.hand(false);
    this.cost.clicks += 1;
    await this.page
      .getByLabel(label, typeof label === 'string' ? { exact: true } : {})
      .first()
      .check();
  }

  /** The text of the page as a person sees it. */
  async reads(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  /** Sets up the second step with an app of their own. */
  async enrols(): Promise<void> {
    const text = await this.page.locator('code').first().innerText();
    this.secret = fromBase32(text);
    await this.code();
    await this.press('Finish');
    await this.press('I have kept them', 'link').catch(() => this.press('I have kept them'));
  }

  /** Types the code that the app shows; a code counts once, so it waits for the next where it must. */
  async code(): Promise<void> {
    if (this.secret === null) throw new Error('code: no app was set up');
    while (codeStep(new Date()) <= this.lastStep) await new Promise((resolve) => setTimeout(resolve, 250));
    this.lastStep = codeStep(new Date());
    await this.type(/^Code/, oneTimeCode(this.secret, this.lastStep));
  }

  /** Accessibility faults of the page as it is, the serious ones. */
  async faults(): Promise<string[]> {
    const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await this.page.evaluate(source);
    return this.page.evaluate(async () => {
      interface Found {
        readonly id: string;
        readonly impact?: string | null;
        readonly nodes: readonly { readonly html: string }[];
      }
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Found[] }> } };
      const { violations } = await axe.run();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    });
  }

  /** Forgets what was counted so far: the task begins now. */
  begins(): void {
    Object.assign(this.cost, { clicks: 0, keys: 0, decisions: 0, hands: 0, words: 0 });
  }

  private decides(words: number): void {
    this.cost.decisions += 1;
    this.cost.words += words;
  }

  private hand(typing: boolean): void {
    if (typing !== this.typing) this.cost.hands += 1;
    this.typing = typing;
  }
}

let browser: Browser | null = null;

/** Somebody who has just opened a browser; policies of content hold. */
export async function somebody(
  settings: { readonly width?: number; readonly height?: number; readonly scripts?: boolean } = {},
): Promise<Somebody> {
  browser ??= await chromium.launch({
    executablePath: chromiumPath()!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    headless: true,
  });
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: settings.width ?? 1280, height: settings.height ?? 800 },
    javaScriptEnabled: settings.scripts ?? true,
  });
  context.setDefaultTimeout(30_000);
  return new Somebody(context, await context.newPage(), settings.scripts ?? true);
}

/** Closes every browser. */
export async function goHome(): Promise<void> {
  await browser?.close();
  browser = null;
}

/** RFC 4648 base 32, as apps take it. */
function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/[\s=]/g, '').toUpperCase()]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
