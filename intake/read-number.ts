import type { Decimal } from './decimal-evidence.ts';
import type { Told } from './problem.ts';
import type { Table } from './table.ts';

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
