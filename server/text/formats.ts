/** English writes days as the reports do; the locale is that of names, numbers and lists alike. */
const LOCALE = 'en';

/** Made once: making a format costs a hundred times what using it does, and tables have thousands of days. */
const LIST = new Intl.ListFormat(LOCALE, { style: 'long', type: 'conjunction' });
const MONTH = new Intl.DateTimeFormat(LOCALE, { month: 'short', timeZone: 'UTC' });
const MONTHS = Array.from({ length: 12 }, (_, month) => MONTH.format(Date.UTC(2026, month, 15)));
const numberFormats = new Map<number, Intl.NumberFormat>();
const moneyFormats = new Map<string, Intl.NumberFormat>();
const instantFormats = new Map<string, Intl.DateTimeFormat>();

/** Names as a list in words. */
export function listText(names: readonly string[]): string {
  return LIST.format(names);
}

/**
 * A day for people.
 *
 * @throws RangeError when it is no day as YYYY-MM-DD
 * @example
 * dayText('2026-11-25')
 * // => '25 Nov 2026'
 */
export function dayText(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
    throw new RangeError(`day: day is ${day}; must be a day as YYYY-MM-DD`);
  }
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** An instant in a zone: its day, and its time of day. */
export function momentText(instant: Date, zone: string): { readonly day: string; readonly clock: string } {
  let format = instantFormats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    instantFormats.set(zone, format);
  }
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = value;
  return {
    day: dayText(`${parts.year}-${parts.month}-${parts.day}`),
    clock: `${parts.hour}:${parts.minute}`,
  };
}

/** A number with its decimals. */
export function numberText(value: number, decimals: number): string {
  let format = numberFormats.get(decimals);
  if (format === undefined) {
    format = new Intl.NumberFormat(LOCALE, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    numberFormats.set(decimals, format);
  }
  return withMinus(format, value);
}

/** An amount in the smallest unit of a currency. */
export function moneyText(smallestUnits: number, currency: string): string {
  if (!Number.isSafeInteger(smallestUnits)) {
    throw new RangeError(
      `money: smallestUnits is ${smallestUnits}; must be a whole number of the smallest unit`,
    );
  }
  let format = moneyFormats.get(currency);
  if (format === undefined) {
    format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency });
    moneyFormats.set(currency, format);
  }
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return withMinus(format, smallestUnits / 10 ** decimals);
}

/** A minus that is as wide as a plus, as in the reports. */
function withMinus(format: Intl.NumberFormat, value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`number: value is ${value}; must be finite`);
  return format.format(Object.is(value, -0) ? 0 : value).replace('-', '−');
}
