import { utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { numberCell } from './number-cell.ts';

/** The longest text that Excel keeps in a cell. */
const MOST_LETTERS = 32_767;

/** Widths of columns in letters: as wide as their longest cell, within what is comfortable. */
const [LEAST_WIDTH, MOST_WIDTH] = [8, 60];

/** The format that makes a spreadsheet leave a text alone: no date, no number, no formula comes of it, also when edited. */
const TEXT = '@';

/** What the format reads as the code of a letter, such as `_x0041_`; the mark before it must be written as a code itself. */
const LETTER_CODE = /_(?=x[0-9A-F]{4}_)/giu;

/** A cell that holds a text, whatever it looks like: `1-2` is no date, `=1+1` no formula. */
export function textCell(text: string): CellObject {
  const written = text.replaceAll(LETTER_CODE, '_x005F_');
  return {
    t: 's',
    v: written.length > MOST_LETTERS ? `${written.slice(0, MOST_LETTERS - 1)}…` : written,
    z: TEXT,
  };
}

/** A cell of a table of the report: a number where its column holds numbers and it is one, else a text. */
export function shownCell(text: string, align: 'start' | 'end'): CellObject {
  const number = align === 'end' ? numberCell(text) : undefined;
  return number === undefined ? textCell(text) : { t: 'n', v: number.value, z: number.format };
}

/** A sheet with a heading row; null is an empty cell. */
export function sheet(
  headings: readonly string[],
  rows: readonly (readonly (CellObject | null)[])[],
): WorkSheet {
  const lines = [headings.map(textCell), ...rows];
  const made: WorkSheet = {};
  for (const [r, line] of lines.entries()) {
    for (const [c, cell] of line.entries()) if (cell !== null) made[utils.encode_cell({ r, c })] = cell;
  }
  made['!ref'] = utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: lines.length - 1, c: headings.length - 1 },
  });
  made['!cols'] = headings.map((_, c) => ({ wch: width(lines.map((line) => line[c])) }));
  return made;
}

function width(cells: readonly (CellObject | null | undefined)[]): number {
  const longest = cells.reduce((most, cell) => Math.max(most, String(cell?.v ?? '').length), 0);
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, longest + 1));
}
