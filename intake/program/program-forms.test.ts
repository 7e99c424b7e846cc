import * as XLSX from '@e965/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { textFile } from '#tests/text-file.ts';
import type { SourceFile } from '../table.ts';
import { takeIn } from '../take-in.ts';

type Cell = string | number | boolean | Date | null;

const people = textFile('people.csv', 'person,arm,index\n0042,participant,2026-01-05\n');
const PAIRS = [
  ['pair', 'mentor', 'mentee', 'made', 'planned_end', 'ended', 'end_kind', 'rhythm_days', 'paused'],
  [
    '01',
    '0007',
    '0042',
    new Date('2026-01-05'),
    new Date('2026-12-31'),
    null,
    null,
    14,
    '2026-05-01/2026-06-01',
  ],
];
const GOALS = [
  [
    'pair',
    'goal',
    'owner',
    'mutual',
    'area',
    'specific',
    'measurable',
    'achievable',
    'relevant',
    'time_bound',
    'baseline',
    'target',
    'start',
    'due',
    'progress',
    'state',
  ],
  [
    '01',
    'a',
    'mentee',
    'mentor;mentee',
    null,
    true,
    true,
    false,
    true,
    true,
    12.5,
    0,
    new Date('2026-02-01'),
    new Date('2026-08-01'),
    new Date('2026-03-01'),
    'open',
  ],
];
const ASKED = [
  ['role', 'month', 'minutes'],
  ['mentee', new Date('2026-05-01'), 12.5],
];
const COSTS = [
  ['line', 'kind', 'amount', 'currency', 'booked'],
  ['Rooms', 'material', 1234.5, 'EUR', true],
];
const TABLES = { pairs: PAIRS, goals: GOALS, asked: ASKED, costs: COSTS } as unknown as Record<
  string,
  Cell[][]
>;

function plain(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null ? '' : String(cell);
}

const csv = (name: string, rows: Cell[][]): SourceFile =>
  textFile(`${name}.csv`, rows.map((row) => row.map(plain).join(',')).join('\n'));

function xlsx(name: string, rows: Cell[][]): SourceFile {
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet([['Export of the year'], ...rows], { UTC: true });
  XLSX.utils.book_append_sheet(book, sheet, 'Table');
  return {
    name: `${name}.xlsx`,
    bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
  };
}

function parquet(name: string, [headings, ...rows]: Cell[][]): SourceFile {
  const columnData = headings!.map((heading, c) => {
    const data = rows.map((row) => row[c]!);
    const first = data[0];
    const type =
      first instanceof Date
        ? 'TIMESTAMP'
        : typeof first === 'number'
          ? 'DOUBLE'
          : typeof first === 'boolean'
            ? 'BOOLEAN'
            : 'STRING';
    return { name: String(heading), data, type } as const;
  });
  return { name: `${name}.parquet`, bytes: new Uint8Array(parquetWriteBuffer({ columnData })) };
}

test('the same tables as CSV, workbook and Parquet are the same rows', async () => {
  const taken = async (form: (name: string, rows: Cell[][]) => SourceFile) => {
    const program = Object.fromEntries(
      Object.entries(TABLES).map(([name, rows]) => [name, form(name, rows)]),
    );
    const intake = await takeIn({ people, program });
    expect(intake.problems).toEqual([]);
    return intake.rows.program!;
  };
  const fromCsv = await taken(csv);
  expect(fromCsv.pairs).toMatchObject({ pair: ['01'], mentor: ['0007'], rhythmDays: Int32Array.of(14) });
  expect(fromCsv.goals?.progress[0]).toHaveLength(1);
  expect(fromCsv.costs?.amount[0]).toBe(1234.5);
  expect(fromCsv.asked?.month).toEqual(['2026-05']);
  expect(await taken(xlsx)).toEqual(fromCsv);
  expect(await taken(parquet)).toEqual(fromCsv);
});
