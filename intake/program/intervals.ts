import type { Interval } from '#evaluation/study/program-rows.ts';
import { columnOf } from '../table.ts';
import { cellMessages } from './cell-messages.ts';
import type { Column } from './column.ts';
import { writtenDay } from './written-day.ts';

/** Times of a cell in order of their days, and what of it could not be read. */
export interface ReadIntervals {
  readonly intervals: readonly Interval[];
  readonly faults: readonly { readonly part: string; readonly cure: string }[];
  /** The first two that have a day in common. */
  readonly overlap: readonly [Interval, Interval] | null;
}

const FORM = 'Write the first and the last day as 2026-05-01/2026-06-01; several with a semicolon between.';

/**
 * The times of a cell: first and last day with a stroke between, several with semicolons, in any order.
 *
 * @example
 * readIntervals('1970-03-01/1970-03-31; 1970-01-02/1970-01-03').intervals
 * // => [[1, 2], [59, 89]]
 */
export function readIntervals(cell: string): ReadIntervals {
  const intervals: Interval[] = [];
  const faults: { part: string; cure: string }[] = [];
  for (const given of cell.split(';')) {
    const part = given.trim();
    if (part === '') continue;
    const ends = part.split('/').map((end) => writtenDay(end.trim()));
    const [from, to] = ends;
    const bad = ends.find((end) => 'cure' in end);
    if (ends.length !== 2) faults.push({ part, cure: FORM });
    else if (bad && 'cure' in bad)
      faults.push({ part, cure: `For a day that is not one: ${bad.cure}. ${FORM}` });
    else if (from && to && 'day' in from && 'day' in to) {
      if (from.day > to.day)
        faults.push({ part, cure: 'It ends before it begins; write the first day first.' });
      else intervals.push([from.day, to.day]);
    }
  }
  intervals.sort(([a], [b]) => a - b);
  const overlap = intervals.findIndex(([from], i) => i > 0 && from <= intervals[i - 1]![1]);
  return { intervals, faults, overlap: overlap < 0 ? null : [intervals[overlap - 1]!, intervals[overlap]!] };
}

const NONE: readonly Interval[] = [];

/** A column of times; empty cells have none. */
export function intervals(about: string): Column<readonly (readonly Interval[])[]> {
  return {
    need: 'nothing',
    about,
    form: 'first/last day, several with `;`: 2026-05-01/2026-06-01',
    as: 'text',
    read({ table, heading, told }) {
      const cells = columnOf(table, heading);
      if (!cells) return Array.from(table.lines, () => NONE);
      return cells.map((cell, row) => {
        if (cell === '') return NONE;
        const read = readIntervals(cell);
        for (const { part, cure } of read.faults)
          told.problems.push(cellMessages.notInterval({ table, row, column: heading }, part, cure));
        if (read.overlap)
          told.problems.push(cellMessages.overlap({ table, row, column: heading }, read.overlap));
        return read.intervals;
      });
    },
  };
}
