import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { needsChromium } from '#tools/browser.ts';
import { pageText, visited, type Answered, type Answers } from './shown.fixture.ts';
import { SavedNotice } from './notice.tsx';
import { Page as WholePage } from './page.tsx';
import { FormSpecimen } from './specimen.fixture.tsx';
import { specimenWords } from './specimen-texts.fixture.ts';
import { specimenView } from './specimen-view.fixture.ts';

const words = specimenWords();
const view = specimenView(words);
const form = pageText(FormSpecimen({ view }));
const HELD = { policy: 'held', widthPixels: 1280 } as const;
const json = (status: number, body: unknown): Answered => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});

/** The form under the headers of the server, and what the paths beside it answer. */
function formed(answers: Answers, use: (page: Page, origin: string) => Promise<void>): Promise<void> {
  return visited({ '/form': form, ...answers }, HELD, async (page, origin) => {
    await page.goto(`${origin}/form`);
    await use(page, origin);
  });
}

test('a form saves itself after a pause, says when, and sends the version that it got back', async (context) => {
  needsChromium(context);
  const versions: (string | null)[] = [];
  await formed(
    {
      '/drafts': (body) => {
        versions.push(new URLSearchParams(body).get('version'));
        return json(200, { version: 3 + versions.length, savedAt: `14:0${versions.length}` });
      },
    },
    async (page) => {
      const name = page.getByLabel('Name of the program');
      await name.fill('Compass 2028');
      await page.getByText('Saved 14:01').waitFor();
      await name.fill('Compass 2029');
      await page.getByText('Saved 14:02').waitFor();
      expect(versions).toEqual(['3', '4']);
    },
  );
});

test('what cannot be saved stays in this tab, is said, and can be put back after the page was left', async (context) => {
  needsChromium(context);
  let isDown = true;
  const kept: (string | null)[] = [];
  await formed(
    {
      '/drafts': (body) => {
        if (isDown) return json(503, {});
        kept.push(new URLSearchParams(body).get('name'));
        return json(200, { version: 4, savedAt: '14:05' });
      },
    },
    async (page) => {
      await page.getByLabel('Name of the program').fill('Compass 2030');
      await page.getByText('Not saved yet. It is kept in this tab').first().waitFor();
      await page.reload();
      expect(await page.getByLabel('Name of the program').inputValue()).toBe('Compass 2027');
      isDown = false;
      await page.getByRole('button', { name: 'Put it back' }).click();
      await page.getByText('Saved 14:05').waitFor();
      expect(await page.getByLabel('Name of the program').inputValue()).toBe('Compass 2030');
      expect(kept).toEqual(['Compass 2030']);
      await page.reload();
      expect(await page.getByRole('button', { name: 'Put it back' }).isVisible()).toBe(false);
    },
  );
});

test('a conflict is shown, nothing is sent over it until the reader says so, and then with the newest version', async (context) => {
  needsChromium(context);
  const versions: (string | null)[] = [];
  await formed(
    {
      '/drafts': (body) => {
        const version = new URLSearchParams(body).get('version');
        versions.push(version);
        return version === '9'
          ? json(200, { version: 10, savedAt: '14:09' })
          : json(409, { title: 'changed-meanwhile', values: { version: 9 } });
      },
    },
    async (page) => {
      const name = page.getByLabel('Name of the program');
      await name.fill('Mine');
      const keep = page.getByRole('button', { name: 'Keep mine' });
      await keep.waitFor();
      await name.fill('Mine, longer');
      await page.evaluate('new Promise((done) => setTimeout(done, 1000))');
      expect(versions).toEqual(['3']);
      await keep.click();
      await page.getByText('Saved 14:09').waitFor();
      expect(versions).toEqual(['3', '9']);
      expect(await name.inputValue()).toBe('Mine, longer');
    },
  );
});

test('a file is sent with what the form holds, and the browser goes where the server goes', async (context) => {
  needsChromium(context);
  const bodies: string[] = [];
  await formed(
    {
      '/upload': (body) => {
        bodies.push(body);
        return { status: 303, headers: { location: '/preview' }, body: '' };
      },
      '/preview': '<!doctype html><title>Preview</title><main>Preview</main>',
    },
    async (page, origin) => {
      await page
        .getByLabel('File with people')
        .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('person\nP1\n') });
      await page.locator('form[data-upload] button[type=submit]').click();
      await page.waitForURL(`${origin}/preview`);
      expect(bodies[0]).toContain('specimen');
    },
  );
});

test('a file that is refused brings the form back with what was wrong, and the error has the focus', async (context) => {
  needsChromium(context);
  const wrong = { fields: [{ field: 'matters', text: 'wrong.empty' }], given: {} };
  const back = pageText(FormSpecimen({ view: { ...view, wrong } }));
  await formed({ '/upload': () => ({ status: 422, body: back }) }, async (page) => {
    await page.locator('form[data-upload] button[type=submit]').click();
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(await summary.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await page.title()).toMatch(/^Error: /);
  });
});

test('undo is sent as a form, also by its key, and when it is too late the button goes and a sentence says so', async (context) => {
  needsChromium(context);
  const notice = (until: Date) =>
    pageText(
      WholePage({
        view,
        title: 'Done',
        children: SavedNotice({
          view,
          sentence: 'Saved.',
          undo: { action: '/undo', values: { change: '7' }, until },
        }),
      }),
    );
  const sent: string[] = [];
  await formed(
    {
      '/soon': notice(new Date(Date.now() + 60_000)),
      '/late': notice(new Date(Date.now() - 1)),
      '/undo': (body) => {
        sent.push(body);
        return { body: '<!doctype html><title>Undone</title>' };
      },
    },
    async (page, origin) => {
      await page.goto(`${origin}/late`);
      await page.getByText('It is too late to undo this here.').waitFor();
      expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
      await page.goto(`${origin}/soon`);
      await page.keyboard.press('u');
      await page.waitForURL(`${origin}/undo`);
      expect(sent).toHaveLength(1);
      expect(Object.fromEntries(new URLSearchParams(sent[0]))).toEqual({ csrf: 'specimen', change: '7' });
    },
  );
});

test('the focus is on what was wrong when a form comes back, without any script', async (context) => {
  needsChromium(context);
  const wrong = { fields: [{ field: 'matters', text: 'wrong.empty' }], given: {} };
  const back = pageText(FormSpecimen({ view: { ...view, wrong } })).replace(/<script[^>]*><\/script>/g, '');
  await formed({ '/back': back }, async (page, origin) => {
    await page.goto(`${origin}/back`);
    await expect
      .poll(() => page.getByRole('alert').evaluate((element) => element.matches(':focus')))
      .toBe(true);
    await page.getByRole('alert').getByRole('link').click();
    expect(await page.locator('#field-matters').evaluate((field) => field.matches(':target'))).toBe(true);
  });
});
