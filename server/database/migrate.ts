import { readFileSync } from 'node:fs';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Client, Pool, type PoolConfig } from 'pg';
import { AFTER_MIGRATE } from './after-migrate.ts';
import { migrationFiles, type MigrationFile } from './migrations.ts';
import type { Tables } from './tables.ts';
import { DatabaseTrouble } from './trouble.ts';

/** What a migration did. */
export interface Migrated {
  /** Names of the steps that were taken now. */
  readonly taken: readonly string[];
  /** Name of the last step that the database has. */
  readonly at: string;
}

export interface MigrateOptions {
  /** The last step to take; all of them when it is not said. */
  readonly upTo?: string;
  readonly files?: readonly MigrationFile[];
  readonly after?: typeof AFTER_MIGRATE;
}

/** A number of our own for the lock under which only one process makes rights and policies at a time. */
const LOCK = 7_586_253;

/**
 * Brings a database to this release: roles, then the steps it lacks in one transaction, then rights and row policies.
 * Several processes may ask at once; one does it.
 *
 * @param owner signs in as a role that may make roles
 * @throws DatabaseTrouble when a step fails (then none was taken), or the database is of a later release
 */
export async function migrate(owner: PoolConfig, options: MigrateOptions = {}): Promise<Migrated> {
  const files = options.files ?? migrationFiles();
  await makeRoles(owner);
  const pool = new Pool({ ...owner, max: 2, options: '-c role=app_owner' });
  pool.on('error', () => undefined);
  const rows = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const taken = await takeSteps(rows, files, options.upTo);
    const last = options.upTo ?? files.at(-1)!.name;
    if (last === files.at(-1)!.name) await makeAfter(rows, options.after ?? AFTER_MIGRATE);
    return { taken, at: last };
  } finally {
    await rows.destroy();
  }
}

/** Makes the roles, and takes from everybody what no role of ours may do. */
export async function makeRoles(owner: PoolConfig): Promise<void> {
  const client = new Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(${LOCK})`);
    await client.query(readFileSync(new URL('roles.sql', import.meta.url), 'utf8'));
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/**
 * Takes the steps that a database lacks, in one transaction, or in the one it is given.
 *
 * @throws DatabaseTrouble when one fails
 */
export async function takeSteps(
  rows: Kysely<Tables>,
  files: readonly MigrationFile[],
  upTo: string | undefined,
): Promise<string[]> {
  const migrations = Object.fromEntries(
    files.map((file) => [
      file.name,
      { up: async (on: Kysely<unknown>) => void (await sql.raw(file.sql).execute(on)) },
    ]),
  );
  const migrator = new Migrator({
    db: rows,
    provider: { getMigrations: async () => migrations },
    // Apart from the tables of people: no row policy holds what a release needs to know.
    migrationTableSchema: 'release',
    migrationTableName: 'migrations',
    migrationLockTableName: 'migration_lock',
    nameComparator: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  });
  const { error, results = [] } =
    upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  if (error !== undefined)
    throw stepFailed(error, results.find(({ status }) => status === 'Error')?.migrationName);
  return results.map(({ migrationName }) => migrationName);
}

async function makeAfter(rows: Kysely<Tables>, after: typeof AFTER_MIGRATE): Promise<void> {
  await rows.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    for (const make of after) await make(transaction);
  });
}

function stepFailed(error: unknown, step: string | undefined): DatabaseTrouble {
  const why = error instanceof Error ? error.message : String(error);
  return new DatabaseTrouble(
    step === undefined ? `The database could not be migrated: ${why}` : `Migration ${step} failed: ${why}`,
    'Nothing was changed. If the database comes from a later release of Plumbline, use that one.',
    error,
  );
}
