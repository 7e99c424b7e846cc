import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIRST_TABLES } from '#intake/first-tables.ts';
import { EVENT_HEADINGS, PEOPLE_HEADINGS, SCORE_HEADINGS } from '#intake/headings.ts';
import { FILES_PAGE, filesPage } from './files-page.ts';

test('the page of files says what the lists of columns say; `node tools/files-page.ts` writes it anew', async () => {
  expect(readFileSync(FILES_PAGE, 'utf8')).toBe(await filesPage());
});

test('every heading that is read from people, events and scores is explained, and no other', () => {
  expect(FIRST_TABLES.map(({ columns }) => columns.map(({ heading }) => heading))).toEqual([
    [...PEOPLE_HEADINGS],
    [...EVENT_HEADINGS],
    [...SCORE_HEADINGS],
  ]);
});
