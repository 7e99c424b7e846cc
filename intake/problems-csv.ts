import Papa from 'papaparse';
import { inertText } from '#evaluation/disclosure/inert-text.ts';
import type { Problem } from './problem.ts';
import { refusalOfScale, refusedHeadings } from './refused-columns.ts';
import { shortened } from './shortened.ts';
import type { Table } from './table.ts';

const OWN = ['file', 'row', 'column', 'value', 'problem', 'cure'];
/** In such a row nobody knows which cell belongs to which heading. */
const OUT_OF_STEP: ReadonlySet<string> = new Set(['row-length', 'quote']);

/** Said of anything else in such a row, whose own words would show a cell that may be any. */
const WORDS_OUT_OF_STEP = [
  'A cell of this row does not fit its column, because the row has too many or too few cells.',
  'Correct the number of cells first.',
];

/** A cell that no spreadsheet runs; a number with its sign is no formula. */
function inert(cell: string): string {
  return /^[-+]?\d+([.,]\d+)?$/.test(cell) ? cell : inertText(cell);
}

/** So many rows are in one piece. */
const PIECE_ROWS = 10_000;

/**
 * A row per problem: file, row, column, value, problem, cure, then the original columns of that row (columns of files without such rows are not written).
 *
 * Columns that are never needed are not written, nor the cells of a row in which one of them could stand anywhere.
 * Shape: text in pieces, as a million problems do not fit into one; commas, `\n`; an original column whose heading is one of
 * ours is written as `original <heading>`.
 */
export function* problemsCsvPieces(
  problems: readonly Problem[],
  tables: readonly Table[],
): Generator<string> {
  for (const rows of problemRows(problems, tables)) yield `${Papa.unparse(rows, { newline: '\n' })}\n`;
}

/** The same as rows of cells, which no spreadsheet runs; the headings come first. */
export function problemCells(problems: readonly Problem[], tables: readonly Table[]): string[][] {
  return [...problemRows(problems, tables)].flat();
}

function* problemRows(problems: readonly Problem[], tables: readonly Table[]): Generator<string[][]> {
  const files = new Set(problems.flatMap(({ file, line }) => (line === null ? [] : [file])));
  const withRows = tables.filter(({ file }) => files.has(file));
  const written = new Map(withRows.map((table) => [table.file, writtenColumns(table)]));
  const headings = [...new Set([...written.values()].flatMap(({ columns }) => [...columns.keys()]))];
  const rowsOf = new Map(withRows.map((table) => [table.file, rowsByLine(table)]));
  const outOfStep = new Set(
    problems
      .filter(({ code, line }) => line !== null && OUT_OF_STEP.has(code))
      .map(({ file, line }) => `${line} ${file}`),
  );
  const rowOf = (problem: Problem): string[] => {
    const own = written.get(problem.file);
    const row = problem.line === null ? undefined : rowsOf.get(problem.file)?.get(problem.line);
    const secret = own?.refuses === true && outOfStep.has(`${problem.line} ${problem.file}`);
    const hidden = row !== undefined && own?.refusesScore(row) === true ? 'score' : undefined;
    const original = headings.map((heading) =>
      row === undefined || secret || heading === hidden ? '' : (own?.columns.get(heading)?.[row] ?? ''),
    );
    return [
      problem.file,
      problem.line?.toString() ?? '',
      problem.column ?? '',
      secret ? '' : shortened(problem.value ?? ''),
      ...(secret && !OUT_OF_STEP.has(problem.code) ? WORDS_OUT_OF_STEP : [problem.problem, problem.cure]),
      ...original,
    ].map(inert);
  };
  const head = [
    ...OWN,
    ...headings.map((heading) => (OWN.includes(heading) ? `original ${heading}` : heading)),
  ];
  yield [head.map(inert)];
  for (let from = 0; from < problems.length; from += PIECE_ROWS)
    yield problems.slice(from, from + PIECE_ROWS).map(rowOf);
}

/** The pieces as one text, for problems that are not many. */
export function problemsCsv(problems: readonly Problem[], tables: readonly Table[]): string {
  return [...problemsCsvPieces(problems, tables)].join('');
}

interface Written {
  /** The columns that may be written. */
  readonly columns: Map<string, readonly string[]>;
  /** Whether the table holds anything that may not. */
  readonly refuses: boolean;
  /** Whether the score of a row is one that may not. */
  refusesScore(row: number): boolean;
}

function writtenColumns(table: Table): Written {
  const refused = refusedHeadings(table);
  const columns = new Map<string, readonly string[]>();
  for (const [c, heading] of table.headings.entries())
    if (heading !== '' && !refused.has(heading) && !columns.has(heading))
      columns.set(heading, table.columns[c]!);
  const scales = columns.get('scale') ?? [];
  const refusesScore = (row: number): boolean => refusalOfScale(scales[row] ?? '') !== undefined;
  return { columns, refuses: refused.size > 0 || scales.some((_, row) => refusesScore(row)), refusesScore };
}

function rowsByLine(table: Table): Map<number, number> {
  return new Map(table.lines.map((line, row) => [line, row]));
}
