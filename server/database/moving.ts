import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { secretNamed } from '#server/settings/secrets.ts';
import type { Settings } from '#server/settings/settings.ts';
import { backup, type Moved } from './backup.ts';
import type { BackupKey } from './backup/lock.ts';
import { runningCluster } from './cluster/running.ts';
import { databaseHome, prepare } from './home.ts';
import type { Migrated } from './migrate.ts';
import { restore } from './restore.ts';
import { DatabaseTrouble } from './trouble.ts';

/** What locks a backup: the installation's own key, unless something else is said. */
export interface KeyChoice {
  readonly keyFile?: string;
  readonly passphraseFile?: string;
  /** Nothing locks it. */
  readonly plain?: true;
}

type Places = Pick<Settings, 'dataFolder' | 'secretsFolder' | 'database'>;

/** Brings the database of an installation to this release. */
export async function migrateInstallation(places: Places): Promise<Migrated> {
  const home = await databaseHome(places);
  try {
    if (home.owner === null) throw noOwner();
    return (await prepare(home))!;
  } finally {
    await home.stop();
  }
}

/** Backs up an installation, also while it is being served. */
export async function backupInstallation(places: Places, file: string, choice: KeyChoice): Promise<Moved> {
  const key = keyOf(choice) ?? (choice.plain ? null : ownKey(places.secretsFolder));
  const running = places.database === null ? runningCluster(clusterFolder(places)) : undefined;
  if (running !== undefined) return backup(running, file, key);
  if (places.database === null && !existsSync(clusterFolder(places))) throw nothingThere(places);
  return asOwner(places, (owner) => backup(owner, file, key));
}

/** Restores a backup into an installation that has no database yet, or an empty one. */
export async function restoreInstallation(places: Places, file: string, choice: KeyChoice): Promise<Moved> {
  const own = existsSync(join(places.secretsFolder, 'backup.key')) ? ownKey(places.secretsFolder) : null;
  return asOwner(places, (owner) => restore(owner, file, keyOf(choice) ?? own));
}

/** A file with the key of backups alone; it is made when the first backup is. */
function ownKey(secretsFolder: string): BackupKey {
  return { kind: 'key', key: secretNamed(secretsFolder, 'backup') };
}

const SHORTEST_PASSPHRASE = 12;
const LEAST_KEY_BYTES = 32;

function keyOf({ keyFile, passphraseFile }: KeyChoice): BackupKey | null {
  if (passphraseFile !== undefined) {
    const passphrase = readFileSync(passphraseFile, 'utf8').replace(/\r?\n$/, '');
    if (passphrase.length < SHORTEST_PASSPHRASE)
      throw tooShort(passphraseFile, SHORTEST_PASSPHRASE, 'letters');
    return { kind: 'passphrase', passphrase };
  }
  if (keyFile === undefined) return null;
  const key = Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'base64url');
  if (key.length < LEAST_KEY_BYTES) throw tooShort(keyFile, LEAST_KEY_BYTES, 'bytes in base64url');
  return { kind: 'key', key };
}

async function asOwner<T>(places: Places, work: (owner: PoolConfig) => Promise<T>): Promise<T> {
  const home = await databaseHome(places);
  try {
    if (home.owner === null) throw noOwner();
    return await work(home.owner);
  } finally {
    await home.stop();
  }
}

function clusterFolder({ dataFolder }: Places): string {
  return join(dataFolder, 'database');
}

function noOwner(): DatabaseTrouble {
  return new DatabaseTrouble(
    'DATABASE_URL signs in as the application, which may not do this.',
    'Set PLUMBLINE_OWNER_DATABASE_URL to a role that owns the database.',
  );
}

function nothingThere({ dataFolder }: Places): DatabaseTrouble {
  return new DatabaseTrouble(
    `There is no database in ${dataFolder}.`,
    'Name the data folder with --data, or set DATABASE_URL.',
  );
}

function tooShort(file: string, least: number, unit: string): DatabaseTrouble {
  return new DatabaseTrouble(`${file} holds too little.`, `It must hold at least ${least} ${unit}.`);
}
