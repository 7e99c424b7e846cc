/** A day is the count of whole days since 1970-01-01 in the proleptic Gregorian calendar; there are no times of day. */
export type Day = number;

/** The day that stands for "not known" in columns of days. */
export const MISSING_DAY = -2147483648;

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * The day of an ISO date.
 *
 * Shape: `YYYY-MM-DD`, nothing else.
 * Missing: `undefined` when the text is not a date that exists.
 *
 * @example
 * dayFromIso('2024-02-29')
 * // => 19782
 */
export function dayFromIso(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  return dayFromParts(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/**
 * The day of a year, month (1–12) and day of the month, or `undefined` when there is no such date.
 *
 * @example
 * dayFromParts(2025, 2, 31)
 * // => undefined
 */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (year < 1000 || year > 9999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  if (
    date.getUTCFullYear() !== year ||
    date.getUTCMonth() !== month - 1 ||
    date.getUTCDate() !== dayOfMonth
  ) {
    return undefined;
  }
  return date.getTime() / MILLISECONDS_PER_DAY;
}

/**
 * The ISO date of a day.
 *
 * @example
 * isoFromDay(19782)
 * // => '2024-02-29'
 */
export function isoFromDay(day: Day): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** The mean Gregorian year, in days; a month is a twelfth of it. */
const DAYS_PER_GREGORIAN_YEAR = 365.2425;

/**
 * The length of a horizon in days: floor(months × 365.2425 / 12 + 0.5).
 *
 * @example
 * horizonDays(24)
 * // => 730
 */
export function horizonDays(months: number): number {
  return Math.floor((months * DAYS_PER_GREGORIAN_YEAR) / 12 + 0.5);
}

/**
 * A number of days in months of a mean Gregorian year.
 *
 * @example
 * monthsOf(365.2425)
 * // => 12
 */
export function monthsOf(days: number): number {
  return (days * 12) / DAYS_PER_GREGORIAN_YEAR;
}

/**
 * The longest horizon in whole months that a number of days holds.
 *
 * @example
 * wholeMonths(365)
 * // => 12
 */
export function wholeMonths(days: number): number {
  return Math.max(0, Math.ceil(monthsOf(days + 0.5)) - 1);
}
