import { AsyncLocalStorage } from 'node:async_hooks';
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Driver,
} from 'kysely';
import type { Pool } from 'pg';
import type { Tables } from '#server/database/tables.ts';

/** What one request did to the database before it was undone. */
export interface Doing {
  /** Something was written in a transaction that would have been kept. */
  wrote: boolean;
}

const doing = new AsyncLocalStorage<Doing>();

/** A database on which every transaction goes as always and is undone at its end: thousands of requests find the same rows. */
export function undoneDatabase(pool: Pool): Kysely<Tables> {
  class Undoing extends PostgresDialect {
    override createDriver(): Driver {
      return new UndoingDriver({ pool });
    }
  }
  return new Kysely<Tables>({ dialect: new Undoing({ pool }) });
}

/** Runs work and tells what it did. */
export async function watched<T>(work: () => Promise<T>): Promise<{ result: T; wrote: boolean }> {
  const done: Doing = { wrote: false };
  const result = await doing.run(done, work);
  return { result, wrote: done.wrote };
}

class UndoingDriver extends PostgresDriver {
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const { rows } = await connection.executeQuery<{ id: string | null }>(
      CompiledQuery.raw('select pg_current_xact_id_if_assigned()::text as id'),
    );
    const now = doing.getStore();
    if (now !== undefined && rows[0]!.id !== null) now.wrote = true;
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}
