import { rowProblem } from './messages.ts';
import type { Problem } from './problem.ts';
import { shortened } from './shortened.ts';
import type { Table } from './table.ts';

/** Problems of a list of applicants: the one place with their words. */
export const applicantMessages = {
  twice: (table: Table, first: number, row: number, key: string): Problem =>
    rowProblem(table, row, {
      code: 'V03',
      column: 'person',
      problem: `${shortened(key)} stands twice in the list (lines ${table.lines[first]!}, ${table.lines[row]!}), and would have two chances.`,
      cure: 'Keep one.',
    }),
  noStratum: (table: Table, row: number, column: string, key: string): Problem =>
    rowProblem(table, row, {
      code: 'stratum',
      column,
      problem: `${table.file} line ${table.lines[row]!}: ${shortened(key)} has no \`${column}\`, so it is not known in which draw this person stands.`,
      cure: 'Fill the cell, or draw without strata.',
    }),
  formula: (table: Table, row: number, column: string, value: string): Problem =>
    rowProblem(table, row, {
      code: 'formula',
      column,
      problem: `${table.file} line ${table.lines[row]!}: \`${shortened(value)}\` in \`${column}\` would be run as a formula by a spreadsheet.`,
      cure: 'Use keys that start with a letter or a digit.',
    }),
};
