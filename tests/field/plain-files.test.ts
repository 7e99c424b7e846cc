import { expect, test } from 'vitest';
import { dayFromIso, MISSING_DAY } from '#evaluation/study/day.ts';
import { csvTable } from '#intake/csv-table.ts';
import { lookAlikes } from '#intake/look-alike.ts';
import { nothingTold } from '#intake/problem.ts';
import { dayColumn } from '#intake/read-day.ts';
import { decimalOf } from '#intake/decimal-sign.ts';
import { numberOf } from '#intake/read-number.ts';
import { columnOf } from '#intake/table.ts';
import { fieldFile } from './field-file.ts';

function read(name: string) {
  const told = nothingTold();
  return { told, table: csvTable(fieldFile(name), [], told) };
}

test('C10: dots are day first, which is told and can be changed', () => {
  const { told, table } = read('C10-german-dates.csv');
  const isoDays = (...days: (string | undefined)[]) =>
    days.map((day) => (day === undefined ? MISSING_DAY : dayFromIso(day)));
  expect([...dayColumn(table, 'Eintritt', told).days]).toEqual(
    isoDays('2021-04-03', '2020-12-11', '2022-06-05'),
  );
  expect([...dayColumn(table, 'Befoerderung', told).days]).toEqual(
    isoDays('2023-11-12', undefined, '2024-08-07'),
  );
  expect(told.problems).toEqual([]);
  expect(told.guesses.filter(({ what }) => what === 'date-order')).toMatchObject([
    { column: 'Eintritt', value: 'day-first', flag: '--dates' },
    { column: 'Befoerderung', value: 'day-first', flag: '--dates' },
  ]);
  expect(dayColumn(table, 'Eintritt', nothingTold(), 'month-first').days[0]).toBe(dayFromIso('2021-03-04'));
});

test('C11: keys with leading zeros are three people, and they look alike', () => {
  const { table } = read('C11-leading-zeros.csv');
  expect(columnOf(table, 'employee_id')).toEqual(['00042', '0042', '42']);
  expect(columnOf(table, 'cost_centre')).toEqual(['0010', '0100', '10']);
  expect(lookAlikes(columnOf(table, 'employee_id')!)).toEqual([['00042', '0042', '42']]);
});

test('C12: a byte-order mark is no part of the first heading', () => {
  const { told, table } = read('C12-bom.csv');
  expect(table.headings).toEqual(['employee_id', 'e-mail']);
  expect(table.lines).toHaveLength(2);
  expect(told).toEqual(nothingTold());
});

test('C13: a semicolon file with decimal commas keeps its rows and its decimals', () => {
  const { told, table } = read('C13-semicolon-decimal-comma.csv');
  const numbers = (heading: string) => {
    const cells = columnOf(table, heading)!;
    const decimal = decimalOf(table, heading, cells, told);
    return cells.map((cell) => numberOf(cell, decimal));
  };
  expect(numbers('fte')).toEqual([0.5, 1, 0.75]);
  expect(numbers('salary_index')).toEqual([1234.56, 987, 1000]);
  expect(told.problems).toEqual([]);
  expect(told.guesses.map(({ what, value }) => [what, value])).toEqual([
    ['delimiter', ';'],
    ['decimal', 'comma'],
    ['decimal', 'comma'],
  ]);
});

test('C16: the same name in other bytes looks alike; a name without its accent does not', () => {
  const { table } = read('C16-names.csv');
  const names = columnOf(table, 'name')!;
  expect(new Set(names).size).toBe(3);
  expect(lookAlikes(names)).toEqual([[names[0], names[1]]]);
});
