import { FILE_NAMES } from '#server/evaluating/given-files.ts';
import { Problem } from '#server/http/problem.ts';
import type { UploadedFile } from './put-files.ts';

const LONGEST_NAME = 120;
/** Letters that end lines or turn their direction: names are shown. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Files of a form by the names of their tables.
 *
 * @throws Problem `not-understood` for a table that there is not
 */
export async function uploadedFiles(files: Readonly<Record<string, File>>): Promise<UploadedFile[]> {
  const uploaded: UploadedFile[] = [];
  for (const [table, file] of Object.entries(files)) {
    if (!FILE_NAMES.includes(table))
      throw new Problem('not-understood', {
        text: 'problem.unknown-field',
        values: { name: table.slice(0, 80) },
      });
    uploaded.push({
      table,
      name: shownName(file.name, table),
      bytes: new Uint8Array(await file.arrayBuffer()),
    });
  }
  return uploaded;
}

/** A name without folders and without letters that cannot be seen; its ending stays, as it says what the file is. */
function shownName(given: string, table: string): string {
  const name = given.replaceAll('\\', '/').split('/').at(-1)!.normalize('NFC').replace(UNSHOWN, '').trim();
  if (name === '') return `${table}.csv`;
  if (name.length <= LONGEST_NAME) return name;
  const ending = /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? '';
  return name.slice(0, LONGEST_NAME - ending.length) + ending;
}
