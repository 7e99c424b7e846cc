import { setTimeout as wait } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { DatabaseAway, saysAway, type Outcome } from './database-away.ts';

/** A pool that waits for a database that restarts, and whose clients say `DatabaseAway` when it leaves in the middle. */
export interface PatientPool extends PostgresPool {
  readonly pool: Pool;
}

const LONGEST_PAUSE_MS = 200;

/** Makes the pool; nothing is connected yet. `patienceMs`: how long a request waits for a database that is away. */
export function patientPool(config: PoolConfig, patienceMs: number): PatientPool {
  const pool = new Pool(config);
  // Without a listener on each of them the end of a database would end this process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    options: pool.options,
    connect: async () => honest(await connected(pool, patienceMs), () => connected(pool, patienceMs)),
    end: () => pool.end(),
  };
}

async function connected(pool: Pool, patienceMs: number): Promise<PoolClient> {
  const end = Date.now() + patienceMs;
  for (let pause = 10; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    try {
      return await pool.connect();
    } catch (error) {
      if (!saysAway(error)) throw error;
      if (Date.now() + pause > end) throw new DatabaseAway('not-saved', error);
      await wait(pause);
    }
  }
}

const BEGINS = /^(begin|start transaction)/;

/**
 * A client that says `DatabaseAway`. A transaction that cannot begin, because its resting connection had died, begins on
 * another one: nothing had been done yet.
 */
function honest(first: PoolClient, another: () => Promise<PoolClient>): PostgresPoolClient {
  let client = first;
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    try {
      return await client.query(sql, parameters as unknown[]);
    } catch (error) {
      if (!saysAway(error)) throw error;
      // The server rolls back by itself when a connection breaks; the error that broke it is already on its way.
      if (sql === 'rollback') return { command: 'ROLLBACK', rowCount: null, rows: [] };
      if (!BEGINS.test(sql)) throw new DatabaseAway(outcomeOf(sql), error);
    }
    client.release(true);
    client = await another();
    return query(sql, parameters);
  };
  return { query, release: () => client.release() } as unknown as PostgresPoolClient;
}

/** Only the end of a transaction saves something; a connection that broke before has saved nothing. */
function outcomeOf(sql: string): Outcome {
  return sql === 'commit' ? 'unknown' : 'not-saved';
}
