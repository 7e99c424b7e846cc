import { posix } from 'node:path';
import type { Failure } from './check.ts';
import { textOf } from './source-files.ts';

const CATALOGUE = 'report/text/en/measures.json';
const WORDS = ['name', 'question', 'why', 'caveats', 'formula', 'data', 'owner', 'schedule'];

/** What a measure still owes its readers: its file's name as id, a source, a worked example, its words. */
export function measureWords(root: string, file: string): Failure[] {
  const id = posix.basename(file, '.ts');
  const text = textOf(root, file);
  const catalogue = JSON.parse(textOf(root, CATALOGUE)) as Record<string, string | undefined>;
  const owed = (message: string): Failure => ({ file, line: null, message });
  return [
    ...(text.includes(`id: '${id}'`) ? [] : [owed(`its id is not its file's name ${id}`)]),
    ...(/sources: \[\s*['"`]/.test(text) ? [] : [owed('names no source')]),
    ...(/worked: \[\s*[{\w]/.test(text) ? [] : [owed('has no worked example')]),
    ...WORDS.map((word) => `measure.${id}.${word}`)
      .filter((key) => (catalogue[key] ?? '').trim() === '')
      .map((key) => owed(`${CATALOGUE} has no ${key}`)),
  ];
}
