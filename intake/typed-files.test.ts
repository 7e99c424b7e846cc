import * as XLSX from '@e965/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { dayFromIso } from '#evaluation/study/day.ts';
import { nothingTold } from './problem.ts';
import { dayColumn } from './read-day.ts';
import { readTable } from './read-table.ts';
import { takeIn } from './take-in.ts';
import { sheetTable } from './xlsx-table.ts';
import { zipSizes } from './zip-sizes.ts';

type Cell = string | number | null | { v: number; z: string };

function workbook(sheets: Record<string, Cell[][]>, date1904?: true): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const plain = rows.map((row) =>
      row.map((cell) => (cell !== null && typeof cell === 'object' ? cell.v : cell)),
    );
    const sheet = XLSX.utils.aoa_to_sheet(plain);
    for (const [r, row] of rows.entries())
      for (const [c, cell] of row.entries())
        if (cell !== null && typeof cell === 'object') sheet[XLSX.utils.encode_cell({ r, c })].z = cell.z;
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  if (date1904) book.Workbook = { WBProps: { date1904: true } };
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const day = (serial: number): Cell => ({ v: serial, z: 'dd/mm/yyyy' });

test('keys keep the zeros of their format, days are days, numbers keep their point under a decimal comma', async () => {
  const bytes = workbook({
    Notes: [['Nothing to read here']],
    Staff: [
      ['person', 'arm', 'index', 'hired', 'years'],
      [{ v: 42, z: '00000' }, 'participant', day(44256), 44255, 0.5],
      [42, 'comparison', null, 60, 1.25],
      ['0042', 'comparison', null, day(60), '1,5'],
    ],
  });
  const { rows, problems, guesses } = await takeIn({ people: { name: 'people.xlsx', bytes } });
  expect(rows.people.person).toEqual(['00042', '42', '0042']);
  expect(rows.people.index[0]).toBe(dayFromIso('2021-03-01'));
  expect(rows.people.hired[0]).toBe(dayFromIso('2021-02-28'));
  expect(rows.people.covariates.get('years')).toEqual({
    kind: 'numeric',
    values: Float64Array.from([0.5, 1.25, 1.5]),
  });
  expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['V02', 3, 'hired'],
    ['V02', 4, 'hired'],
  ]);
  expect(guesses.map(({ what, value }) => [what, value])).toEqual([
    ['sheet', 'Staff'],
    ['decimal', 'comma'],
  ]);
});

test('a thousand written as text in a workbook is a thousand, and a number keeps its point', async () => {
  const people = (sizes: Cell[]) =>
    workbook({
      S: [['person', 'arm', 'index', 'size'], ...sizes.map((size, i) => [`P${i}`, 'comparison', null, size])],
    });
  const read = (sizes: Cell[], settings = {}) =>
    takeIn({ people: { name: 'people.xlsx', bytes: people(sizes) } }, settings);
  const mixed = await read(['1.234,56', '1.000', 2.5]);
  expect(mixed.problems).toEqual([]);
  expect(mixed.rows.people.covariates.get('size')).toEqual({
    kind: 'numeric',
    values: Float64Array.from([1234.56, 1000, 2.5]),
  });
  const open = await read(['1.000', '2.000']);
  expect(open.problems).toMatchObject([{ code: 'decimal', column: 'size', value: '1.000' }]);
  const named = await read(['1.000', '2.000'], { decimal: 'comma' });
  expect(named.problems).toEqual([]);
  expect(named.rows.people.covariates.get('size')).toMatchObject({ values: Float64Array.from([1000, 2000]) });
  const numbers = await read([1.125, 2.5]);
  expect(numbers.problems).toEqual([]);
  expect(numbers.rows.people.covariates.get('size')).toMatchObject({
    values: Float64Array.from([1.125, 2.5]),
  });
});

test('plain numbers in a column of days follow the date system of the workbook', async () => {
  const rows: Cell[][] = [
    ['person', 'hired'],
    ['A', 42794],
  ];
  const told = nothingTold();
  const table = await readTable({ name: 'p.xlsx', bytes: workbook({ S: rows }, true) }, [], ['person'], told);
  expect([...dayColumn(table, 'hired', told).days]).toEqual([dayFromIso('2021-03-01')]);
});

test('a day with a time of day in a workbook is a problem, at midnight it is a day', async () => {
  const rows: Cell[][] = [
    ['person', 'hired'],
    ['A', day(44256.5)],
    ['B', day(44256)],
  ];
  const told = nothingTold();
  const table = await readTable({ name: 'p.xlsx', bytes: workbook({ S: rows }) }, [], ['person'], told);
  dayColumn(table, 'hired', told);
  expect(told.problems).toMatchObject([{ code: 'V02', line: 2, value: '2021-03-01 12:00' }]);
});

