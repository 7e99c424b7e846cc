import { BOTH, MENTEE, MENTOR } from '#evaluation/study/program-rows.ts';
import { columnOf } from '../table.ts';
import { cellMessages } from './cell-messages.ts';
import type { Column, ColumnTask, Need } from './column.ts';

interface WordsOfColumn {
  readonly about: string;
  readonly need?: Need;
  /** Codes of the words that may be written, in the form of `wordForm`. */
  readonly codes: ReadonlyMap<string, number>;
  /** Words to be named in messages and on the page of files, when not all of them. */
  readonly named?: readonly string[];
  /** Code of an empty cell; without one an empty cell is a problem. */
  readonly empty?: number;
}

/** A column of words of a closed list, whatever their case, as codes. */
export function words({
  about,
  need,
  codes,
  named = [...codes.keys()],
  empty,
}: WordsOfColumn): Column<Uint8Array> {
  return {
    need: need ?? (empty === undefined ? 'every-cell' : 'column'),
    about,
    form: named.join(', '),
    as: 'text',
    read: (task) => codesOf(task, codes, named, empty),
  };
}

/** The form in which words are compared: `Moved on` is `moved-on`. */
export function wordForm(cell: string): string {
  return cell.toLowerCase().replace(/[\s_-]+/g, '-');
}

/** Codes of a closed list whose first word stands for an empty cell. */
export function positions(list: readonly string[], from = 0): Map<string, number> {
  return new Map(list.map((word, code): [string, number] => [wordForm(word), code]).slice(from));
}

/** A column of yes and no; empty cells are `empty`, or a problem without it. */
export function yesNo(about: string, empty?: number, need?: Need): Column<Uint8Array> {
  return words({
    about,
    codes: YES_NO,
    named: ['yes', 'no'],
    ...(empty !== undefined && { empty }),
    ...(need && { need }),
  });
}

/** What is written for yes and no, also by a workbook. */
export const YES_NO: ReadonlyMap<string, number> = new Map([
  ['yes', 1],
  ['no', 0],
  ['true', 1],
  ['false', 0],
  ['1', 1],
  ['0', 0],
]);

/** A column that names mentees or mentors: 0 or 1. */
export function role(about: string): Column<Uint8Array> {
  return words({ about, codes: positions(['mentee', 'mentor']) });
}

/** A column that names one of the two of a pair, as a mask. */
export function side(about: string): Column<Uint8Array> {
  return words({
    about,
    codes: new Map([
      ['mentor', MENTOR],
      ['mentee', MENTEE],
    ]),
  });
}

/** A column that names one or both of a pair, as a mask; empty cells are nobody, where that may be. */
export function sides(about: string, empty?: 'may-be-empty'): Column<Uint8Array> {
  const column: Column<Uint8Array> = {
    need: empty ? 'column' : 'every-cell',
    about,
    form: SIDES_NAMED.join(', '),
    as: 'text',
    read: (task) => codesOf(task, SIDES, SIDES_NAMED, empty ? 0 : undefined, maskForm),
  };
  return column;
}

const SIDES = new Map([
  ['mentor', MENTOR],
  ['mentee', MENTEE],
  ['mentee;mentor', BOTH],
  ['both', BOTH],
]);
const SIDES_NAMED = ['mentor', 'mentee', 'mentor;mentee'];

function maskForm(cell: string): string {
  const parts = cell.split(';').map((part) => wordForm(part.trim()));
  return [...new Set(parts)].sort().join(';');
}

function codesOf(
  { table, heading, told }: ColumnTask,
  codes: ReadonlyMap<string, number>,
  named: readonly string[],
  empty: number | undefined,
  formOf: (cell: string) => string = wordForm,
): Uint8Array {
  const values = new Uint8Array(table.lines.length).fill(empty ?? 0);
  const known = new Map<string, number | undefined>();
  for (const [row, cell] of (columnOf(table, heading) ?? []).entries()) {
    if (cell === '' && empty !== undefined) continue;
    let code = known.get(cell);
    if (code === undefined && !known.has(cell)) {
      code = codes.get(formOf(cell));
      if (known.size < MOST_KNOWN) known.set(cell, code);
    }
    if (code === undefined)
      told.problems.push(
        cellMessages.word({ table, row, column: heading }, cell, named, empty !== undefined),
      );
    else values[row] = code;
  }
  return values;
}

/** So many different cells are remembered; a column of words has few. */
const MOST_KNOWN = 1000;
