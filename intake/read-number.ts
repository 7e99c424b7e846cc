import { messages } from './messages.ts';
import type { Told } from './problem.ts';
import type { Table } from './table.ts';

export type Decimal = 'comma' | 'point';

const COMMA_SURE =
  /^[-+]?(\d{1,3}(\.\d{3})+,\d+|\d+,(\d{1,2}|\d{4,})|0\d*,\d+|\d{4,},\d+|\d{1,3}(\.\d{3}){2,})$/;
const POINT_SURE =
  /^[-+]?(\d{1,3}(,\d{3})+\.\d+|\d*\.(\d{1,2}|\d{4,})|0\d*\.\d+|\d{4,}\.\d+|\d{1,3}(,\d{3}){2,})([eE][-+]?\d+)?$/;
/** In files with semicolons, which decimal commas ask for, and as text in workbooks, such a cell is more often a thousand. */
const POINT_OPEN = /^[-+]?[1-9]\d{0,2}\.\d{3}$/;
const COMMA_OPEN = /^[-+]?\d{1,3},\d{3}$/;

/** Words people write into a cell to say that there is nothing; they are empty in columns of numbers and dates, and told. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set([
  '-',
  '–',
  '—',
  'NA',
  'N/A',
  'n/a',
  '#N/A',
  'NULL',
  'null',
]);

/**
 * The number in a cell, or `undefined`. With a decimal comma the point groups thousands, and the other way round.
 * No thousand begins with a zero: `0.125` beside decimal commas is no number, and never 125.
 *
 * @example
 * numberOf('1.234,56', 'comma')
 * // => 1234.56
 */
export function numberOf(cell: string, decimal: Decimal = 'point'): number | undefined {
  const grouped =
    decimal === 'comma'
      ? /^[-+]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(cell)
      : /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(cell);
  let plain = grouped ? cell.replaceAll(decimal === 'comma' ? '.' : ',', '') : cell;
  if (decimal === 'comma') {
    if (plain.includes('.')) return undefined;
    plain = plain.replace(',', '.');
  }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(plain)) return undefined;
  return Number(plain);
}

/** The number in a cell of a table; numbers that were numbers in the file keep their point under a decimal comma. */
export function cellNumber(table: Table, cell: string, decimal: Decimal): number | undefined {
  if (table.typed && !table.numberTexts?.has(cell) && /^-?\d+(\.\d+)?(e[-+]?\d+)?$/.test(cell))
    return Number(cell);
  return numberOf(cell, decimal);
}

/** What a column's cells say about the decimal sign. */
export type DecimalEvidence =
  | { readonly kind: 'sure'; readonly decimal: Decimal; readonly example: string }
  | { readonly kind: 'open'; readonly example: string }
  | { readonly kind: 'plain' };

/**
 * The decimal sign of a column: settled by any cell that can be read in one way only; `1,234` alone leaves it open.
 *
 * Shape: `plain` when no cell has a comma; a lone `1.000` is then a decimal point, as in the plain form of our files.
 *
 * @example
 * decimalEvidence(['1.234,56', '1.000'])
 * // => { kind: 'sure', decimal: 'comma', example: '1.234,56' }
 */
export function decimalEvidence(cells: readonly string[]): DecimalEvidence {
  let open: string | undefined;
  for (const cell of cells) {
    if (cell === '') continue;
    if (COMMA_SURE.test(cell)) return { kind: 'sure', decimal: 'comma', example: cell };
    if (cell.includes(',') && POINT_SURE.test(cell)) return { kind: 'sure', decimal: 'point', example: cell };
    if (COMMA_OPEN.test(cell)) open ??= cell;
  }
  if (open === undefined) return { kind: 'plain' };
  const point = cells.find((cell) => POINT_SURE.test(cell));
  return point === undefined
    ? { kind: 'open', example: open }
    : { kind: 'sure', decimal: 'point', example: point };
}

/** The decimal sign of a column of numbers, told when it is a comma; an open question becomes a problem. */
export function decimalOf(
  table: Table,
  column: string,
  cells: readonly string[],
  told: Told,
  named?: Decimal,
): Decimal {
  if (named !== undefined) return named;
  const evidence = decimalEvidence(cells);
  if (evidence.kind === 'plain') {
    const asked = (cell: string): boolean => table.delimiter === ';' || table.numberTexts?.has(cell) === true;
    const open = cells.find((cell) => POINT_OPEN.test(cell) && asked(cell));
    if (open !== undefined && !cells.some((cell) => POINT_SURE.test(cell)))
      told.problems.push(messages.decimal(table, column, open));
  }
  if (evidence.kind === 'open') told.problems.push(messages.decimal(table, column, evidence.example));
  if (evidence.kind !== 'sure') return 'point';
  if (evidence.decimal === 'comma') {
    told.guesses.push({
      file: table.file,
      what: 'decimal',
      column,
      value: 'comma',
      why: `\`${evidence.example}\` has a decimal comma; a point groups thousands`,
      flag: '--decimal',
    });
  }
  return evidence.decimal;
}

/** Tells which words of a column were taken as empty. */
export function tellEmptyWords(table: Table, column: string, words: ReadonlySet<string>, told: Told): void {
  if (words.size === 0) return;
  told.guesses.push({
    file: table.file,
    what: 'empty-word',
    column,
    value: [...words].sort().join(' '),
    why: 'this word stands for an empty cell',
    flag: '',
  });
}
