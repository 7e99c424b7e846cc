import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { textFile } from '#tests/text-file.ts';
import { nothingTold } from './problem.ts';
import { readTable } from './read-table.ts';
import type { SourceFile } from './table.ts';

async function problemsOf(file: SourceFile) {
  const told = nothingTold();
  await readTable(file, ['person', 'arm'], ['person', 'arm'], told);
  return told.problems.map(({ severity, problem }) => `${severity}: ${problem}`);
}

test('a column without a heading that holds something is a problem', async () => {
  const text = 'person,,arm\nA,2020,comparison\nB,,comparison\n';
  expect(await problemsOf(textFile('people.csv', text))).toEqual([
    'error: Column 2 of people.csv has no heading, but 1 cell with something in it.',
  ]);
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet([
    ['person', 'arm', null, 'fte'],
    ['A', 'comparison', 'x', 1],
    ['B', 'comparison', 'y', 1],
  ]);
  XLSX.utils.book_append_sheet(book, sheet, 'S');
  const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  expect(await problemsOf({ name: 'people.xlsx', bytes })).toEqual([
    'error: Column 3 of people.xlsx has no heading, but 2 cells with something in them.',
  ]);
});

test('a column without a heading that is empty is no problem', async () => {
  expect(await problemsOf(textFile('people.csv', 'person,arm,\nA,comparison,\nB,comparison, \n'))).toEqual([
    expect.stringMatching(/^warning: Blanks/),
  ]);
});
