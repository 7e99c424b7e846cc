import { IntlMessageFormat } from 'intl-messageformat';
import { ENGLISH_FOLDER, merged, textFiles } from './catalogue.ts';
import { accented, mirrored } from './pseudo.ts';

/** Languages of pages. The last two are made from English to test growth and direction. */
export const LANGUAGES = ['en', 'en-XA', 'ar-XB'] as const;

/** A language that pages can be shown in. */
export type Language = (typeof LANGUAGES)[number];

/** What fills the holes of a text. Amounts that are not plain counts come as finished strings. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Everything a page can say in one language. A page takes it as an argument and has no sentence of its own. */
export interface Words {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /**
   * A whole text, its holes filled.
   *
   * @throws RangeError when the catalogue has no such key, or a value is missing
   */
  say(key: string, values?: TextValues): string;
  /** Names as a list in words: `a, b, and c`. */
  list(names: readonly string[]): string;
  /** A day `YYYY-MM-DD` for people: `25 Nov 2026`. */
  day(day: string): string;
  /** An instant in a zone of the IANA list: `25 Nov 2026, 14:02`; in `UTC` it says so. */
  moment(instant: Date, zone: string): string;
  /** The time of day of an instant in a zone: `14:02`. */
  clock(instant: Date, zone: string): string;
  /** A number with its decimals: `1,234.5`. */
  number(value: number, decimals?: number): string;
  /** An amount in the smallest unit of a currency of ISO 4217: 123450 and `EUR` is `€1,234.50`. */
  money(smallestUnits: number, currency: string): string;
}

/** English writes days as the reports do; the locale is that of names, numbers and lists alike. */
const FORMATS = 'en';
const known = new Map<Language, Words>();
let english: ReadonlyMap<string, string> | undefined;

/**
 * The words of a language; the same object each time.
 *
 * @throws RangeError when there is no such language
 * @example
 * wordsIn('en').day('2026-11-25')
 * // => '25 Nov 2026'
 */
export function wordsIn(language: string): Words {
  if (!isLanguage(language)) {
    throw new RangeError(`wordsIn: language is ${language}; must be one of ${LANGUAGES.join(', ')}`);
  }
  const words = known.get(language) ?? wordsOf(language, (english ??= merged(textFiles(ENGLISH_FOLDER))));
  known.set(language, words);
  return words;
}

/** Whether pages can be shown in a language. */
export function isLanguage(language: string): language is Language {
  return (LANGUAGES as readonly string[]).includes(language);
}

/** Words over a catalogue; for pages use `wordsIn`. */
export function wordsOf(language: Language, texts: ReadonlyMap<string, string>): Words {
  const messages = new Map<string, IntlMessageFormat>();
  const messageOf = (key: string): IntlMessageFormat => {
    const found = messages.get(key);
    if (found !== undefined) return found;
    const source = texts.get(key);
    if (source === undefined) throw new RangeError(`say: the catalogue has no ${key}`);
    const message = compiled(language, source);
    messages.set(key, message);
    return message;
  };
  return {
    language,
    direction: language === 'ar-XB' ? 'rtl' : 'ltr',
    say: (key, values = {}) => filled(key, messageOf(key), values),
    list: (names) => new Intl.ListFormat(FORMATS, { style: 'long', type: 'conjunction' }).format(names),
    day: dayText,
    moment: (instant, zone) =>
      `${dayText(dayIn(instant, zone))}, ${clockText(instant, zone)}${zone === 'UTC' ? ' UTC' : ''}`,
    clock: clockText,
    number: (value, decimals = 0) =>
      withMinus(
        new Intl.NumberFormat(FORMATS, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
        value,
      ),
    money: moneyText,
  };
}

function compiled(language: Language, source: string): IntlMessageFormat {
  if (language === 'en') return new IntlMessageFormat(source, FORMATS, undefined, { ignoreTag: true });
  return new IntlMessageFormat(language === 'en-XA' ? accented(source) : mirrored(source), FORMATS);
}

function filled(key: string, message: IntlMessageFormat, values: TextValues): string {
  try {
    return String(message.format(values));
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : '';
    throw new RangeError(`say: ${key} cannot be filled: ${why}`, { cause: problem });
  }
}

function dayText(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
    throw new RangeError(`day: day is ${day}; must be a day as YYYY-MM-DD`);
  }
  const month = new Intl.DateTimeFormat(FORMATS, { month: 'short', timeZone: 'UTC' }).format(date);
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

/** The day of an instant in a zone, as `YYYY-MM-DD`. */
function dayIn(instant: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(instant);
}

function clockText(instant: Date, zone: string): string {
  const settings = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(FORMATS, settings).format(instant);
}

function moneyText(smallestUnits: number, currency: string): string {
  if (!Number.isSafeInteger(smallestUnits)) {
    throw new RangeError(
      `money: smallestUnits is ${smallestUnits}; must be a whole number of the smallest unit`,
    );
  }
  const format = new Intl.NumberFormat(FORMATS, { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return withMinus(format, smallestUnits / 10 ** decimals);
}

/** A minus that is as wide as a plus, as in the reports. */
function withMinus(format: Intl.NumberFormat, value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`number: value is ${value}; must be finite`);
  return format
    .formatToParts(Object.is(value, -0) ? 0 : value)
    .map(({ type, value: part }) => (type === 'minusSign' ? '−' : part))
    .join('');
}
