import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { needsChromium } from '#tools/browser.ts';
import { ReadingSpecimen } from './reading-specimen.fixture.tsx';
import { pageText, visited, type Answers } from './shown.fixture.ts';
import { detectFigure, FormSpecimen } from './specimen.fixture.tsx';
import { Figure } from './figure.tsx';
import { specimenWords } from './specimen-texts.fixture.ts';
import { specimenView } from './specimen-view.fixture.ts';

const words = specimenWords();
const form = pageText(FormSpecimen({ view: specimenView(words) }));
const reading = pageText(ReadingSpecimen({ view: specimenView(words, { path: '/p/one/outcomes' }) }));

/** Opens a page under the headers of the server; no fault in its console may be left over. */
async function opened(
  path: string,
  answers: Answers,
  use: (page: Page, origin: string) => Promise<void>,
): Promise<void> {
  await visited({ '/form': form, '/read': reading, ...answers }, HELD, async (page, origin) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${origin}${path}`);
    await use(page, origin);
    expect(faults).toEqual([]);
  });
}

const HELD = { policy: 'held', widthPixels: 1280 } as const;

test('go to: Ctrl and K open it, typing narrows it without accents, arrows walk, Enter goes, Escape gives the focus back', async (context) => {
  needsChromium(context);
  await opened('/form', { '/p/one/outcomes': reading }, async (page, origin) => {
    await page.keyboard.press('Control+k');
    const field = page.getByRole('searchbox', { name: 'Type to find a page' });
    expect(await field.isVisible()).toBe(true);
    await field.fill('óutc');
    const list = page.getByRole('navigation', { name: 'Go to' });
    expect(await list.getByRole('link').allTextContents()).toEqual(['Outcomesg o']);
    await page.keyboard.press('Escape');
    expect(await field.isVisible()).toBe(false);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Plang p');
    await field.fill('outc');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin}/p/one/outcomes`);
  });
});

test('keys: g and o go to outcomes, not while somebody types, and not when they are switched off', async (context) => {
  needsChromium(context);
  await opened('/form', { '/p/one/outcomes': reading }, async (page, origin) => {
    await page.getByLabel('Private note').focus();
    await page.keyboard.type('go');
    expect(page.url()).toBe(`${origin}/form`);
    expect(await page.getByLabel('Private note').inputValue()).toBe('go');
    await page.locator('main').focus();
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Switch single keys off' }).click();
    await page.locator('main').focus();
    await page.keyboard.type('go');
    expect(page.url()).toBe(`${origin}/form`);
    await page.reload();
    await page.locator('summary', { hasText: 'Keys' }).click();
    await page.getByRole('button', { name: 'Switch single keys on' }).click();
    await page.locator('main').focus();
    await page.keyboard.type('go');
    await page.waitForURL(`${origin}/p/one/outcomes`);
  });
});

test('keys: t opens the table of the picture in view and writes it into the address, j and k walk rows, / filters, c copies', async (context) => {
  needsChromium(context);
  await opened('/read', {}, async (page, origin) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.keyboard.press('t');
    const table = page.getByRole('table').first();
    expect(await table.isVisible()).toBe(true);
    expect(new URL(page.url()).searchParams.get('table')).toBe('P01');
    await page.keyboard.press('t');
    await page.waitForURL(`${origin}/read`);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Import 6');
    await page.keyboard.press('k');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Plan locked');
    await page.keyboard.press('/');
    await page.keyboard.type('LOCKED');
    const rows = page.locator('#entries tbody tr:visible');
    expect(await rows.count()).toBe(1);
    await page.getByText('1 of 3 rows').waitFor({ state: 'attached' });
    await page.locator('main').focus();
    await page.keyboard.press('c');
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(words.say('specimen.sentence'));
  });
});

test('a live part is replaced by the server’s own picture while somebody types, with no policy for Trusted Types', async (context) => {
  needsChromium(context);
  const sent: string[] = [];
  await opened(
    '/form',
    {
      '/see': (body) => {
        sent.push(body);
        const people = Number(new URLSearchParams(body).get('people'));
        const figure = Figure({ view: specimenView(words), figure: detectFigure(people) });
        return {
          body: `<!doctype html><div id="seen"><script>document.title='ran'</script>${String(figure)}</div>`,
        };
      },
    },
    async (page) => {
      await page.getByLabel('People', { exact: true }).fill('640');
      await page
        .getByText(/640 participants would reliably show/)
        .first()
        .waitFor();
      expect(new URLSearchParams(sent.at(-1)).get('csrf')).toBe('specimen');
      expect(
        await page
          .locator('#seen svg')
          .first()
          .evaluate((svg) => svg.namespaceURI),
      ).toBe('http://www.w3.org/2000/svg');
      expect(await page.title()).not.toBe('ran');
    },
  );
});

test('light and dark change at once and are told to the server', async (context) => {
  needsChromium(context);
  const sent: string[] = [];
  await opened(
    '/form',
    {
      '/appearance': (body) => {
        sent.push(body);
        return { type: 'application/json', body: '{}' };
      },
    },
    async (page, origin) => {
      await page.locator('summary', { hasText: 'Appearance' }).click();
      const told = page.waitForRequest(`${origin}/appearance`);
      await page.getByRole('button', { name: 'Dark' }).click();
      await told;
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(20, 24, 28)');
      expect(await page.getByRole('button', { name: 'Dark' }).getAttribute('aria-pressed')).toBe('true');
      await expect.poll(() => sent.map((body) => new URLSearchParams(body).get('theme'))).toEqual(['dark']);
    },
  );
});

test('the policy of the server holds in these tests: text becomes no markup, and no policy can be made', async (context) => {
  needsChromium(context);
  await visited({ '/form': form }, HELD, async (page, origin) => {
    await page.goto(`${origin}/form`);
    await expect(page.evaluate("document.body.innerHTML = ''")).rejects.toThrow(/TrustedHTML/);
    await expect(page.evaluate("trustedTypes.createPolicy('any', {})")).rejects.toThrow(/disallowed/);
  });
});
