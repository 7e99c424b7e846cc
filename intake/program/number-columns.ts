import type { Decimal } from '../decimal-evidence.ts';
import { decimalOf } from '../decimal-sign.ts';
import { EMPTY_WORDS, cellNumber, numberOf, tellEmptyWords } from '../read-number.ts';
import { columnOf } from '../table.ts';
import { cellMessages } from './cell-messages.ts';
import type { Column, ColumnTask, Need } from './column.ts';

interface NumberWords {
  readonly about: string;
  readonly need?: Need;
  readonly least?: number;
}

/** A column of numbers; empty cells are NaN. */
export function amount({ about, need = 'every-cell', least }: NumberWords): Column<Float64Array> {
  return {
    need,
    about,
    form: least === undefined ? 'number' : `number from ${least} on`,
    as: 'number',
    read: (task) => numbers(task, need, least),
  };
}

/** A column of whole numbers; empty cells are `empty`. */
export function count({
  about,
  need = 'every-cell',
  least = 0,
  empty = 0,
}: NumberWords & { readonly empty?: number }): Column<Int32Array> {
  return {
    need,
    about,
    form: `whole number from ${least} on`,
    as: 'number',
    read(task) {
      const values = numbers(task, need, least);
      const { table, heading, told } = task;
      return Int32Array.from(values, (value, row) => {
        if (Number.isNaN(value)) return empty;
        if (!Number.isSafeInteger(value) || value > MOST) {
          const cell = columnOf(table, heading)![row]!;
          told.problems.push(cellMessages.notWhole({ table, row, column: heading }, cell));
        }
        return value;
      });
    },
  };
}

/** The largest whole number that a column of counts can hold. */
const MOST = 2 ** 31 - 1;

function numbers(task: ColumnTask, need: Need, least = Number.NEGATIVE_INFINITY): Float64Array {
  const { table, heading, told, settings } = task;
  const values = new Float64Array(table.lines.length).fill(Number.NaN);
  const cells = columnOf(table, heading);
  if (!cells) return values;
  const decimal = decimalOf(table, heading, cells, told, settings.decimal, task.numbers);
  const emptyWords = new Set<string>();
  for (const [row, cell] of cells.entries()) {
    const place = { table, row, column: heading };
    if (cell === '' || EMPTY_WORDS.has(cell)) {
      if (need === 'every-cell')
        told.problems.push(cellMessages.empty(place, 'Write the number, 0 when there was none.'));
      else if (cell !== '') emptyWords.add(cell);
      continue;
    }
    const value = cellNumber(table, cell, decimal);
    if (value === undefined || !Number.isFinite(value))
      told.problems.push(notNumber(task, row, cell, decimal));
    else if (value < least) told.problems.push(cellMessages.below(place, cell, least));
    else values[row] = value;
  }
  tellEmptyWords(table, heading, emptyWords, told);
  return values;
}

function notNumber({ table, heading }: ColumnTask, row: number, cell: string, decimal: Decimal) {
  const place = { table, row, column: heading };
  if (numberOf(cell, decimal === 'comma' ? 'point' : 'comma') === undefined)
    return cellMessages.notNumber(place, cell);
  const other = decimal === 'comma' ? ',' : '.';
  const example = columnOf(table, heading)!.find((one) => one.includes(other) && one !== cell);
  return example === undefined
    ? cellMessages.notNumber(place, cell)
    : cellMessages.otherDecimal(place, cell, decimal, example);
}
