import { dayFromParts } from '#evaluation/study/day.ts';
import { type ParsedDay, parsedDay } from '../parse-day.ts';

/** Days of people at work, as in columns of days. */
const FIRST = dayFromParts(1900, 1, 1)!;
const LAST = dayFromParts(2200, 12, 31)!;

/**
 * The day of a text inside a cell that holds several: ISO, or with dots, which are day first. Nothing else shows its order.
 *
 * Missing: words with the cure.
 *
 * @example
 * writtenDay('2026-02-30')
 * // => { cure: 'write 2026-02-28' }
 */
export function writtenDay(text: string): ParsedDay {
  if (!/^\d{4}-\d{1,2}-\d{1,2}$|^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text)) return { cure: 'write YYYY-MM-DD' };
  const parsed = parsedDay(text, 'day-first');
  return 'day' in parsed && (parsed.day < FIRST || parsed.day > LAST)
    ? { cure: 'write a day between 1900 and 2200' }
    : parsed;
}
