import { afterEach, expect, test, vi } from 'vitest';
import { axeViolations, needsChromium, withPage } from './browser.ts';

afterEach(() => vi.unstubAllEnvs());

test('a page is opened, read and closed', async (context) => {
  needsChromium(context);
  const title = await withPage(async (page) => {
    await page.setContent('<title>Plumb line</title>');
    return page.title();
  });
  expect(title).toBe('Plumb line');
});

test('a picture without words is reported, a described one is not', async (context) => {
  needsChromium(context);
  const page = (body: string): string =>
    `<!doctype html><html lang="en"><head><title>t</title></head><body><main><h1>h</h1>${body}</main></body></html>`;
  const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
  expect((await axeViolations(page(`<img src="${pixel}">`))).map(({ rule }) => rule)).toEqual(['image-alt']);
  expect(await axeViolations(page(`<img src="${pixel}" alt="a dot">`))).toEqual([]);
});

test('a missing browser skips on a person’s machine and fails in CI', () => {
  vi.stubEnv('CHROMIUM', '/nowhere/chromium');
  vi.stubEnv('CI', '');
  const notes: (string | undefined)[] = [];
  needsChromium({ skip: (note) => notes.push(note) });
  expect(notes).toEqual(['skipped: needs chromium']);
  vi.stubEnv('CI', 'true');
  expect(() => needsChromium({ skip: () => undefined })).toThrow('none at CHROMIUM=/nowhere/chromium');
});
