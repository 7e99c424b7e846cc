import { IntlMessageFormat } from 'intl-messageformat';
import figures from './en/figures.json' with { type: 'json' };
import instruments from './en/instruments.json' with { type: 'json' };
import formats from './en/formats.json' with { type: 'json' };
import measures from './en/measures.json' with { type: 'json' };
import notes from './en/notes.json' with { type: 'json' };
import packs from './en/packs.json' with { type: 'json' };
import pictures from './en/pictures.json' with { type: 'json' };
import planning from './en/planning.json' with { type: 'json' };
import program from './en/program.json' with { type: 'json' };
import report from './en/report.json' with { type: 'json' };
import sensitivity from './en/sensitivity.json' with { type: 'json' };
import sentences from './en/sentences.json' with { type: 'json' };
import terminal from './en/terminal.json' with { type: 'json' };

const FILES = {
  sentences,
  figures,
  formats,
  report,
  terminal,
  measures,
  instruments,
  notes,
  packs,
  pictures,
  planning,
  program,
  sensitivity,
};

/** Every text of this language, by key. A key stands in one file only; a test watches it. */
export const catalogue = {
  ...sentences,
  ...figures,
  ...formats,
  ...report,
  ...terminal,
  ...measures,
  ...instruments,
  ...notes,
  ...packs,
  ...pictures,
  ...planning,
  ...program,
  ...sensitivity,
} as const;

/** The names of the texts, as the catalogue files have them. */
export type TextKey = keyof typeof catalogue;

/** What fills the holes of a text. Numbers that are not plain counts come as finished strings. */
export type TextValues = Readonly<Record<string, string | number>>;

/** The files that the catalogue is merged from, by name. */
export const catalogueFiles: Readonly<Record<string, Readonly<Record<string, string>>>> = FILES;

const LANGUAGE = 'en';
const compiled = new Map<TextKey, IntlMessageFormat>();

/**
 * A whole text in the language of the reader, its holes filled.
 *
 * Missing: never an unfilled hole; that is an error of whoever calls.
 *
 * @throws RangeError when the catalogue has no such key, or a value is not given
 * @example
 * text('report.check', { code: '7F3C-91AD-E20B' })
 * // => 'Check code 7F3C-91AD-E20B: the plan that gives these figures has this fingerprint.'
 */
export function text(key: TextKey, values: TextValues = {}): string {
  try {
    return String(messageOf(key).format(values));
  } catch (problem) {
    if (problem instanceof RangeError) throw problem;
    throw new RangeError(
      `text: ${key} cannot be filled: ${problem instanceof Error ? problem.message : ''}`,
      {
        cause: problem,
      },
    );
  }
}

/** Whether the catalogue has a text of this name; for keys that come with data. */
export function hasText(key: string): key is TextKey {
  return Object.hasOwn(catalogue, key);
}

function messageOf(key: TextKey): IntlMessageFormat {
  const known = compiled.get(key);
  if (known !== undefined) return known;
  if (!hasText(key)) throw new RangeError(`text: the catalogue has no ${String(key)}`);
  const message = new IntlMessageFormat(catalogue[key], LANGUAGE, undefined, { ignoreTag: true });
  compiled.set(key, message);
  return message;
}
