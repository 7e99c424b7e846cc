import { type Day, MISSING_DAY } from '#evaluation/study/day.ts';
import type { Covariate } from '#evaluation/study/rows.ts';
import type { NamedColumn } from './program/program-table.ts';
import { PROGRAM_TABLES, TABLE_NAMES } from './program/registry.ts';
import type { Table } from './table.ts';
import type { Intake } from './take-in.ts';

const FIRST_VALUES = 3;

/** A column as it was understood, with the first values that it holds. */
export interface UnderstoodColumn {
  readonly heading: string;
  readonly as: 'date' | 'number' | 'text';
  /** At most three, empty cells left out; none where nothing is known. */
  readonly values: readonly string[];
}

/** A table as it was understood. */
export interface UnderstoodTable {
  readonly file: string;
  readonly rows: number;
  /** From when to when a table of the program tells something, by its first column of days. */
  readonly span: readonly [first: string, last: string] | null;
  readonly columns: readonly UnderstoodColumn[];
}

/** How each column of each table was understood: days in the reader's words, numbers plain, text as it is. */
export function understoodTables(intake: Intake, wordsOf: (day: Day) => string): UnderstoodTable[] {
  return intake.tables.map((table) => ({
    file: table.file,
    rows: table.lines.length,
    span: spanOf(table, intake, wordsOf),
    columns: table.headings.map((heading, c) => {
      const text = { as: 'text' as const, values: firstFilled(table.columns[c]!, (cell) => cell) };
      return { heading, ...(understood(table, heading, intake, wordsOf) ?? text) };
    }),
  }));
}

function spanOf(table: Table, intake: Intake, wordsOf: (day: Day) => string): [string, string] | null {
  const read = programTable(table, intake);
  const days = read && daysOf(read);
  const given = days?.filter((day) => day !== MISSING_DAY);
  if (!given || given.length === 0) return null;
  let [first, last] = [given[0]!, given[0]!];
  for (const day of given) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return [wordsOf(first), wordsOf(last)];
}

interface ReadNamed {
  readonly headings: readonly NamedColumn[];
  readonly rows: Readonly<Record<string, unknown>>;
}

function programTable({ file }: Table, { program }: Intake): ReadNamed | undefined {
  for (const name of TABLE_NAMES) {
    const read = program[name];
    if (read?.table.file === file)
      return {
        headings: PROGRAM_TABLES[name].headings,
        rows: read.rows as unknown as Readonly<Record<string, unknown>>,
      };
  }
  return undefined;
}

function daysOf({ headings, rows }: ReadNamed): Int32Array | undefined {
  const first = headings.find(({ column }) => column.as === 'date');
  return first && (rows[first.property] as Int32Array);
}

type Understood = Omit<UnderstoodColumn, 'heading'>;

/** The values of a column as they were read, where they were read as something else than text. */
function understood(
  table: Table,
  heading: string,
  intake: Intake,
  wordsOf: (day: Day) => string,
): Understood | undefined {
  const { rows, files } = intake;
  const dated = (days: Int32Array): Understood => ({
    as: 'date',
    values: firstFilled(days, (day) => (day === MISSING_DAY ? '' : wordsOf(day))),
  });
  if (table.file === files.people) {
    const days = { index: rows.people.index, hired: rows.people.hired, last_seen: rows.people.lastSeen }[
      heading
    ];
    if (days) return dated(days);
    const covariate = rows.people.covariates.get(heading);
    return covariate && counted(covariate);
  }
  if (table.file === files.scores) {
    if (heading === 'date') return dated(rows.scores.day);
    const numbers = { score: rows.scores.score, low: rows.scores.low, high: rows.scores.high }[heading];
    return numbers && numbered(numbers);
  }
  if (table.file === files.events) return heading === 'date' ? dated(rows.events.day) : undefined;
  const read = programTable(table, intake);
  const named = read?.headings.find((one) => one.heading === heading);
  if (!read || !named || named.column.as === 'text') return undefined;
  const column = read.rows[named.property];
  return named.column.as === 'date' ? dated(column as Int32Array) : numbered(column as Float64Array);
}

function counted(covariate: Covariate): Understood | undefined {
  return covariate.kind === 'numeric' ? numbered(covariate.values) : undefined;
}

function numbered(column: Float64Array | Int32Array): Understood {
  return {
    as: 'number',
    values: firstFilled(column, (x) => (Number.isNaN(x) ? '' : String(x))),
  };
}

/** The first values that are there, in words; most columns are looked at for three rows only. */
function firstFilled<Value>(column: Iterable<Value>, wordsOf: (value: Value) => string): string[] {
  const filled: string[] = [];
  for (const value of column) {
    const words = wordsOf(value);
    if (words !== '') filled.push(words);
    if (filled.length === FIRST_VALUES) break;
  }
  return filled;
}
