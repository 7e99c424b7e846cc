import { type Day, dayFromParts, isoFromDay } from '#evaluation/study/day.ts';

export type DateOrder = 'day-first' | 'month-first';

/** A day, or why the text is none: words that finish "… is not a date (…)". */
export type ParsedDay = { readonly day: Day } | { readonly cure: string };

const PLAIN = 'write YYYY-MM-DD';
const MIDNIGHT = /[T ]00:00(:00(\.0+)?)?(Z|[+-]00:?00)?$/;
const CLOCK = /[T ]\d{1,2}:\d{2}/;

/** The first day that spreadsheets number in each system: 1900-01-00 (with the 29 February 1900 that never was) and 1904-01-01. */
const SERIAL_ZERO = { '1900': dayFromParts(1899, 12, 30)!, '1904': dayFromParts(1904, 1, 1)! };
/** Serial 60 of the 1900 system is 29 February 1900. */
const NEVER_WAS = 60;
/** Serial of 9999-12-31 in the 1900 system, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;

/**
 * The day of a text: ISO (`2025-02-17`, also with a time of midnight), or day and month before the year with dots, slashes, hyphens.
 *
 * Missing: words with the cure when there is no such day.
 *
 * @example
 * parsedDay('31.02.2025', 'day-first')
 * // => { cure: 'write 2025-02-28' }
 */
export function parsedDay(cell: string, order: DateOrder): ParsedDay {
  const text = cell.replace(MIDNIGHT, '');
  if (CLOCK.test(text)) return { cure: 'leave out the time of day: write the day as YYYY-MM-DD' };
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text);
  if (!parts) return { cure: PLAIN };
  if (parts[4]!.length === 2) return { cure: 'write the year with four digits: YYYY-MM-DD' };
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  return order === 'day-first' ? dayOf(year, second, first) : dayOf(year, first, second);
}

/**
 * The day of a spreadsheet's date number.
 *
 * @example
 * serialDay(60, '1900')
 * // => { cure: '29 February 1900 never was; write YYYY-MM-DD' }
 */
export function serialDay(serial: number, system: '1900' | '1904'): ParsedDay {
  if (!Number.isInteger(serial)) return { cure: 'leave out the time of day: write the day as YYYY-MM-DD' };
  if (serial < 1 || serial > LAST_SERIAL) return { cure: PLAIN };
  if (system === '1900' && serial === NEVER_WAS)
    return { cure: '29 February 1900 never was; write YYYY-MM-DD' };
  const early = system === '1900' && serial < NEVER_WAS ? 1 : 0;
  return { day: SERIAL_ZERO[system] + serial + early };
}

function dayOf(year: number, month: number, dayOfMonth: number): ParsedDay {
  const day = dayFromParts(year, month, dayOfMonth);
  if (day !== undefined) return { day };
  if (month < 1 || month > 12 || dayOfMonth < 29 || dayOfMonth > 31) return { cure: PLAIN };
  for (let last = dayOfMonth - 1; last >= 28; last--) {
    const nearest = dayFromParts(year, month, last);
    if (nearest !== undefined) return { cure: `write ${isoFromDay(nearest)}` };
  }
  return { cure: PLAIN };
}
