import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startCluster, type Cluster } from './cluster.ts';
import { becomes } from './cluster/processes.ts';
import { openDatabase, type Database } from './database.ts';

let folder = '';
let cluster: Cluster;
let database: Database;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-away-'));
  chmodSync(folder, 0o711);
  cluster = await startCluster({ folder: join(folder, 'database') });
  database = openDatabase(cluster.owner, { most: 4, patienceMs: 20_000 });
  await sql`create table written (n integer)`.execute(database.rows);
});
afterAll(async () => {
  await database.close();
  await cluster.stop();
  rmSync(folder, { recursive: true });
});

/** A test that killed the database leaves it on its way back. */
beforeEach(() =>
  database.rows.transaction().execute(async (rows) => void (await sql`select 1`.execute(rows))),
);

const DEADLINE_MS = 20_000;

/** Kills the server once a session of it waits in `pg_sleep`. */
async function killDuringSleep(): Promise<void> {
  const sleeping = sql<{ n: number }>`
    select count(*) as n from pg_stat_activity where wait_event = 'PgSleep'`;
  while ((await sleeping.execute(database.rows)).rows[0]!.n === 0);
  process.kill(cluster.processId()!, 'SIGKILL');
}

test('a request under way when the database is killed fails, and the next one waits for it and succeeds', async () => {
  const underWay = database.rows.transaction().execute(async (rows) => {
    await sql`insert into written values (1)`.execute(rows);
    await sql`select pg_sleep(60)`.execute(rows);
  });
  const failed = expect(underWay).rejects.toMatchObject({ name: 'DatabaseAway', outcome: 'not-saved' });
  await killDuringSleep();
  await failed;
  const next = await database.rows.transaction().execute((rows) => sql`select * from written`.execute(rows));
  expect(next.rows).toEqual([]);
});

test('when the end of a transaction was on its way its outcome is called unknown', async () => {
  await sql`create function slow() returns trigger language plpgsql as
    'begin perform pg_sleep(60); return null; end'`.execute(database.rows);
  await sql`create constraint trigger slow after insert on written deferrable initially deferred
    for each row execute function slow()`.execute(database.rows);
  const underWay = database.rows
    .transaction()
    .execute((rows) => sql`insert into written values (2)`.execute(rows));
  const failed = expect(underWay).rejects.toMatchObject({ name: 'DatabaseAway', outcome: 'unknown' });
  await killDuringSleep();
  await failed;
});

/** All four at once; a session that outlived a killed server may still have answered before the next one is there. */
async function fourConnections(): Promise<PoolClient[]> {
  const until = Date.now() + DEADLINE_MS;
  for (;;) {
    const tried = await Promise.allSettled([1, 2, 3, 4].map(() => database.pool.connect()));
    const clients = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    if (clients.length === tried.length || Date.now() > until) return clients;
    for (const client of clients) client.release(true);
    await wait(50);
  }
}

test('connections that rest when the database is killed are replaced', async () => {
  const clients = await fourConnections();
  for (const client of clients) client.release();
  expect(database.pool.idleCount).toBe(4);
  const killed = cluster.processId()!;
  process.kill(killed, 'SIGKILL');
  expect(await becomes(() => database.pool.totalCount === 0, DEADLINE_MS)).toBe(true);
  expect((await sql`select 1 as one`.execute(database.rows)).rows).toEqual([{ one: 1 }]);
});

test('a transaction that would begin on a connection that has just died begins on another', async () => {
  for (let times = 0; times < 5; times += 1) {
    const { rows } = await database.pool.query<{ id: number }>('select pg_backend_pid() as id');
    process.kill(rows[0]!.id, 'SIGTERM');
    const again = await database.rows
      .transaction()
      .execute((transaction) => sql`select 1 as one`.execute(transaction));
    expect(again.rows).toEqual([{ one: 1 }]);
  }
});

test('a database that does not come back in time is told so, and nothing waits for ever', async () => {
  const nowhere = openDatabase({ ...cluster.owner, host: join(folder, 'nowhere') }, { patienceMs: 100 });
  await expect(sql`select 1`.execute(nowhere.rows)).rejects.toMatchObject({
    name: 'DatabaseAway',
    outcome: 'not-saved',
  });
  await nowhere.close();
});

test('a wrong statement is an error of its own, and no word about the database being away', async () => {
  await expect(sql`select * from missing`.execute(database.rows)).rejects.toMatchObject({ code: '42P01' });
});

test('a statement that takes too long is ended', async () => {
  const hurried = openDatabase(cluster.owner, { statementMs: 50 });
  await expect(sql`select pg_sleep(60)`.execute(hurried.rows)).rejects.toMatchObject({ code: '57014' });
  await hurried.close();
});
