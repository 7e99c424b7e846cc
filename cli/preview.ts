import { type Day, MISSING_DAY, isoFromDay } from '#evaluation/study/day.ts';
import type { Covariate } from '#evaluation/study/rows.ts';
import type { NamedColumn } from '#intake/program/program-table.ts';
import { PROGRAM_TABLES, TABLE_NAMES } from '#intake/program/registry.ts';
import type { Table } from '#intake/table.ts';
import type { Intake } from '#intake/take-in.ts';

const FIRST_VALUES = 3;
const WIDEST_HEADING = 20;
const EMPTY = '–';

/** How each column was understood, with its first values: dates with the month's name, numbers plain, text as it is. */
export function previewOf(intake: Intake): string {
  return intake.tables.map((table) => tablePreview(table, intake)).join('\n');
}

function tablePreview(table: Table, intake: Intake): string {
  const rows = table.lines.length;
  const lines = table.headings.map((heading, c) => {
    const values = understood(table, heading, intake) ?? { as: 'text', values: table.columns[c]! };
    const first = Array.from({ length: Math.min(rows, FIRST_VALUES) }, (_, i) => values.values[i] || EMPTY);
    return `  ${heading.padEnd(WIDEST_HEADING)}  ${values.as.padEnd(6)}  ${first.join(', ')}${rows > FIRST_VALUES ? ', …' : ''}`;
  });
  return `${table.file}, ${rows} ${rows === 1 ? 'row' : 'rows'}${span(table, intake)}\n${lines.join('\n')}\n`;
}

/** From when to when a table of the program tells something, by its first column of days. */
function span(table: Table, intake: Intake): string {
  const read = programTable(table, intake);
  const days = read && daysOf(read);
  const given = days?.filter((day) => day !== MISSING_DAY);
  if (!given || given.length === 0) return '';
  let [first, last] = [given[0]!, given[0]!];
  for (const day of given) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return `, ${dayWithMonth(first)} to ${dayWithMonth(last)}`;
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

interface Understood {
  readonly as: 'date' | 'number' | 'text';
  readonly values: readonly string[];
}

/** The values of a column as they were read, where they were read as something else than text. */
function understood(table: Table, heading: string, intake: Intake): Understood | undefined {
  const { rows, files } = intake;
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
    values: Array.from(column.subarray(0, FIRST_VALUES), (x: number) => (Number.isNaN(x) ? '' : String(x))),
  };
}

function dated(days: Int32Array): Understood {
  return { as: 'date', values: Array.from(days.subarray(0, FIRST_VALUES), dayWithMonth) };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayWithMonth(day: Day): string {
  if (day === MISSING_DAY) return '';
  const [year, month, dayOfMonth] = isoFromDay(day).split('-').map(Number);
  return `${dayOfMonth!} ${MONTHS[month! - 1]!} ${year!}`;
}
