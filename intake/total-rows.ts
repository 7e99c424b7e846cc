import { messages } from './messages.ts';
import type { Told } from './problem.ts';

/** Words of a row that sums up the others, in English and German. */
const TOTAL =
  /^((grand|sub)[ -]?)?(total|totals|sum)s?( .{0,20})?:?$|^(summe|gesamt|gesamtsumme|zwischensumme|insgesamt)( .{0,20})?:?$/i;

/** Whether a row sums up others: its first filled cell says so and another cell is empty. */
export function isTotalRow(cells: readonly string[], width: number): boolean {
  const first = cells.find((cell) => cell.trim() !== '');
  if (first === undefined || !TOTAL.test(first.trim())) return false;
  return cells.length < width || cells.some((cell) => cell.trim() === '');
}

/** Total rows that were left out of a file. */
export interface TotalRows {
  add(cells: readonly string[], line: number): void;
  tell(file: string, told: Told): void;
}

/** None left out yet. */
export function totalRows(): TotalRows {
  const lines: number[] = [];
  let word = '';
  return {
    add(cells, line) {
      lines.push(line);
      word ||= cells.find((cell) => cell.trim() !== '')!.trim();
    },
    tell(file, told) {
      if (lines.length > 0) told.problems.push(messages.totalRows({ file }, lines, word));
    },
  };
}
