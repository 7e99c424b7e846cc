import { IntlMessageFormat } from 'intl-messageformat';
import { ENGLISH_FOLDER, merged, textFiles } from './catalogue.ts';
import { dayText, listText, moneyText, momentText, numberText } from './formats.ts';
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

/** The locale of plurals and numbers inside texts. */
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
    list: listText,
    day: dayText,
    moment: (instant, zone) => {
      const { day, clock } = momentText(instant, zone);
      return `${day}, ${clock}${zone === 'UTC' ? ' UTC' : ''}`;
    },
    clock: (instant, zone) => momentText(instant, zone).clock,
    number: (value, decimals = 0) => numberText(value, decimals),
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
