import { read, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { cellsXlsx } from './cells-xlsx.ts';

const CELLS = [
  ['person', 'date', 'problem'],
  ['00412', '31.02.2025', '31.02.2025 is not a date.'],
  ['=cmd|A1', '', '1e5'],
];

test('cells come back as the text that they were, and none is a formula, a date or a number', () => {
  const book = read(cellsXlsx('problems', CELLS), { cellFormula: true });
  expect(book.SheetNames).toEqual(['problems']);
  const sheet = book.Sheets['problems']!;
  expect(utils.sheet_to_json(sheet, { header: 1, defval: '' })).toEqual(CELLS);
  const cells = Object.entries(sheet).filter(([place]) => !place.startsWith('!'));
  expect(
    cells.every(([, { t, f }]: [string, { t: string; f?: string }]) => t === 's' && f === undefined),
  ).toBe(true);
});

test('the same cells give the same bytes', () => {
  expect(cellsXlsx('problems', CELLS)).toEqual(cellsXlsx('problems', CELLS));
});
