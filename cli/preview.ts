import { type Day, MISSING_DAY, isoFromDay } from '#evaluation/study/day.ts';
import type { Covariate } from '#evaluation/study/rows.ts';
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
  return `${table.file}, ${rows} rows\n${lines.join('\n')}\n`;
}

interface Understood {
  readonly as: 'date' | 'number' | 'text';
  readonly values: readonly string[];
}

/** The values of a column as they were read, where they were read as something else than text. */
function understood(table: Table, heading: string, { rows, files }: Intake): Understood | undefined {
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
  return table.file === files.events && heading === 'date' ? dated(rows.events.day) : undefined;
}

function counted(covariate: Covariate): Understood | undefined {
  return covariate.kind === 'numeric' ? numbered(covariate.values) : undefined;
}

function numbered(column: Float64Array): Understood {
  return {
    as: 'number',
    values: Array.from(column.subarray(0, FIRST_VALUES), (x) => (Number.isNaN(x) ? '' : String(x))),
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
