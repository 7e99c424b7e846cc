import type { ProgramRows } from '#evaluation/study/program-rows.ts';
import { type Traced, tellAfterCutoff } from '../event-rows.ts';
import { tellMissingColumns } from '../headings.ts';
import { messages } from '../messages.ts';
import type { RowSettings } from '../people-rows.ts';
import type { Told } from '../problem.ts';
import { type Table, columnOf } from '../table.ts';
import { type Column, headingOf } from './column.ts';
import { copiesOf } from './copies-of.ts';
import { someRowsOf } from '#evaluation/study/some-rows-of.ts';
import { tableMessages } from './table-messages.ts';
import { tellUnusedColumns } from './unused-columns.ts';

export type TableName = keyof ProgramRows;
export type RowsOf<Name extends TableName> = NonNullable<ProgramRows[Name]>;
type Columns<Rows> = { readonly [Property in Exclude<keyof Rows, 'count'>]: Column<Rows[Property]> };

/** What a check of a table gets: its rows as they stand in the file. */
export interface TableCheck<Rows> {
  readonly table: Table;
  readonly rows: Rows;
  readonly told: Told;
}

/** A table of the program: a list of its columns, what makes its rows different, and what its rows must not say. */
export interface TableWords<Name extends TableName> {
  readonly name: Name;
  /** One sentence: what a row is. */
  readonly about: string;
  readonly columns: Columns<RowsOf<Name>>;
  /** The columns that together stand once; empty when rows may be alike. */
  readonly key: readonly (keyof Columns<RowsOf<Name>> & string)[];
  /** What more makes rows different: equal where the key decides alone. */
  occasion?(rows: RowsOf<Name>): ArrayLike<string | number>;
  /** What a row is that stands twice word for word: a problem, or something reported twice that counts once. */
  readonly twice: 'problem' | 'counts-once';
  /** What to do about a row that stands twice; without it, `Keep one.` */
  readonly cure?: string;
  /** The column of the day on which a row happened. */
  readonly when?: keyof Columns<RowsOf<Name>> & string;
  check?(check: TableCheck<RowsOf<Name>>): void;
  /** The last step from rows as they stand in the file to rows as they are used. */
  finish?(rows: Traced<RowsOf<Name>>): Traced<RowsOf<Name>>;
}

/** A heading of a table and the property and the column it belongs to. */
export interface NamedColumn {
  readonly heading: string;
  readonly property: string;
  readonly column: Column<unknown>;
}

/** A table that can be read and explained. */
export interface ProgramTable<Name extends TableName> extends TableWords<Name> {
  /** Every heading, in the order of the page of files. */
  readonly headings: readonly NamedColumn[];
  /** Headings that must be there. */
  readonly needed: readonly string[];
  read(table: Table, told: Told, settings: RowSettings): Traced<RowsOf<Name>>;
}

/** A table of the program, checked by the compiler against the rows it makes. */
export function defineTable<const Name extends TableName>(words: TableWords<Name>): ProgramTable<Name> {
  const headings = namedColumns(words.columns);
  const needed = headings.filter(({ column }) => column.need !== 'nothing').map(({ heading }) => heading);
  const numbers = headings.filter(({ column }) => column.as === 'number').map(({ heading }) => heading);
  const known = headings.map(({ heading }) => heading);
  const headingOf = (property: string): string => headings.find((one) => one.property === property)!.heading;
  return {
    ...words,
    headings,
    needed,
    read(table, told, settings) {
      tellMissingColumns(table, needed, told);
      tellUnusedColumns(table, known, told);
      const values: Record<string, unknown> = { count: table.lines.length };
      for (const [property, column] of Object.entries<Column<unknown>>(words.columns))
        values[property] = column.read({ table, heading: headingOf(property), told, settings, numbers });
      const rows = values as unknown as RowsOf<Name>;
      if (!needed.every((heading) => columnOf(table, heading)))
        return { rows: someRowsOf(rows, []), from: new Int32Array(0) };
      words.check?.({ table, rows, told });
      if (words.when !== undefined)
        tellAfterCutoff(table, values[words.when] as Int32Array, told, settings, headingOf(words.when));
      const once = withoutCopies(words, table, rows, told, headingOf);
      return words.finish?.(once) ?? once;
    },
  };
}

function namedColumns(columns: Readonly<Record<string, Column<unknown>>>): NamedColumn[] {
  return Object.entries(columns).flatMap(([property, column]) =>
    (column.headings ?? [headingOf(property)]).map((heading) => ({ heading, property, column })),
  );
}

/** Rows that stand twice: told, and left out where they count once. */
function withoutCopies<Name extends TableName>(
  words: TableWords<Name>,
  table: Table,
  rows: RowsOf<Name>,
  told: Told,
  headingOf: (property: string) => string,
): Traced<RowsOf<Name>> {
  const { key, twice, cure } = words;
  const all = (): Int32Array => Int32Array.from({ length: rows.count }, (_, row) => row);
  if (key.length === 0) return { rows, from: all() };
  const copies = copiesOf(table, rows, key, words.occasion?.(rows));
  const left = new Set<number>();
  for (const { first, row, same } of copies) {
    if (same && twice === 'counts-once') left.add(row);
    else {
      const problem = tableMessages.twice(table, first, row, key.map(headingOf), cure);
      told.problems.push(same ? problem : { ...problem, alsoLines: [table.lines[first]!] });
    }
  }
  if (left.size === 0) return { rows, from: all() };
  told.problems.push(messages.identicalRows(table, left.size));
  const kept = all().filter((row) => !left.has(row));
  return { rows: someRowsOf(rows, kept), from: kept };
}
