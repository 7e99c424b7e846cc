import type { RowSettings } from '../people-rows.ts';
import type { Told } from '../problem.ts';
import type { Table } from '../table.ts';

/** What must be there: a value in every row, at least the column, or nothing. */
export type Need = 'every-cell' | 'column' | 'nothing';

/** What a reader of a column gets. */
export interface ColumnTask {
  readonly table: Table;
  readonly heading: string;
  readonly told: Told;
  readonly settings: RowSettings;
  /** Headings of the columns of numbers of the same table: together they show the decimal sign. */
  readonly numbers: readonly string[];
}

/** A column of a table of the program: how it is written, what it means, and how its cells are read. */
export interface Column<Values> {
  readonly need: Need;
  /** One sentence: what it means. */
  readonly about: string;
  /** How a value is written, for the page of files. */
  readonly form: string;
  /** How it is shown before use. */
  readonly as: 'date' | 'number' | 'text';
  /** Whose key it is, where it points to another table. */
  readonly refers?: 'person' | 'pair';
  /** Its headings, when it is read from several columns. */
  readonly headings?: readonly string[];
  read(task: ColumnTask): Values;
}

/** The heading of a property: `plannedEnd` is `planned_end`. */
export function headingOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
