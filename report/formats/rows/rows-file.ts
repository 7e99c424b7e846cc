import { utils, write } from '@e965/xlsx';
import { inertText } from '#evaluation/disclosure/inert-text.ts';
import { steadyZip } from '../steady-zip.ts';
import { sheet, textCell } from '../xlsx/sheet.ts';

/** A value in a table that leaves as a file; `null` is an empty cell. */
export type RowCell = string | number | null;

/** A table that leaves as a file: snake_case columns, a cell for each of them per row. */
export interface RowsTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly RowCell[])[];
}

/** How a table is written: CSV for data tools, CSV that Excel opens by a click, a workbook. */
export type RowsFormat = 'csv' | 'csv-excel' | 'xlsx';

/** Marks UTF-8 for Excel. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A table as CSV.
 *
 * Shape: a head line; texts are quoted, numbers are not; lines end with a line feed, for Excel with both marks and a byte order mark.
 * A text that a spreadsheet would run as a formula is disarmed.
 * Missing: an empty cell.
 *
 * @example
 * rowsCsv({ columns: ['n', 'what'], rows: [[1, '=1+1'], [null, 'a "b"']] }, 'csv')
 * // => 'n,what\n1,"\'=1+1"\n,"a ""b"""\n'
 */
export function rowsCsv({ columns, rows }: RowsTable, format: 'csv' | 'csv-excel'): string {
  const end = format === 'csv-excel' ? '\r\n' : '\n';
  const lines = [columns.join(','), ...rows.map((row) => row.map(written).join(','))];
  return `${format === 'csv-excel' ? BYTE_ORDER_MARK : ''}${lines.join(end)}${end}`;
}

/**
 * A table as a workbook of one sheet; the same bytes for the same table.
 *
 * Shape: texts are typed as text and become neither formula nor date; numbers are numbers.
 * Missing: an empty cell.
 */
export function rowsXlsx({ columns, rows }: RowsTable, name: string): Uint8Array {
  const book = utils.book_new();
  const cells = rows.map((row) => row.map(typed));
  utils.book_append_sheet(book, sheet(columns, cells), name);
  return steadyZip(
    new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer),
  );
}

function written(cell: RowCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : `"${inertText(cell).replaceAll('"', '""')}"`;
}

function typed(cell: RowCell): ReturnType<typeof textCell> | null {
  if (cell === null) return null;
  return typeof cell === 'number' ? { t: 'n', v: cell } : textCell(cell);
}
