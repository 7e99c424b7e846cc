import { join } from 'node:path';
import { Client, type PoolConfig } from 'pg';
import type { DatabaseAddress } from '#server/settings/settings.ts';
import { startCluster } from './cluster.ts';
import { allowLogin, checkLogin } from './login.ts';
import { migrate, type Migrated } from './migrate.ts';
import { configOf } from './server-address.ts';
import { DatabaseTrouble } from './trouble.ts';

/** Where the database of this installation is. */
export interface DatabaseHome {
  readonly kind: 'private' | 'server';
  /** Signs in as the owner; `null` where somebody else migrates. */
  readonly owner: PoolConfig | null;
  /** Signs in as the application. */
  readonly login: PoolConfig;
  /** Stops a private cluster; leaves a server alone. */
  stop(): Promise<void>;
}

/** What is asked of a place: `readSettings` gives it. */
export interface HomeSettings {
  readonly dataFolder: string;
  readonly database: DatabaseAddress | null;
}

/**
 * The database of this installation: a server when one is named, else the private cluster in the data folder, started.
 *
 * @param tell told in a line what happens to a private cluster while nobody asked for it
 * @throws DatabaseTrouble with its cure
 */
export async function databaseHome(
  { dataFolder, database }: HomeSettings,
  tell: (line: string) => void = () => undefined,
): Promise<DatabaseHome> {
  if (database === null) {
    const cluster = await startCluster({ folder: join(dataFolder, 'database'), tell });
    return { kind: 'private', owner: cluster.owner, login: cluster.login, stop: () => cluster.stop() };
  }
  const owner = database.owner === null ? null : configOf(database.owner);
  const home: DatabaseHome = {
    kind: 'server',
    owner,
    login: configOf(database.application),
    stop: async () => undefined,
  };
  await refuseOldServer(owner ?? home.login);
  return home;
}

/**
 * Makes the database of this installation ready to serve: migrates it where we know its owner, and refuses a sign-in of
 * the application that could walk around the row policies.
 *
 * @throws Refused or DatabaseTrouble with its cure
 */
export async function prepare(home: DatabaseHome): Promise<Migrated | null> {
  const migrated = home.owner === null ? null : await migrate(home.owner);
  if (home.owner !== null) await allowLogin(home.owner, home.login);
  await checkLogin(home.login);
  return migrated;
}

const LEAST_VERSION = 150_000;

async function refuseOldServer(config: PoolConfig): Promise<void> {
  const client = new Client({ ...config, connectionTimeoutMillis: 15_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::integer as version`,
    );
    if (rows[0]!.version < LEAST_VERSION) throw tooOld(rows[0]!.version);
  } catch (error) {
    if (error instanceof DatabaseTrouble) throw error;
    throw new DatabaseTrouble(
      `The database server could not be reached: ${error instanceof Error ? error.message : String(error)}`,
      'Check DATABASE_URL and PLUMBLINE_OWNER_DATABASE_URL, and that the server runs.',
      error,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function tooOld(version: number): DatabaseTrouble {
  return new DatabaseTrouble(
    `The database server is PostgreSQL ${Math.floor(version / 10_000)}.`,
    'Plumbline needs PostgreSQL 15 or newer.',
  );
}
