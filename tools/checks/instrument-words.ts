import { posix } from 'node:path';
import type { Failure } from './check.ts';
import { textOf } from './source-files.ts';

const CATALOGUE = 'report/text/en/instruments.json';

/** What an instrument still owes: its file's name as id, rights, a source, worked scores, and the words of its name, scales and items. */
export function instrumentWords(root: string, file: string): Failure[] {
  const id = posix.basename(file, '.ts');
  const text = textOf(root, file);
  const catalogue = JSON.parse(textOf(root, CATALOGUE)) as Record<string, string | undefined>;
  const keys = Object.keys(catalogue).filter((key) => (catalogue[key] ?? '').trim() !== '');
  const owed = (message: string): Failure => ({ file, line: null, message });
  return [
    ...(text.includes(`id: '${id}'`) ? [] : [owed(`its id is not its file's name ${id}`)]),
    ...(/rights: /.test(text) ? [] : [owed('says nothing of rights')]),
    ...(/source: /.test(text) ? [] : [owed('names no source')]),
    ...(/worked: \[\s*\{/.test(text) ? [] : [owed('has no worked scores')]),
    ...['name', 'why', 'scale.', 'item.']
      .map((word) => `instrument.${id}.${word}`)
      .filter((start) => !keys.some((key) => (start.endsWith('.') ? key.startsWith(start) : key === start)))
      .map((start) => owed(`${CATALOGUE} has no ${start}${start.endsWith('.') ? '…' : ''}`)),
  ];
}
