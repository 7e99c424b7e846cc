import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Texts of one file, by key. */
export type TextFile = Readonly<Record<string, string>>;

/**
 * The catalogue files of a folder by name, as `ui` for `ui.json`.
 *
 * Use it to look over all texts; pages get theirs from `wordsIn`.
 *
 * @throws Error when a file is no JSON
 */
export function textFiles(folder: string): ReadonlyMap<string, TextFile> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    names
      .toSorted()
      .map((name) => [
        name.slice(0, -'.json'.length),
        JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as TextFile,
      ]),
  );
}

/**
 * All texts of several files as one catalogue.
 *
 * @throws RangeError when two files have the same key: nobody could say which of them is shown
 */
export function merged(files: ReadonlyMap<string, TextFile>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [file, entries] of files) {
    for (const [key, message] of Object.entries(entries)) {
      if (texts.has(key))
        throw new RangeError(`merged: ${file}.json says ${key}, which another file says too`);
      texts.set(key, message);
    }
  }
  return texts;
}

/** The folder of the English texts, from which the others are translated. */
export const ENGLISH_FOLDER = fileURLToPath(new URL('en', import.meta.url));
