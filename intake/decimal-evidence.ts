import type { Table } from './table.ts';

/** What stands before the decimals. */
export type Decimal = 'comma' | 'point';

const COMMA_SURE =
  /^[-+]?(\d{1,3}(\.\d{3})+,\d+|\d+,(\d{1,2}|\d{4,})|0\d*,\d+|\d{4,},\d+|\d{1,3}(\.\d{3}){2,})$/;
const POINT_SURE =
  /^[-+]?(\d{1,3}(,\d{3})+\.\d+|\d*\.(\d{1,2}|\d{4,})|0\d*\.\d+|\d{4,}\.\d+|\d{1,3}(,\d{3}){2,})([eE][-+]?\d+)?$/;
/** A decimal or a thousand, by the sign its author used. */
const POINT_OPEN = /^[-+]?[1-9]\d{0,2}\.\d{3}$/;
const COMMA_OPEN = /^[-+]?\d{1,3},\d{3}$/;

/** What a column's cells say about the decimal sign; an open question comes with the sign that stands in it. */
export type DecimalEvidence =
  | { readonly kind: 'sure'; readonly decimal: Decimal; readonly example: string }
  | { readonly kind: 'open'; readonly sign: Decimal; readonly example: string }
  | { readonly kind: 'plain' };

/**
 * The decimal sign of a column: settled by any cell that can be read in one way only; `1,234` or `1.000` alone leaves it open.
 *
 * Shape: `plain` when no cell has a sign.
 *
 * @example
 * decimalEvidence(['1.234,56', '1.000'])
 * // => { kind: 'sure', decimal: 'comma', example: '1.234,56' }
 */
export function decimalEvidence(cells: readonly string[]): DecimalEvidence {
  let commaOpen: string | undefined;
  let pointOpen: string | undefined;
  let point: string | undefined;
  for (const cell of cells) {
    if (cell === '') continue;
    if (COMMA_SURE.test(cell)) return { kind: 'sure', decimal: 'comma', example: cell };
    if (POINT_SURE.test(cell)) {
      if (cell.includes(',')) return { kind: 'sure', decimal: 'point', example: cell };
      point ??= cell;
    } else if (COMMA_OPEN.test(cell)) commaOpen ??= cell;
    else if (POINT_OPEN.test(cell)) pointOpen ??= cell;
  }
  if (point !== undefined) return { kind: 'sure', decimal: 'point', example: point };
  if (commaOpen !== undefined) return { kind: 'open', sign: 'comma', example: commaOpen };
  return pointOpen === undefined ? { kind: 'plain' } : { kind: 'open', sign: 'point', example: pointOpen };
}

/** The cells of a table that were written by somebody: where numbers were numbers in the file, their point is nobody's choice. */
export function writtenCells({ typed, numberTexts }: Table, cells: readonly string[]): readonly string[] {
  if (!typed) return cells;
  return cells.filter(
    (cell) => numberTexts?.has(cell) === true || !/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(cell),
  );
}
