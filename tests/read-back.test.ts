import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { expect, test } from 'vitest';
import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import { csvTable } from '#intake/csv-table.ts';
import { parquetTable } from '#intake/parquet-table.ts';
import { nothingTold } from '#intake/problem.ts';
import type { Table } from '#intake/table.ts';
import { workbookCells } from '#intake/workbook-cells.ts';
import { tablesOf } from '#report/document-parts.ts';
import { findingsCsv } from '#report/formats/findings-csv.ts';
import { findingsParquet } from '#report/formats/findings-parquet.ts';
import { findingsXlsx } from '#report/formats/findings-xlsx.ts';
import { COMPASS } from '#report/reports/compass.fixture.ts';
import { evaluationReport } from '#report/reports/evaluation-report.ts';
import { EVERY_FACE, LOTTERY, NOT_DUE, OPINIONS } from '#report/reports/hard-cases.fixture.ts';

const WORLDS = Object.entries({ COMPASS, EVERY_FACE, LOTTERY, NOT_DUE, OPINIONS });

/** Texts that spreadsheets take for something else: formulas, a date, a number with zeros, tags. */
const SLY = [
  '=1+1',
  '+1',
  '-1',
  '@sum',
  '1-2',
  '007',
  '<b>&amp;',
  'a"b',
  'naïve, 导师 👩',
  '_x0041_',
  '\u0001',
];

/** COMPASS with texts of users that are up to something, an outcome for each. */
const SLY_WORLD: ShownEvaluation = {
  ...COMPASS,
  plan: { ...COMPASS.plan, program: '=HYPERLINK("x")' },
  findings: SLY.map((text) => ({ ...COMPASS.findings[0]!, outcome: text, label: text, unit: text })),
};

const bytesOf = (text: string) => new TextEncoder().encode(text);
const workbook = (shown: ShownEvaluation) => workbookCells(findingsXlsx(shown, evaluationReport(shown)));

/** Cells of a table by row, headings first. */
function rowsOf(table: Table): string[][] {
  const rows = table.lines.map((_, row) => table.columns.map((column) => column[row]!));
  return [[...table.headings], ...rows];
}

function csvRows(shown: ShownEvaluation): string[][] {
  const told = nothingTold();
  const rows = rowsOf(csvTable({ name: 'findings.csv', bytes: bytesOf(findingsCsv(shown)) }, [], told));
  expect(told.problems).toEqual([]);
  return rows;
}

test.for(WORLDS)('our own reader finds the same cells in CSV, XLSX and Parquet of %s', async ([, shown]) => {
  const rows = csvRows(shown);
  expect(rows).toHaveLength(shown.findings.length + 1);
  const told = nothingTold();
  const parquet = await parquetTable({ name: 'findings.parquet', bytes: findingsParquet(shown) }, [], told);
  expect(told.problems).toEqual([]);
  expect(rowsOf(parquet)).toEqual(rows);
  const [findings] = workbook(shown).sheets;
  expect(findings!.name).toBe('findings');
  expect(findings!.rows.map((row) => rows[0]!.map((_, c) => row[c] ?? ''))).toEqual(rows);
});

test('texts that a spreadsheet would run come back as they were, from CSV behind an apostrophe', async () => {
  const outcomes = (rows: readonly (readonly string[])[]) => rows.slice(1).map((row) => row[0]);
  const disarmed = SLY.map((text) => (/^[=+\-@]/.test(text) ? `'${text}` : text));
  expect(outcomes(csvRows(SLY_WORLD))).toEqual(disarmed);
  expect(outcomes(workbook(SLY_WORLD).sheets[0]!.rows)).toEqual(SLY);
  const bytes = findingsParquet(SLY_WORLD);
  const parquet = await parquetTable({ name: 'findings.parquet', bytes }, [], nothingTold());
  expect(parquet.columns[0]).toEqual(SLY);
});

test.for(WORLDS)('each table of the report of %s is a sheet with its cells', ([, shown]) => {
  const report = evaluationReport(shown);
  const sheets = workbook(shown).sheets.slice(2);
  const tables = tablesOf(report);
  expect(sheets).toHaveLength(tables.length);
  const number = (cell: string) => cell.replaceAll(/^\+|,(?=\d{3})/g, '').replace(/^−/, '-');
  for (const [i, table] of tables.entries()) {
    const [head, ...rows] = sheets[i]!.rows;
    expect(head, table.id).toEqual(table.columns.map(({ label }) => label));
    const shownRows = rows.map((row) => table.columns.map((_, c) => row[c] ?? ''));
    for (const [r, row] of table.rows.entries()) {
      for (const [c, cell] of row.entries()) {
        if (table.columns[c]!.align === 'start' || !/^[+−]?[\d,.]+$/.test(cell))
          expect(shownRows[r]![c]).toBe(cell);
        else expect(Number(shownRows[r]![c]), `${table.id} ${cell}`).toBe(Number(number(cell)));
      }
    }
  }
});

test('the second sheet says which plan, which day, which design, and that the plan was not locked', () => {
  const about = (shown: ShownEvaluation) =>
    new Map(workbook(shown).sheets[1]!.rows.map(([what, value]) => [what, value]));
  const known = about(COMPASS);
  expect(workbook(COMPASS).sheets[1]!.name).toBe('about');
  expect(known.get('Fingerprint of the plan (SHA-256)')).toBe(COMPASS.planFingerprint);
  expect(known.get('Design')).toBe('Similar people, matched');
  expect(known.get('Last day of data')).toBe('30 Sep 2026');
  expect(about(SLY_WORLD).get('Program')).toBe('=HYPERLINK("x")');
  const open = about({ ...COMPASS, planLocked: false });
  expect(open.get('Lock')).toBe('This plan was not locked before results were known.');
});

test('a column of Parquet has the type of what it holds, and what is not known is null', async () => {
  const bytes = findingsParquet(EVERY_FACE);
  const metadata = parquetMetadata(bytes.buffer as ArrayBuffer);
  const types = parquetSchema(metadata).children.map(({ element }) => [element.name, element.type]);
  expect(Object.fromEntries(types)).toEqual({
    ...Object.fromEntries(
      ['outcome', 'role', 'unit', 'verdict', 'sentence'].map((name) => [name, 'BYTE_ARRAY']),
    ),
    ...Object.fromEntries(['estimate', 'low', 'high', 'matters'].map((name) => [name, 'DOUBLE'])),
    ...Object.fromEntries(['n_participants', 'n_comparison'].map((name) => [name, 'INT32'])),
  });
  const rows = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer });
  const hidden = EVERY_FACE.findings.findIndex((finding) => finding.shown === null);
  expect(rows[hidden]).toMatchObject({ estimate: null, low: null, high: null, n_participants: null });
  const known = metadata.key_value_metadata?.find(({ key }) => key === 'plan_fingerprint');
  expect(known?.value).toBe(EVERY_FACE.planFingerprint);
});

test('workbook and Parquet are the same bytes again, also after other workbooks were read and written', () => {
  const report = evaluationReport(COMPASS);
  const first = [findingsXlsx(COMPASS, report), findingsParquet(COMPASS)];
  workbook(LOTTERY);
  workbook(SLY_WORLD);
  const again = [findingsXlsx(COMPASS, report), findingsParquet(COMPASS)];
  for (const [i, bytes] of first.entries()) expect(Buffer.compare(bytes, again[i]!)).toBe(0);
});
