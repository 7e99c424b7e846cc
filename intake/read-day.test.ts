import { expect, test } from 'vitest';
import { MISSING_DAY, dayFromIso } from '#evaluation/study/day.ts';
import { parsedDay, serialDay } from './parse-day.ts';
import { nothingTold } from './problem.ts';
import { dayColumn } from './read-day.ts';
import type { Table } from './table.ts';

function column(cells: string[], more: Partial<Table> = {}): Table {
  return {
    file: 'events.csv',
    headings: ['date'],
    columns: [cells],
    lines: cells.map((_, i) => i + 2),
    headingLine: 1,
    ...more,
  };
}

function read(cells: string[], order?: 'day-first' | 'month-first', more?: Partial<Table>) {
  const told = nothingTold();
  return { ...dayColumn(column(cells, more), 'date', told, order), told };
}

test('a day that does not exist is named with its line and the nearest day', () => {
  const { told, days } = read(['2025-01-01', '31.02.2025']);
  expect(told.problems).toMatchObject([
    {
      code: 'V02',
      line: 3,
      value: '31.02.2025',
      problem: 'events.csv line 3: `31.02.2025` is not a date (write 2025-02-28).',
    },
  ]);
  expect([...days]).toEqual([dayFromIso('2025-01-01'), MISSING_DAY]);
});

test('a slash is settled by a value above 12 anywhere in the column', () => {
  expect([...read(['03/04/2021', '13/04/2021']).days]).toEqual(['2021-04-03', '2021-04-13'].map(dayFromIso));
  expect([...read(['03/04/2021', '04/13/2021']).days]).toEqual(['2021-03-04', '2021-04-13'].map(dayFromIso));
});

test('slashes that nothing settles are one problem per column that names the option', () => {
  const { told } = read(['03/04/2021', '05/06/2021', '01/02/2021']);
  expect(told.problems).toMatchObject([{ code: 'date-order', line: null, column: 'date' }]);
  expect(told.problems[0]!.cure).toContain('--dates day-first');
  expect([...read(['03/04/2021'], 'month-first').days]).toEqual([dayFromIso('2021-03-04')]);
});

test('a column that is day first in one row and month first in another is one problem', () => {
  expect(read(['13/04/2021', '04/13/2021']).told.problems).toMatchObject([
    { code: 'date-order', line: null, problem: expect.stringContaining('mixed') },
  ]);
});

test.each([
  '17.02.25',
  '2025-02-17 14:30',
  '2025-02-17T23:00:00Z',
  'soon',
  '2025-13-01',
  '00.01.2025',
  '01. Feb',
])('`%s` is not a date', (text) => expect(parsedDay(text, 'day-first')).toHaveProperty('cure'));

test.each([
  '2025-02-17',
  '2025-02-17T00:00:00',
  '2025-02-17 00:00',
  '2025-02-17T00:00:00.000Z',
  '17.2.2025',
  '2025/02/17',
])('`%s` is 17 February 2025', (text) =>
  expect(parsedDay(text, 'day-first')).toEqual({ day: dayFromIso('2025-02-17') }),
);

test('spreadsheet numbers are days of the system of the workbook', () => {
  expect(serialDay(44256, '1900')).toEqual({ day: dayFromIso('2021-03-01') });
  expect(serialDay(42794, '1904')).toEqual({ day: dayFromIso('2021-03-01') });
  expect(serialDay(1, '1900')).toEqual({ day: dayFromIso('1900-01-01') });
  expect(serialDay(59, '1900')).toEqual({ day: dayFromIso('1900-02-28') });
  expect(serialDay(61, '1900')).toEqual({ day: dayFromIso('1900-03-01') });
  expect(serialDay(60, '1900')).toHaveProperty('cure');
  expect(serialDay(44256.5, '1900')).toHaveProperty('cure');
});

test('a plain number is a day only in a workbook', () => {
  expect([...read(['44256'], undefined, { dateSystem: '1900' }).days]).toEqual([dayFromIso('2021-03-01')]);
  expect(read(['44256']).told.problems).toMatchObject([{ code: 'V02' }]);
});

test('a dash and n/a stand for an empty cell, and that is told', () => {
  const { days, told } = read(['–', 'n/a', '']);
  expect([...days]).toEqual([MISSING_DAY, MISSING_DAY, MISSING_DAY]);
  expect(told.problems).toEqual([]);
  expect(told.guesses).toMatchObject([{ what: 'empty-word', value: 'n/a –' }]);
});

test('a plain year in a workbook is a problem, not a day of 1905', () => {
  const { days, told } = read(['2021', '1900', '44256'], undefined, { dateSystem: '1900' });
  expect([...days]).toEqual([MISSING_DAY, MISSING_DAY, dayFromIso('2021-03-01')]);
  expect(told.problems).toMatchObject([
    {
      code: 'V02',
      line: 2,
      problem: 'events.csv line 2: `2021` is not a date (it is a year; write the day as YYYY-MM-DD).',
    },
    { code: 'V02', line: 3, value: '1900' },
  ]);
  const beside = read(['1899', '2101'], undefined, { dateSystem: '1900' });
  // Serial numbers 1899 and 2101, counted from 1900-01-01 = 1 with the 29 February 1900 that never was.
  expect([...beside.days]).toEqual([dayFromIso('1905-03-13'), dayFromIso('1905-10-01')]);
});

test.each(['9999-12-31', '31.12.9999', '2201-01-01', '1899-12-31', '0001-01-01'])(
  '`%s` lies outside the days of people at work; the cure is an empty cell',
  (cell) => {
    const told = nothingTold();
    const table = column([cell], { file: 'people.csv', headings: ['last_seen'] });
    const { days, unread } = dayColumn(table, 'last_seen', told);
    expect([days[0], unread[0]]).toEqual([MISSING_DAY, 1]);
    expect(told.problems).toMatchObject([
      {
        code: 'V02',
        line: 2,
        column: 'last_seen',
        value: cell,
        cure: expect.stringMatching(/^Leave the cell empty/),
      },
    ]);
  },
);

test('the first and the last day of 1900 to 2200 are days', () => {
  expect(read(['1900-01-01', '2200-12-31']).told.problems).toEqual([]);
});
