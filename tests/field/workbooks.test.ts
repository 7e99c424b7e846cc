import { expect, test } from 'vitest';
import { dayFromIso, MISSING_DAY } from '#evaluation/study/day.ts';
import { nothingTold } from '#intake/problem.ts';
import { dayColumn } from '#intake/read-day.ts';
import { readTable } from '#intake/read-table.ts';
import { fieldFile } from './field-file.ts';

test('C09: days of a workbook that counts from 1904 are not four years and a day early', async () => {
  const told = nothingTold();
  const table = await readTable(fieldFile('C09-1904.xlsx'), [], ['employee_id'], told);
  const days = (heading: string) => [...dayColumn(table, heading, told).days];
  expect(days('hired')).toEqual(['2021-03-01', '2019-11-30', '2024-02-29'].map(dayFromIso));
  expect(days('promoted')).toEqual([dayFromIso('2023-02-15'), MISSING_DAY, MISSING_DAY]);
  expect(told.problems).toEqual([]);
  expect(told.guesses).toMatchObject([{ what: 'date-system', value: '1904' }]);
});

test('C14: a merged title is no heading, merged cells are filled down, a total is no person', async () => {
  const told = nothingTold();
  const table = await readTable(fieldFile('C14-merged.xlsx'), [], ['employee_id', 'date'], told);
  expect(table.headingLine).toBe(3);
  expect(table.columns[0]).toEqual(['3001', '3002', '3003', '3004']);
  expect(table.columns[table.headings.indexOf('unit')]).toEqual(['Sales', 'Sales', 'Sales', 'Service']);
  expect(table.lines).toEqual([4, 5, 6, 7]);
  expect(told.problems).toMatchObject([{ code: 'total-row', severity: 'warning', value: 'Total' }]);
  expect(told.guesses).toMatchObject([{ what: 'header-row', value: '3' }]);
});
