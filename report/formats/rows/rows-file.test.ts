import { read, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { rowsCsv, rowsXlsx, type RowsTable } from './rows-file.ts';

const TABLE: RowsTable = {
  columns: ['number', 'at', 'says'],
  rows: [
    [1, '2026-11-25T12:00:00.000Z', 'He said "no", twice'],
    [2, '00042', 'two\nlines'],
    [null, '1-2', null],
  ],
};

test('cells are written as RFC 4180 says: quotes doubled, lines and commas inside quotes, codes as they are', () => {
  expect(rowsCsv(TABLE, 'csv')).toBe(
    'number,at,says\n' +
      '1,"2026-11-25T12:00:00.000Z","He said ""no"", twice"\n' +
      '2,"00042","two\nlines"\n' +
      ',"1-2",\n',
  );
});

test('for Excel the file begins with the mark of UTF-8, and lines end with both marks', () => {
  const csv = rowsCsv(TABLE, 'csv-excel');
  expect(csv.startsWith('\ufeffnumber,at,says\r\n1,')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
});

test.each(['=1+1', '+1', '-1', '@x', '\t=1', '＝1'])(
  'what a spreadsheet could run is disarmed: %j',
  (text) => {
    expect(rowsCsv({ columns: ['a'], rows: [[text]] }, 'csv')).toMatch(/^a\n"'/);
  },
);

test('another reader of workbooks finds texts as texts and numbers as numbers', () => {
  const book = read(
    rowsXlsx(
      {
        columns: ['n', 'code'],
        rows: [
          [7, '=1+1'],
          [null, '00042'],
        ],
      },
      'record',
    ),
  );
  expect(book.SheetNames).toEqual(['record']);
  const made = book.Sheets['record']!;
  expect([made['A2'].t, made['A2'].v]).toEqual(['n', 7]);
  expect([made['B2'].t, made['B2'].v, made['B2'].f]).toEqual(['s', '=1+1', undefined]);
  expect(utils.sheet_to_json(made, { header: 1 })[2]).toEqual([undefined, '00042']);
});

test('the same table gives the same bytes, and an empty one has its head', () => {
  expect(rowsXlsx(TABLE, 'record')).toEqual(rowsXlsx(TABLE, 'record'));
  expect(rowsCsv({ columns: ['a', 'b'], rows: [] }, 'csv')).toBe('a,b\n');
});
