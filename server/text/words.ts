import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';

/** What a page can say. */
export interface Words {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
}

const folder = new URL('./en/', import.meta.url);
const texts = new Map(
  readdirSync(folder).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>),
  ),
);

/** Whether pages can be shown in a language. */
export function isLanguage(language: string): boolean {
  return language === 'en';
}

/** The words of a language. */
export function wordsIn(language: string): Words {
  return {
    language,
    direction: 'ltr',
    say(key, values) {
      const text = texts.get(key);
      if (text === undefined) throw new RangeError(`say: key is ${key}; no catalogue has it`);
      return String(new IntlMessageFormat(text, language).format(values));
    },
  };
}
