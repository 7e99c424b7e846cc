import { createHash, randomUUID } from 'node:crypto';
import { NO_DESK, type FileDesk } from '#server/evaluating/file-desk.ts';
import { FILE_NAMES } from '#server/evaluating/given-files.ts';
import { STUDY_BYTES } from '#server/evaluating/limits.ts';
import type { UploadPlace } from '#server/evaluating/upload-store.ts';
import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import type { KeptFile } from './files.store.ts';

/** A file as it came in. */
export interface UploadedFile {
  readonly table: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Writes files and gives the list with them, and the ids of those that they take the place of. */
export function putFiles(
  scope: Scope,
  study: string,
  kept: readonly KeptFile[],
  uploaded: readonly UploadedFile[],
): { files: KeptFile[]; old: string[] } {
  const place = placeOf(scope, study);
  const replaced = new Set(uploaded.map(({ table }) => table));
  const left = kept.filter(({ table }) => !replaced.has(table));
  const total = [...left, ...uploaded.map(({ bytes }) => ({ bytes: bytes.length }))];
  if (total.reduce((sum, { bytes }) => sum + bytes, 0) > STUDY_BYTES) throw new Problem('too-large');
  const { uploads } = deskOf(scope);
  const names = new Set(left.map(({ name }) => name));
  const added = uploaded.map(({ table, name, bytes }): KeptFile => {
    const id = randomUUID();
    // Problems name their file, so no two files have one name.
    const own = names.has(name) ? `${table}-${name}` : name;
    names.add(own);
    uploads.put(place, id, bytes);
    const digest = createHash('sha256').update(bytes).digest('hex');
    return { table, name: own, id, bytes: bytes.length, digest };
  });
  const order = ({ table }: KeptFile): number => FILE_NAMES.indexOf(table);
  return {
    files: [...left, ...added].sort((a, b) => order(a) - order(b)),
    old: kept.filter(({ table }) => replaced.has(table)).map(({ id }) => id),
  };
}

/** The desk of this installation. */
export function deskOf({ installation }: Scope): FileDesk {
  return installation.desk ?? NO_DESK;
}

/** Where the files of a study lie. */
export function placeOf({ organisation }: Scope, study: string): UploadPlace {
  return { organisation: organisation.id, study };
}
