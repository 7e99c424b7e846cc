import { isoFromDay } from '#evaluation/study/day.ts';
import type { Interval } from '#evaluation/study/program-rows.ts';
import { rowProblem } from '../messages.ts';
import type { Problem } from '../problem.ts';
import { shortened } from '../shortened.ts';
import type { Table } from '../table.ts';

/** A cell, where it stands. */
export interface Place {
  readonly table: Table;
  readonly row: number;
  readonly column: string;
}

function cellProblem({ table, row, column }: Place, code: string, problem: string, cure: string): Problem {
  return rowProblem(table, row, {
    code,
    column,
    problem: `${table.file} line ${table.lines[row]!}: ${problem}`,
    cure,
  });
}

function written([from, to]: Interval): string {
  return `${isoFromDay(from)}/${isoFromDay(to)}`;
}

/** Problems of single cells in the tables of a program: the one place with their words. */
export const cellMessages = {
  empty: (place: Place, cure: string): Problem =>
    cellProblem(place, 'empty', `\`${place.column}\` is empty.`, cure),
  roundedKey: (place: Place): Problem =>
    cellProblem(
      place,
      'key',
      `the key in \`${place.column}\` was rounded by a spreadsheet and may be anybody's.`,
      'Format the column as text, or as a number without decimals, and export the file again.',
    ),
  notNumber: (place: Place, value: string): Problem =>
    cellProblem(
      place,
      'number',
      `\`${shortened(value)}\` in \`${place.column}\` is not a number.`,
      'Write digits only, without unit or currency.',
    ),
  otherDecimal: (place: Place, value: string, decimal: 'comma' | 'point', example: string): Problem =>
    cellProblem(
      place,
      'decimal',
      `\`${shortened(value)}\` in \`${place.column}\` is not written like the other cells, which have a decimal ${decimal} (such as \`${shortened(example)}\`).`,
      'Write all numbers of the column in one way.',
    ),
  notWhole: (place: Place, value: string): Problem =>
    cellProblem(
      place,
      'number',
      `\`${shortened(value)}\` in \`${place.column}\` is not a whole number.`,
      'Write a whole number.',
    ),
  below: (place: Place, value: string, least: number): Problem =>
    cellProblem(
      place,
      'number',
      `\`${shortened(value)}\` in \`${place.column}\` is less than ${least}.`,
      `Write a number from ${least} on${least > 0 ? ', or leave the cell empty' : ''}.`,
    ),
  word: (place: Place, value: string, words: readonly string[], mayBeEmpty: boolean): Problem =>
    cellProblem(
      place,
      'word',
      value === ''
        ? `\`${place.column}\` is empty.`
        : `\`${shortened(value)}\` is not a word for \`${place.column}\`.`,
      `Write one of: ${words.join(', ')}${mayBeEmpty ? '; or leave the cell empty' : ''}.`,
    ),
  notMonth: (place: Place, value: string): Problem =>
    cellProblem(place, 'month', `\`${shortened(value)}\` is not a month.`, 'Write YYYY-MM, such as 2026-05.'),
  notCurrency: (place: Place, value: string): Problem =>
    cellProblem(
      place,
      'currency',
      `\`${shortened(value)}\` is not a currency.`,
      'Write its three letters, such as EUR, KES or USD.',
    ),
  notInterval: (place: Place, part: string, cure: string): Problem =>
    cellProblem(
      place,
      'interval',
      `\`${shortened(part)}\` in \`${place.column}\` is not a time from one day to another.`,
      cure,
    ),
  overlap: (place: Place, [one, other]: readonly [Interval, Interval]): Problem =>
    cellProblem(
      place,
      'interval',
      `two times in \`${place.column}\` overlap: ${written(one)} and ${written(other)}.`,
      'Write one for both, or correct a day.',
    ),
  notProgress: (place: Place, part: string, cure: string): Problem =>
    cellProblem(
      place,
      'progress',
      `\`${shortened(part)}\` in \`${place.column}\` is not a day of progress.`,
      cure,
    ),
};
