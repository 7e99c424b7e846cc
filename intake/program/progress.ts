import { isoFromDay } from '#evaluation/study/day.ts';
import type { Decimal } from '../decimal-evidence.ts';
import { decimalOf } from '../decimal-sign.ts';
import { serialDay } from '../parse-day.ts';
import { numberOf } from '../read-number.ts';
import { type Table, columnOf } from '../table.ts';
import { cellMessages } from './cell-messages.ts';
import type { Column } from './column.ts';
import { writtenDay } from './written-day.ts';

/** A day of progress; the value is NaN where only the occasion counts. */
interface Progress {
  readonly day: number;
  readonly value: number;
}

/** Progress of a cell in order of days, and what of it could not be read. */
export interface ReadProgress {
  readonly progress: readonly Progress[];
  readonly faults: readonly { readonly part: string; readonly cure: string }[];
}

const FORM =
  'Write the day, or the day and where it stands: 2027-02-10 or 2027-02-10=8.5; several with a semicolon between.';

/**
 * The progress of a cell: a day per occasion, or a day and where it stands then; several with semicolons, in any order.
 *
 * Two occasions on one day are two; two different values on one day are a fault.
 *
 * @example
 * readProgress('1970-01-03=8.5; 1970-01-02').progress
 * // => [{ day: 1, value: NaN }, { day: 2, value: 8.5 }]
 */
export function readProgress(cell: string, decimal: Decimal = 'point'): ReadProgress {
  const progress: Progress[] = [];
  const faults: { part: string; cure: string }[] = [];
  for (const given of cell.split(';')) {
    const part = given.trim();
    if (part === '') continue;
    const [dayText, valueText, ...more] = part.split('=').map((text) => text.trim());
    const day = writtenDay(dayText!);
    const value = valueText === undefined ? Number.NaN : numberOf(valueText, decimal);
    if ('cure' in day) faults.push({ part, cure: `For a day that is not one: ${day.cure}. ${FORM}` });
    else if (value === undefined || more.length > 0 || !isPlain(value))
      faults.push({ part, cure: cureOf(valueText!, decimal) });
    else progress.push({ day: day.day, value });
  }
  progress.sort((a, b) => a.day - b.day);
  const values = new Map<number, number>();
  for (const { day, value } of progress) {
    if (Number.isNaN(value)) continue;
    if (values.has(day) && values.get(day) !== value)
      faults.push({ part: cell.trim(), cure: 'It stands at two values on one day; keep the later one.' });
    values.set(day, value);
  }
  return { progress, faults };
}

/** A value, or none where only the occasion counts. */
function isPlain(value: number): boolean {
  return Number.isNaN(value) || Number.isFinite(value);
}

function cureOf(valueText: string, decimal: Decimal): string {
  return numberOf(valueText, decimal === 'comma' ? 'point' : 'comma') === undefined
    ? FORM
    : `Other values of the column have a decimal ${decimal}; write all in one way.`;
}

const NONE: readonly Progress[] = [];

/** A column of progress; empty cells have none. */
export function progress(about: string): Column<readonly (readonly Progress[])[]> {
  return {
    need: 'nothing',
    about,
    form: 'day, or day=value, several with `;`: 2027-02-10;2027-03-05=8.5',
    as: 'text',
    read({ table, heading, told, settings, numbers }) {
      const cells = columnOf(table, heading);
      if (!cells) return Array.from(table.lines, () => NONE);
      const values = cells.flatMap((cell) =>
        [...cell.matchAll(/=([^;]*)/g)].map(([, value]) => value!.trim()),
      );
      const decimal = decimalOf(table, heading, values, told, settings.decimal, numbers);
      return cells.map((cell, row) => {
        if (cell === '') return NONE;
        const read = readProgress(asWritten(cell, table), decimal);
        for (const { part, cure } of read.faults)
          told.problems.push(cellMessages.notProgress({ table, row, column: heading }, part, cure));
        return read.progress;
      });
    },
  };
}

/** One day alone in a cell of a workbook is a number of days there. */
function asWritten(cell: string, table: Table): string {
  if (table.dateSystem === undefined || !/^\d{5}$/.test(cell)) return cell;
  const parsed = serialDay(Number(cell), table.dateSystem);
  return 'day' in parsed ? isoFromDay(parsed.day) : cell;
}
