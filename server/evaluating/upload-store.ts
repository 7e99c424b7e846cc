import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locked, unlocked } from '#record/keys/locked.ts';

/** Whose files, and of which study. */
export interface UploadPlace {
  readonly organisation: string;
  readonly study: string;
}

/** Files that people brought along and what was made of them: outside the database, locked, and gone when they are removed. */
export interface UploadStore {
  /** Makes the folder of a study; it is swept away after `until`, whatever becomes of its row. */
  begin(place: UploadPlace, until: Date): void;
  /** @throws Error when the folder of the study is not there (any more) */
  put(place: UploadPlace, id: string, bytes: Uint8Array): void;
  /** The bytes; `undefined` when they are gone or were not put under this study and id. */
  get(place: UploadPlace, id: string): Uint8Array | undefined;
  remove(place: UploadPlace, id: string): void;
  /** Removes every byte of a study. */
  removeStudy(place: Pick<UploadPlace, 'study'>): void;
  /** Removes the folders whose time is over; gives how many. */
  sweep(now: Date): number;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UNTIL = 'until';

/**
 * Opens the folder of uploads; makes it, readable for its owner only.
 *
 * @param key 32 bytes, from the folder of secrets
 */
export function openUploadStore(folder: string, key: Uint8Array): UploadStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const folderOf = ({ study }: Pick<UploadPlace, 'study'>): string => join(folder, checkedId(study));
  const fileOf = (place: UploadPlace, id: string): string => join(folderOf(place), checkedId(id));
  const boxOf = ({ organisation, study }: UploadPlace, id: string) => ({
    organisation,
    table: 'file_studies',
    row: study,
    column: id,
  });
  return {
    begin(place, until) {
      mkdirSync(folderOf(place), { mode: 0o700, recursive: true });
      writeFileSync(join(folderOf(place), UNTIL), until.toISOString(), { mode: 0o600 });
    },
    put(place, id, bytes) {
      writeFileSync(fileOf(place, id), locked(bytes, key, boxOf(place, id), randomBytes), { mode: 0o600 });
    },
    get(place, id) {
      const file = fileOf(place, id);
      return existsSync(file) ? unlocked(readFileSync(file), key, boxOf(place, id)) : undefined;
    },
    remove: (place, id) => rmSync(fileOf(place, id), { force: true }),
    removeStudy: (place) => rmSync(folderOf(place), { recursive: true, force: true }),
    sweep(now) {
      const over = readdirSync(folder).filter((study) => ID.test(study) && isOver(join(folder, study), now));
      for (const study of over) rmSync(join(folder, study), { recursive: true, force: true });
      return over.length;
    },
  };
}

/** A folder without a readable time was left half made: its time is over. */
function isOver(folder: string, now: Date): boolean {
  const file = join(folder, UNTIL);
  const until = existsSync(file) ? Date.parse(readFileSync(file, 'utf8')) : Number.NaN;
  return !(until > now.getTime());
}

/** Ids become names of files: nothing else may. */
function checkedId(id: string): string {
  if (!ID.test(id)) throw new RangeError(`upload store: "${id}" is not an id`);
  return id;
}
