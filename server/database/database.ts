import { Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolConfig } from 'pg';
import { patientPool } from './patient-pool.ts';
import type { Tables } from './tables.ts';
import { VALUE_TYPES } from './value-types.ts';

/** A database that is open. */
export interface Database {
  /** Statements, and transactions, in which every request and job works. */
  readonly rows: Kysely<Tables>;
  /** The connections themselves, for COPY and for the queue of jobs. */
  readonly pool: Pool;
  /** Waits for what is under way, then ends every connection. */
  close(): Promise<void>;
}

/** How a database is opened; each has a default that suits the server. */
export interface DatabaseOptions {
  /** Most connections at once. */
  readonly most?: number;
  /** How long a request waits for a database that is away, in milliseconds. */
  readonly patienceMs?: number;
  /** Longest statement, in milliseconds; 0 means any. */
  readonly statementMs?: number;
  /** What the database calls us in its list of sessions. */
  readonly name?: string;
}

/**
 * Opens a database. A restart of it ends no process: requests under way fail with `DatabaseAway`, later ones wait for it.
 *
 * @param config where it is and who signs in, as `startCluster` or `databaseServer` give it
 */
export function openDatabase(config: PoolConfig, options: DatabaseOptions = {}): Database {
  const { most = 16, patienceMs = 10_000, statementMs = 30_000, name = 'plumbline' } = options;
  const patient = patientPool(
    {
      ...config,
      max: most,
      types: VALUE_TYPES,
      application_name: name,
      statement_timeout: statementMs,
      idle_in_transaction_session_timeout: statementMs === 0 ? 0 : 60_000,
      connectionTimeoutMillis: patienceMs,
      keepAlive: true,
    },
    patienceMs,
  );
  const rows = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: patient }) });
  return { rows, pool: patient.pool, close: () => rows.destroy() };
}
