import { createHash } from 'node:crypto';
import { Client, type PoolConfig } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import {
  copyOut,
  TEXT_SETTINGS,
  type BackupEnd,
  type BackupHead,
  type TableShape,
} from './backup/contents.ts';
import { writeFile } from './backup/file.ts';
import { framed, framedJson, evenPieces } from './backup/frames.ts';
import type { BackupKey } from './backup/lock.ts';
import { sequenceStates, tableShapes } from './backup/tables.ts';
import { migrationFiles, type MigrationFile } from './migrations.ts';
import { DatabaseTrouble } from './trouble.ts';

/** What a backup or a restore moved. */
export interface Moved {
  readonly tables: number;
  readonly rows: number;
  /** Name of the last migration that the rows fit. */
  readonly at: string;
}

/**
 * Writes everything of one moment into a file, while others go on working.
 *
 * @param owner signs in as a role that no row policy holds
 * @param key what locks the file; `null` leaves it readable for everybody who gets it
 * @throws DatabaseTrouble when a row policy would hide rows, the database is of another release, or the file exists
 */
export async function backup(
  owner: PoolConfig,
  file: string,
  key: BackupKey | null,
  files: readonly MigrationFile[] = migrationFiles(),
): Promise<Moved> {
  const client = new Client({ ...owner, application_name: 'plumbline backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(TEXT_SETTINGS);
    // A policy that would leave rows out makes the statement fail instead.
    await client.query('set local row_security = off');
    const head = await headOf(client, files);
    const end = { rows: {} as Record<string, number>, digests: {} as Record<string, string> };
    await writeFile(file, contents(client, head, end), key);
    return movedOf(head, end);
  } catch (error) {
    throw (error as { code?: string }).code === '42501' ? held(error) : error;
  } finally {
    await client.end();
  }
}

/** Counts for the one who asked. */
export function movedOf(head: BackupHead, end: BackupEnd): Moved {
  const rows = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
  return { tables: head.tables.length, rows, at: head.migrations.at(-1)!.name };
}

async function headOf(client: Client, files: readonly MigrationFile[]): Promise<BackupHead> {
  const { rows: facts } = await client.query<{ at: Date; postgresql: string; there: boolean }>(
    `select now() as at, current_setting('server_version') as postgresql,
       to_regclass('release.migrations') is not null as there`,
  );
  const { at, postgresql, there } = facts[0]!;
  if (!there) throw nothingThere();
  const { rows: taken } = await client.query<{ name: string }>(
    'select name from release.migrations order by name',
  );
  const migrations = taken.map(({ name }) => {
    const file = files.find((one) => one.name === name);
    if (file === undefined) throw laterRelease(name);
    return { name, digest: file.digest };
  });
  if (migrations.length === 0) throw nothingThere();
  const tables = await tableShapes(client);
  const sequences = await sequenceStates(client);
  return { format: 1, at: at.toISOString(), postgresql, migrations, tables, sequences };
}

async function* contents(
  client: Client,
  head: BackupHead,
  end: { rows: Record<string, number>; digests: Record<string, string> },
): AsyncGenerator<Buffer> {
  yield framedJson(head);
  for (const table of head.tables) {
    const { pieces, result } = rowsOf(client, table);
    for await (const piece of pieces) yield framed(piece);
    yield framed(Buffer.alloc(0));
    const { rows, digest } = result();
    end.rows[table.name] = rows;
    end.digests[table.name] = digest;
  }
  yield framedJson(end);
}

/** The rows of a table as text; `result` holds once all pieces were read. */
export function rowsOf(
  client: Client,
  table: TableShape,
): { pieces: AsyncGenerator<Buffer>; result: () => { rows: number; digest: string } } {
  const stream = client.query(copyTo(copyOut(table)));
  const hash = createHash('sha256');
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of evenPieces(stream as AsyncIterable<Buffer>)) {
      hash.update(piece);
      yield piece;
    }
  };
  return { pieces: pieces(), result: () => ({ rows: stream.rowCount, digest: hash.digest('hex') }) };
}

function nothingThere(): DatabaseTrouble {
  return new DatabaseTrouble(
    'The database holds nothing of Plumbline.',
    'Check the data folder or DATABASE_URL.',
  );
}

function laterRelease(name: string): DatabaseTrouble {
  return new DatabaseTrouble(
    `The database has the migration ${name}, which this release does not know.`,
    'Use the release that the database was last served by.',
  );
}

function held(error: unknown): DatabaseTrouble {
  return new DatabaseTrouble(
    'A row policy would leave rows out of the backup.',
    'PLUMBLINE_OWNER_DATABASE_URL must name a superuser, or a role with BYPASSRLS.',
    error,
  );
}
