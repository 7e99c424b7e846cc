import { pipeline } from 'node:stream/promises';
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import { Client, type PoolConfig } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { AFTER_MIGRATE } from './after-migrate.ts';
import { movedOf, rowsOf, type Moved } from './backup.ts';
import {
  copyIn,
  TEXT_SETTINGS,
  type BackupEnd,
  type BackupHead,
  type TableShape,
} from './backup/contents.ts';
import { readFile } from './backup/file.ts';
import { DamagedBackup, frameReader, type FrameReader } from './backup/frames.ts';
import type { BackupKey } from './backup/lock.ts';
import { OURS, sequenceStates, tableShapes } from './backup/tables.ts';
import { saysAway } from './database-away.ts';
import { makeRoles, takeSteps, type MigrateOptions } from './migrate.ts';
import { migrationFiles, type MigrationFile } from './migrations.ts';
import type { Tables } from './tables.ts';
import { DatabaseTrouble } from './trouble.ts';

/**
 * Reads a backup into an empty database and brings it to this release, all in one transaction: everything or nothing.
 * Every table is read back and compared with what the backup says of it.
 *
 * @param owner signs in as a role that may make roles
 * @throws DatabaseTrouble when the place is not empty, or the file is no whole backup that fits this release
 */
export async function restore(
  owner: PoolConfig,
  file: string,
  key: BackupKey | null,
  { files = migrationFiles(), after = AFTER_MIGRATE }: Pick<MigrateOptions, 'files' | 'after'> = {},
): Promise<Moved> {
  await refuseFull(owner);
  await makeRoles(owner);
  const client = new Client({
    ...owner,
    options: '-c role=app_owner',
    application_name: 'plumbline restore',
  });
  client.on('error', () => undefined);
  await client.connect();
  // One connection for both: statements of migrations, and rows by COPY.
  const only = {
    query: client.query.bind(client),
    release: () => undefined,
  } as unknown as PostgresPoolClient;
  const pool = { connect: async () => only, end: async () => undefined, options: {} };
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const reader = frameReader(readFile(file, key));
    return await database.transaction().execute(async (rows) => {
      const head = headIn(files, await reader.next());
      await client.query(TEXT_SETTINGS);
      await takeSteps(rows, files, head.migrations.at(-1)!.name);
      const end = await writeRows(client, head, reader);
      await takeSteps(rows, files, undefined);
      for (const make of after) await make(rows);
      return { ...movedOf(head, end), at: files.at(-1)!.name };
    });
  } catch (error) {
    throw error instanceof DamagedBackup ? damaged(file, error) : error;
  } finally {
    await client.end();
  }
}

async function refuseFull(owner: PoolConfig): Promise<void> {
  const client = new Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where relkind in ('r', 'p') and (nspname = 'release' or ${OURS}) limit 1`,
    );
    if (rowCount !== 0) throw notEmpty(owner);
  } finally {
    await client.end();
  }
}

function headIn(files: readonly MigrationFile[], piece: Buffer): BackupHead {
  const head = parsed<BackupHead>(piece);
  if (head.format !== 1 || !Array.isArray(head.migrations) || head.migrations.length === 0) {
    throw new DamagedBackup('it does not say what it holds');
  }
  for (const { name, digest } of head.migrations) {
    const known = files.find((file) => file.name === name);
    if (known?.digest !== digest) throw otherRelease(name, known !== undefined);
  }
  return head;
}

/** Statements are made from the tables that the migrations made, never from a text in the file. */
async function writeRows(client: Client, head: BackupHead, reader: FrameReader): Promise<BackupEnd> {
  const tables = await tableShapes(client);
  if (JSON.stringify(tables) !== JSON.stringify(head.tables)) {
    throw new DamagedBackup('its tables are not those of its migrations');
  }
  for (const table of tables) await writeTable(client, table, reader);
  const end = parsed<BackupEnd>(await reader.next());
  if (!(await reader.atEnd())) throw new DamagedBackup('something follows its end');
  for (const table of tables) await compare(client, table, end);
  await setSequences(client, head);
  return end;
}

async function writeTable(client: Client, table: TableShape, reader: FrameReader): Promise<void> {
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for (let piece = await reader.next(); piece.length > 0; piece = await reader.next()) yield piece;
  };
  try {
    await pipeline(pieces, client.query(copyFrom(copyIn(table))));
  } catch (error) {
    if (error instanceof DamagedBackup || saysAway(error)) throw error;
    throw new DamagedBackup(`its rows of ${table.name} are refused`, error);
  }
}

async function compare(client: Client, table: TableShape, end: BackupEnd): Promise<void> {
  const { pieces, result } = rowsOf(client, table);
  for await (const piece of pieces) void piece;
  const { rows, digest } = result();
  if (rows !== end.rows[table.name] || digest !== end.digests[table.name]) {
    throw new DamagedBackup(`its rows of ${table.name} are not those that were written`);
  }
}

async function setSequences(client: Client, head: BackupHead): Promise<void> {
  const there = (await sequenceStates(client)).map(({ name }) => name);
  for (const { name, value, called } of head.sequences) {
    if (!there.includes(name)) throw new DamagedBackup('its sequences are not those of its migrations');
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, called]);
  }
}

function parsed<T>(piece: Buffer): T {
  try {
    return JSON.parse(piece.toString()) as T;
  } catch (error) {
    throw new DamagedBackup('it does not say what it holds', error);
  }
}

function damaged(file: string, { message, cause }: DamagedBackup): DatabaseTrouble {
  return new DatabaseTrouble(
    `${file} cannot be restored: ${message}.`,
    'Nothing was written. Take another copy of the backup, or an older one.',
    cause,
  );
}

function notEmpty({ database }: PoolConfig): DatabaseTrouble {
  return new DatabaseTrouble(
    `The database ${database} is not empty, and a backup is only restored into an empty one.`,
    'Choose a new data folder with PLUMBLINE_DATA, or a new database on the server.',
  );
}

function otherRelease(name: string, known: boolean): DatabaseTrouble {
  return new DatabaseTrouble(
    known
      ? `The backup comes from a release whose migration ${name} was another one.`
      : `The backup comes from a later release: it has the migration ${name}.`,
    'Restore it with the release that made it.',
  );
}
