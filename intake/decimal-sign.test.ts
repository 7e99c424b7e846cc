import { expect, test } from 'vitest';
import { decimalEvidence } from './decimal-evidence.ts';
import { decimalOf } from './decimal-sign.ts';
import { nothingTold } from './problem.ts';
import type { Table } from './table.ts';

function read(columns: Record<string, string[]>, column: string, more: Partial<Table> = {}) {
  const told = nothingTold();
  const lines = Object.values(columns)[0]!.map((_, i) => i + 2);
  const table: Table = {
    file: 'people.csv',
    headings: Object.keys(columns),
    columns: Object.values(columns),
    lines,
    headingLine: 1,
    delimiter: ',',
    ...more,
  };
  const decimal = decimalOf(table, column, columns[column]!, told);
  return {
    decimal,
    guesses: told.guesses.map(({ what, value }) => `${what} ${value}`),
    problems: told.problems.map(({ code, value }) => `${code} ${value}`),
  };
}

test('one cell that can be read in one way only settles the column', () => {
  expect(decimalEvidence(['1.000', '987,00'])).toMatchObject({ kind: 'sure', decimal: 'comma' });
  expect(decimalEvidence(['1,234', '0.5'])).toMatchObject({ kind: 'sure', decimal: 'point' });
  expect(decimalEvidence(['1,234', '12,345'])).toEqual({ kind: 'open', sign: 'comma', example: '1,234' });
  expect(decimalEvidence(['1.234', '5', ''])).toEqual({ kind: 'open', sign: 'point', example: '1.234' });
  expect(decimalEvidence(['1', '20', ''])).toEqual({ kind: 'plain' });
});

test('a column that leaves it open is read as the other columns of its file, and that is told', () => {
  const comma = { fte: ['0,5', '1'], size: ['1.000', '2.500'] };
  for (const delimiter of [';', '\t'])
    expect(read(comma, 'size', { delimiter })).toEqual({
      decimal: 'comma',
      guesses: ['decimal comma'],
      problems: [],
    });
  const point = { fte: ['0.5', '1'], size: ['1,000', '2,500'] };
  expect(read(point, 'size', { delimiter: ';' })).toEqual({
    decimal: 'point',
    guesses: ['decimal point'],
    problems: [],
  });
});

test('columns that contradict each other, and columns of words or keys, say nothing about the others', () => {
  const size = ['1.000', '2.500'];
  const open = { decimal: 'point', guesses: ['decimal point'], problems: [] };
  expect(read({ a: ['0,5', '1'], b: ['0.5', '1'], size }, 'size')).toEqual(open);
  expect(read({ person: ['0,5', '1,5'], size }, 'size')).toEqual(open);
  expect(read({ note: ['0,5', 'much'], size }, 'size')).toEqual(open);
});

test('when nothing decides, `1.000` is a decimal in a comma file and is told, and is asked about elsewhere', () => {
  const size = ['1.000', '12'];
  expect(read({ size }, 'size')).toEqual({ decimal: 'point', guesses: ['decimal point'], problems: [] });
  expect(read({ size }, 'size', { delimiter: ';' }).problems).toEqual(['decimal 1.000']);
  expect(read({ size: ['1.000', '0.5'] }, 'size', { delimiter: ';' }).problems).toEqual([]);
  expect(read({ size: ['1,000', '12'] }, 'size').problems).toEqual(['decimal 1,000']);
});

test('where numbers were numbers, only texts say anything about the decimal sign', () => {
  const typed = { typed: true as const, numberTexts: new Set(['1.000']) };
  expect(read({ size: ['1.000', '2.5'] }, 'size', typed).problems).toEqual(['decimal 1.000']);
  expect(read({ size: ['1.125', '2.5'] }, 'size', typed)).toEqual({
    decimal: 'point',
    guesses: [],
    problems: [],
  });
  expect(read({ size: ['1.000', '1.234,56', '2.5'] }, 'size', typed).decimal).toBe('comma');
});