test('a sheet with a cell beyond its headings is a problem of that row', () => {
  const told = nothingTold();
  const rows = [
    ['person', 'arm'],
    ['A', 'comparison', '', 'x'],
    ['B', 'comparison', ''],
  ];
  sheetTable(
    'p.xlsx',
    { dateSystem: '1900', numberTexts: new Set(), sheets: [{ name: 'S', rows, mergedDown: [] }] },
    [],
    ['person'],
    told,
  );
  expect(told.problems).toMatchObject([{ code: 'row-length', line: 2 }]);
});

test('a merge that goes on below the rows makes no person, and whole merged columns cost no time', () => {
  const rows = [['person', 'unit'], ['A', 'Sales'], ['B', ''], [], ['C', 'Service']];
  const read = (mergedDown: { column: number; from: number; to: number }[]) => {
    const told = nothingTold();
    const book = {
      dateSystem: '1900' as const,
      numberTexts: new Set<string>(),
      sheets: [{ name: 'S', rows, mergedDown }],
    };
    const table = sheetTable('p.xlsx', book, [], ['person'], told);
    return { told, table };
  };
  const { told, table } = read([{ column: 1, from: 1, to: 3 }]);
  expect(table.columns).toEqual([
    ['A', 'B', 'C'],
    ['Sales', 'Sales', 'Service'],
  ]);
  expect(table.lines).toEqual([2, 3, 5]);
  expect(told.problems).toEqual([]);
  const whole = Array.from({ length: 100_000 }, () => ({ column: 1, from: 1, to: 1_048_575 }));
  expect(read(whole).table.columns[1]).toEqual(['Sales', 'Sales', 'Sales']);
});

test('a workbook that says it unpacks to gigabytes is refused before anything is unpacked', async () => {
  const bytes = workbook({ S: [['person'], ['A']] });
  const view = new DataView(bytes.buffer);
  let at = bytes.length - 22;
  while (view.getUint32(at, true) !== 0x06054b50) at--;
  view.setUint32(view.getUint32(at + 16, true) + 24, 0xfffffff0, true);
  expect(zipSizes(bytes)).toMatchObject({ kind: 'sizes' });
  const told = nothingTold();
  await readTable({ name: 'p.xlsx', bytes }, [], ['person'], told);
  expect(told.problems).toMatchObject([{ code: 'unreadable', cure: 'Export the sheet as CSV or Parquet.' }]);
});

test('a broken workbook is a problem and takes nothing along', async () => {
  const bytes = workbook({ S: [['person'], ['A']] });
  bytes.fill(0xff, 30, bytes.length - 1500);
  const told = nothingTold();
  const table = await readTable({ name: 'p.xlsx', bytes }, [], ['person'], told);
  expect(table.lines).toEqual([]);
  expect(told.problems).toMatchObject([{ severity: 'error' }]);
});

test('Parquet columns of days, timestamps, numbers, texts and nothing are read', async () => {
  const date = (iso: string) => new Date(`${iso}T00:00:00Z`);
  const bytes = new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'person', data: ['00042', ' 42', 'Zoë'], type: 'STRING' },
        { name: 'arm', data: ['participant', 'comparison', 'comparison'], type: 'STRING' },
        { name: 'index', data: [date('2021-03-01'), null, null], type: 'TIMESTAMP' },
        { name: 'years', data: [1.5, null, 3], type: 'DOUBLE' },
        { name: 'rating', data: [5n, 4n, null], type: 'INT64' },
      ],
    }),
  );
  const { rows, problems, warnings } = await takeIn({ people: { name: 'people.parquet', bytes } });
  expect(problems).toEqual([]);
  expect(rows.people.person).toEqual(['00042', '42', 'Zoë']);
  expect(rows.people.index[0]).toBe(dayFromIso('2021-03-01'));
  expect(rows.people.covariates.get('years')).toEqual({
    kind: 'numeric',
    values: Float64Array.from([1.5, Number.NaN, 3]),
  });
  expect(rows.people.covariates.get('rating')).toEqual({
    kind: 'numeric',
    values: Float64Array.from([5, 4, Number.NaN]),
  });
  expect(warnings.map(({ code }) => code)).toEqual(['trimmed', 'look-alike']);
});

test('a thousand written as text in Parquet is a thousand', async () => {
  const texts = (name: string, data: (string | null)[]) => ({ name, data, type: 'STRING' as const });
  const bytes = new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        texts('person', ['A', 'B']),
        texts('arm', ['comparison', 'comparison']),
        texts('index', [null, null]),
        texts('size', ['1.234,56', '1.000']),
      ],
    }),
  );
  const { rows, problems } = await takeIn({ people: { name: 'people.parquet', bytes } });
  expect(problems).toEqual([]);
  expect(rows.people.covariates.get('size')).toMatchObject({ values: Float64Array.from([1234.56, 1000]) });
});

test('a file that only calls itself Parquet is one problem', async () => {
  const { problems } = await takeIn({ people: { name: 'people.parquet', bytes: new Uint8Array(100) } });
  expect(problems).toMatchObject([{ code: 'unreadable' }]);
});
