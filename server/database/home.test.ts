import { appendFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type PoolConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCluster, type Cluster } from './cluster.ts';
import { embeddedPackage } from './cluster/embedded.ts';
import { openDatabase } from './database.ts';
import { databaseHome, prepare } from './home.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'plumbline-home-'));
  chmodSync(root, 0o711);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(config: PoolConfig, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client(config);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

test('a data folder alone is enough: the private cluster is started, migrated and signed in to as the application', async () => {
  const home = await databaseHome({ dataFolder: join(root, 'data'), database: null });
  try {
    expect((await prepare(home))!.taken).toContain('0001-organisations');
    expect((await prepare(home))!.taken).toEqual([]);
    expect(await run(home.login, 'select current_user as "user"')).toEqual([{ user: 'app_login' }]);
  } finally {
    await home.stop();
  }
});

const servers = ['the usual PostgreSQL', 'embedded'].slice(0, embeddedPackage() === undefined ? 1 : 2);
describe.each(servers)('on a server of %s that asks for passwords', (which) => {
  let server: Cluster;
  const url = (role: string, database: string): string =>
    `postgres://${role}:${role}-password@/${database}?host=${encodeURIComponent(server.owner.host!)}`;

  beforeAll(async () => {
    const postgres = which === 'embedded' ? { postgres: 'embedded' } : {};
    const folder = join(root, which.replaceAll(' ', '-'));
    server = await startCluster({ folder, ...postgres });
    await run(
      server.owner,
      `create role master superuser login password 'master-password'`,
      `create role keeper createrole login password 'keeper-password'`,
      'create database one',
      'create database two owner keeper',
      'create database three',
    );
    appendFileSync(join(server.owner.host!, 'pg_hba.conf'), 'local all all scram-sha-256\n');
    await run(server.owner, 'select pg_reload_conf()');
  });
  afterAll(() => server.stop());

  const home = (application: string, owner: string | null) =>
    databaseHome({ dataFolder: root, database: { application, owner } });

  test('an owner who is no superuser is enough', async () => {
    const there = await home(url('plain', 'two'), url('keeper', 'two'));
    expect((await prepare(there))!.taken).toContain('0001-organisations');
  });

  test('the owner makes the role of the application, with its password', async () => {
    const there = await home(url('plumb', 'one'), url('master', 'one'));
    expect((await prepare(there))!.at).toMatch(/^\d{4}-/);
    const database = openDatabase(there.login);
    const acts = await database.pool.query('set role app_rt; select current_user as "user"');
    expect(acts).toHaveLength(2);
    await database.close();
    await there.stop();
    expect(await run({ ...server.owner, database: 'one' }, 'select 1 as up')).toEqual([{ up: 1 }]);
  });

  test('a server that is migrated can be served by who knows the application only', async () => {
    const there = await home(url('plumb', 'one'), null);
    expect(await prepare(there)).toBeNull();
  });

  test('an application that would sign in as a superuser is refused', async () => {
    const there = await home(url('master', 'one'), url('master', 'one'));
    await expect(prepare(there)).rejects.toMatchObject({
      refusals: [{ text: 'serve.refused.superuser', values: { role: 'master' } }],
    });
    const alone = await home(url('master', 'one'), null);
    await expect(prepare(alone)).rejects.toThrow('serve.refused.superuser');
  });

  test('an application that would sign in as the owner of the tables is refused', async () => {
    const there = await home(url('keeper', 'two'), null);
    await expect(prepare(there)).rejects.toThrow('serve.refused.superuser');
  });

  test('a database that nobody has migrated is refused with what to do', async () => {
    await run({ ...server.owner, database: 'three' }, 'grant connect on database three to plumb');
    const there = await home(url('plumb', 'three'), null);
    await expect(prepare(there)).rejects.toThrow('is not at this release');
  });

  test('a wrong password is told as a server that could not be reached', async () => {
    await expect(home(url('plumb', 'one').replace('plumb-password', 'guessed'), null)).rejects.toThrow(
      'could not be reached: password authentication failed',
    );
  });
});
