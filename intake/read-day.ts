import { type Day, MISSING_DAY, dayFromIso, dayFromParts } from '#evaluation/study/day.ts';
import type { Problem } from './problem.ts';
import { type Table, columnOf, wrong } from './table.ts';

export type DateOrder = 'day-first' | 'month-first';

/** Days of a column; empty cells are missing, cells that are no date become problems. */
export function dayColumn(table: Table, heading: string, problems: Problem[], order?: DateOrder): Int32Array {
  const cells = columnOf(table, heading);
  const days = new Int32Array(table.lines.length).fill(MISSING_DAY);
  if (!cells) return days;
  const slashes = order ?? slashOrder(cells);
  let undecided = false;
  cells.forEach((cell, i) => {
    if (cell === '') return;
    if (cell.includes('/') && slashes === undefined) {
      undecided = true;
      return;
    }
    const day = dayOf(cell, cell.includes('/') ? slashes! : (order ?? 'day-first'));
    if (day === undefined) {
      problems.push(
        wrong(
          table.file,
          table.lines[i]!,
          heading,
          cell,
          'V02',
          `\`${cell}\` is not a date.`,
          'Write it as YYYY-MM-DD.',
        ),
      );
    } else days[i] = day;
  });
  if (undecided) {
    problems.push(
      wrong(
        table.file,
        null,
        heading,
        null,
        'date-order',
        `The dates in \`${heading}\` could be day first or month first.`,
        'Say which with --dates day-first or --dates month-first.',
      ),
    );
  }
  return days;
}

function dayOf(cell: string, order: DateOrder): Day | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(cell);
  if (iso) return dayFromIso(iso[1]!);
  const parts = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(cell);
  if (!parts) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  const year = Number(parts[3]);
  return order === 'day-first' ? dayFromParts(year, second, first) : dayFromParts(year, first, second);
}

/** The order that a value above 12 gives away. */
function slashOrder(cells: readonly string[]): DateOrder | undefined {
  for (const cell of cells) {
    const parts = /^(\d{1,2})\/(\d{1,2})\/\d{4}$/.exec(cell);
    if (parts && Number(parts[1]) > 12) return 'day-first';
    if (parts && Number(parts[2]) > 12) return 'month-first';
  }
  return undefined;
}
