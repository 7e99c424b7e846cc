import { utils, write } from '@e965/xlsx';
import { steadyZip } from './steady-zip.ts';
import { sheet, textCell } from './xlsx/sheet.ts';

/**
 * Cells of text as a workbook of one sheet, the first row being the headings.
 *
 * Shape: the same bytes for the same cells. Every cell is typed as text and can become neither formula nor date.
 */
export function cellsXlsx(
  name: string,
  [headings = [], ...rows]: readonly (readonly string[])[],
): Uint8Array {
  const book = utils.book_new();
  const cells = rows.map((row) => row.map((cell) => (cell === '' ? null : textCell(cell))));
  utils.book_append_sheet(book, sheet(headings, cells), name);
  return steadyZip(
    new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer),
  );
}
