import { randomBytes } from 'node:crypto';
import { Client, type PoolConfig } from 'pg';
import { openDatabase, type Database } from './database.ts';
import { migrate } from './migrate.ts';
import { configOf } from './server-address.ts';
import { testCluster, testRun } from './test-cluster.ts';

/** A database of its own for one test file, migrated and empty. */
export interface TestDatabase extends Database {
  /** Signs in as the owner, whom no row policy holds; for what a test arranges or looks at. */
  readonly owner: PoolConfig;
  /** Signs in as the application does; `rows` and `pool` do. */
  readonly login: PoolConfig;
  /** Ends the connections and drops the database. */
  drop(): Promise<void>;
}

const TEMPLATE_LOCK = 7_586_254;

/**
 * A fresh database, at this release or only `upTo` a migration: a copy of a template that was migrated once in this run: on the private test cluster, or on the server
 * of PLUMBLINE_TEST_DATABASE_URL, whose role must be a superuser.
 *
 * @example
 * // const database = await testDatabase(); afterAll(() => database.drop());
 */
export async function testDatabase({ upTo }: { readonly upTo?: string } = {}): Promise<TestDatabase> {
  const url = process.env['PLUMBLINE_TEST_DATABASE_URL'];
  const main = url === undefined ? await testCluster() : configOf(url);
  const template = await withClient(main, (client) => templateOf(client, main, upTo));
  const name = `${prefixOf(testRun())}${randomBytes(6).toString('hex')}`;
  await withClient(main, async (client) => {
    await client.query(`create database ${name} template ${template}`);
    // Rights on a database itself are not copied from its template; `roles.sql` gives the same.
    await client.query(`revoke all on database ${name} from public;
      grant connect on database ${name} to app_login; grant create, connect on database ${name} to app_owner`);
  });
  const owner = { ...main, database: name };
  const login = { ...owner, user: 'app_login' };
  const database = openDatabase(login, { most: 8 });
  const drop = async (): Promise<void> => {
    await database.close();
    await withClient(main, (client) => client.query(`drop database ${name} with (force)`));
  };
  return { ...database, owner, login, drop };
}

/** Drops what a run left on a server, its template too. */
export async function dropTestDatabases(run: string): Promise<void> {
  await withClient(configOf(process.env['PLUMBLINE_TEST_DATABASE_URL']!), async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefixOf(run)],
    );
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  });
}

function prefixOf(run: string): string {
  return `plumbline_test_${run}_`;
}

/** Made by whoever asks first; half made it has another name. */
async function templateOf(client: Client, main: PoolConfig, upTo: string | undefined): Promise<string> {
  const template = `${prefixOf(testRun())}template${upTo?.slice(0, 4) ?? ''}`;
  await client.query(`select pg_advisory_lock(${TEMPLATE_LOCK})`);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
  if (rowCount === 1) return template;
  const half = `${prefixOf(testRun())}half`;
  await client.query(`drop database if exists ${half} with (force)`);
  await client.query(`create database ${half} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  await migrate({ ...main, database: half }, upTo === undefined ? {} : { upTo });
  if (typeof main.password === 'string') {
    await client.query(`alter role app_login password ${client.escapeLiteral(main.password)}`);
  }
  await client.query(`alter database ${half} rename to ${template}`);
  return template;
}

async function withClient<T>(config: PoolConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
