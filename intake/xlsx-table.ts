import { Worker } from 'node:worker_threads';
import { headingForm, usedHeadings } from './headings.ts';
import { messages } from './messages.ts';
import type { Told } from './problem.ts';
import { rowMessages } from './row-messages.ts';
import type { SourceFile, Table } from './table.ts';
import { textColumns } from './text-columns.ts';
import { isTotalRow, totalRows } from './total-rows.ts';
import type { SheetCells, WorkbookCells } from './workbook-cells.ts';
import { zipSizes } from './zip-sizes.ts';

/** Limits of a workbook; beyond them the same rows fit into a CSV or Parquet file. */
const LIMITS = { unpackedBytes: 600_000_000, files: 10_000, milliseconds: 120_000, memoryMegabytes: 3000 };
/** Titles may stand above the headings, in so many rows. */
const HEADING_ROWS = 30;
const SAVE_AS = 'Save it as .xlsx without a password, or export CSV.';

/**
 * An XLSX workbook as a table: the first sheet that holds the needed headings, from the row that holds them.
 *
 * Cells merged downwards are filled down, total rows are left out and told; `lines` are sheet rows.
 */
export async function xlsxTable(
  file: SourceFile,
  known: readonly string[],
  needed: readonly string[],
  told: Told,
): Promise<Table> {
  const none: Table = { file: file.name, headings: [], columns: [], lines: [], headingLine: 1 };
  const sizes = zipSizes(file.bytes);
  if (sizes.kind === 'not-zip') {
    told.problems.push(messages.unreadable(file.name, `${file.name} is not an XLSX workbook.`, SAVE_AS));
    return none;
  }
  if (sizes.unpackedBytes > LIMITS.unpackedBytes || sizes.files > LIMITS.files) {
    told.problems.push(tooLarge(file.name));
    return none;
  }
  const book = await unpacked(file.bytes);
  if (typeof book === 'string') {
    told.problems.push(book === 'too-large' ? tooLarge(file.name) : broken(file.name, book));
    return none;
  }
  return sheetTable(file.name, book, known, needed, told);
}

function tooLarge(file: string) {
  return messages.unreadable(
    file,
    `${file} is too large for a workbook here (more than ${LIMITS.unpackedBytes / 1e6} MB unpacked, or too long to read).`,
    'Export the sheet as CSV or Parquet.',
  );
}

function broken(file: string, why: string) {
  return messages.unreadable(file, `${file} could not be read: ${why.replace(/\.$/, '')}.`, SAVE_AS);
}

/** Cells of a workbook, unpacked in a thread of its own; or why not. */
function unpacked(bytes: Uint8Array): Promise<WorkbookCells | string> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMegabytes },
    });
    const end = (answer: WorkbookCells | string): void => {
      clearTimeout(clock);
      void worker.terminate();
      resolve(answer);
    };
    const clock = setTimeout(() => end('too-large'), LIMITS.milliseconds);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : error.message),
    );
  });
}

/** The table in a workbook whose cells are known. */
export function sheetTable(
  file: string,
  book: WorkbookCells,
  known: readonly string[],
  needed: readonly string[],
  told: Told,
): Table {
  const { sheet, heading } = chosenSheet(book, needed);
  const tell = (what: 'sheet' | 'header-row' | 'date-system', value: string, why: string): void => {
    told.guesses.push({ file, what, column: null, value, why, flag: '' });
  };
  if (book.sheets.length > 1)
    tell(
      'sheet',
      sheet.name,
      `it is the first of ${book.sheets.length} sheets with the headings that are needed`,
    );
  if (heading > 0)
    tell('header-row', String(heading + 1), 'it is the first row with the headings that are needed');
  if (book.dateSystem === '1904')
    tell('date-system', '1904', 'the workbook says that it counts days from 1904');
  const headings = usedHeadings(file, sheet.rows[heading] ?? [], known, told);
  const columns = textColumns(headings.length);
  const totals = totalRows();
  for (const [r, cells] of filledRows(sheet, heading)) {
    if (isTotalRow(cells, headings.length)) {
      totals.add(cells, r + 1);
      continue;
    }
    if (cells.slice(headings.length).some((cell) => cell.trim() !== ''))
      told.problems.push(rowMessages.rowLength(file, r + 1, cells.length, headings.length, cells.join(', ')));
    columns.add(cells, r + 1);
  }
  totals.tell(file, told);
  columns.tellTrimmed(file, headings, told);
  return {
    file,
    headings,
    columns: columns.columns,
    lines: columns.lines,
    headingLine: heading + 1,
    typed: true,
    numberTexts: book.numberTexts,
    dateSystem: book.dateSystem,
  };
}

function chosenSheet(book: WorkbookCells, needed: readonly string[]): { sheet: SheetCells; heading: number } {
  for (const sheet of book.sheets) {
    const heading = sheet.rows
      .slice(0, HEADING_ROWS)
      .findIndex((row) => needed.every((name) => row.some((cell) => headingForm(cell) === name)));
    if (heading >= 0) return { sheet, heading };
  }
  const sheet = book.sheets.find(({ rows }) => rows.some((row) => row.length > 0)) ??
    book.sheets[0] ?? { name: '', rows: [], mergedDown: [] };
  return {
    sheet,
    heading: Math.max(
      0,
      sheet.rows.findIndex((row) => row.filter((cell) => cell !== '').length > 1),
    ),
  };
}

/**
 * Rows below the headings that hold anything themselves, cells merged downwards holding the text of their first row.
 * One pass whatever the merges say: people merge whole columns, down to rows that were never filled.
 */
function* filledRows(sheet: SheetCells, heading: number): Generator<[row: number, cells: string[]]> {
  const starts = new Map<number, { column: number; to: number }[]>();
  for (const { column, from, to } of sheet.mergedDown) {
    const here = starts.get(from);
    if (here) here.push({ column, to });
    else starts.set(from, [{ column, to }]);
  }
  const open = new Map<number, { to: number; text: string }>();
  for (let r = heading + 1; r < sheet.rows.length; r++) {
    const cells = Array.from(sheet.rows[r] ?? [], (cell) => cell ?? '');
    for (const { column, to } of starts.get(r) ?? []) open.set(column, { to, text: cells[column] ?? '' });
    if (cells.every((cell) => cell.trim() === '')) continue;
    for (const [column, { to, text }] of open) {
      if (r > to) {
        open.delete(column);
        continue;
      }
      while (cells.length <= column) cells.push('');
      cells[column] = text;
    }
    yield [r, cells];
  }
}
