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
    connect: async () => honest(await connected(pool, patienceMs)),
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

/** Each client once, as the driver remembers what it knows of a client by its identity. */
const honestClients = new WeakMap<PoolClient, PostgresPoolClient>();

function honest(client: PoolClient): PostgresPoolClient {
  const known = honestClients.get(client);
  if (known !== undefined) return known;
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    try {
      return await client.query(sql, parameters as unknown[]);
    } catch (error) {
      throw saysAway(error) ? new DatabaseAway(outcomeOf(sql), error) : error;
    }
  };
  const made = { query, release: () => client.release() } as unknown as PostgresPoolClient;
  honestClients.set(client, made);
  return made;
}

/** Only the end of a transaction saves something; a connection that broke before has saved nothing. */
function outcomeOf(sql: string): Outcome {
  return sql === 'commit' ? 'unknown' : 'not-saved';
}
