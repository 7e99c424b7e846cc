import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ upTo: '0001-organisations' });
});
afterAll(() => database.drop());

/** The one row that a statement gives, as the application gets it. */
async function one(text: string): Promise<unknown> {
  return (await sql.raw(text).execute(database.rows)).rows[0];
}

test('days and decimals come as text, instants as dates, counts as numbers', async () => {
  expect(
    await one(`select date '2026-03-29' as day, 0.1::numeric as share, count(*) as people,
      timestamptz '2026-03-29 01:30:00+00' as instant, array[date '2026-01-31', null] as days,
      array[3, null]::bigint[] as counts`),
  ).toEqual({
    day: '2026-03-29',
    share: '0.1',
    people: 1,
    instant: new Date('2026-03-29T01:30:00Z'),
    days: ['2026-01-31', null],
    counts: [3, null],
  });
});

test('a count that a number cannot hold exactly is refused and not rounded', async () => {
  expect(await one('select 9007199254740991 as n')).toEqual({ n: 9007199254740991 });
  await expect(one('select 9007199254740993 as n')).rejects.toThrow('9007199254740993 is beyond');
});

test('the application signs in as app_login, which owns nothing and may read nothing by itself', async () => {
  expect(
    await one(`select current_user as "user", rolsuper as super, rolbypassrls as bypass, rolinherit as inherits
      from pg_roles where rolname = current_user`),
  ).toEqual({ user: 'app_login', super: false, bypass: false, inherits: false });
  await expect(one('select * from organisations')).rejects.toThrow('permission denied');
});

test('the application may act as app_rt or app_door, but not as the owner', async () => {
  for (const role of ['app_rt', 'app_door']) {
    const found = await database.rows.transaction().execute(async (rows) => {
      await sql.raw(`set local role ${role}`).execute(rows);
      return (await sql`select current_user as "user"`.execute(rows)).rows[0];
    });
    expect(found).toEqual({ user: role });
  }
  for (const role of ['app_owner', 'plumbline_owner']) {
    await expect(one(`set role ${role}`)).rejects.toThrow('permission denied to set role');
  }
});

test.each([
  ['change who acts', `select set_config('app.organisation', 'x', true)`],
  ['change the role', `select set_config('role', 'app_rt', false)`],
  ['run a text as a statement', `select query_to_xml('select 1', true, true, '')`],
  ['run a text as a statement by a search', `select * from ts_stat('select to_tsvector(''a'')')`],
  ['read what other sessions do', 'select * from pg_stat_activity'],
  ['end other sessions', 'select pg_terminate_backend(0)'],
  ['write outside of tables', `select lo_from_bytea(0, 'x')`],
  ['read files', `select pg_read_file('PG_VERSION')`],
  ['run programs', `copy (select 1) to program 'true'`],
  ['write files', `copy (select 1) to '/tmp/plumbline-must-not-exist'`],
  ['run a block of statements', 'do $$ begin null; end $$'],
  ['make a table', 'create table mine (id integer)'],
  ['make a table for the session', 'create temporary table mine (id integer)'],
  ['make a schema', 'create schema mine'],
  ['empty a table', 'truncate organisations'],
])('as app_rt nobody may %s', async (_what, statement) => {
  const tried = database.rows.transaction().execute(async (rows) => {
    await sql`set local role app_rt`.execute(rows);
    await sql.raw(statement).execute(rows);
  });
  await expect(tried).rejects.toThrow(/permission denied|must be (a )?superuser/);
});

test('without a context nobody acts, also after a transaction that had one', async () => {
  const nobody = { organisation: null, person: null };
  const who = 'select app_organisation() as organisation, app_person() as person';
  expect(await one(who)).toEqual(nobody);
  const id = '3f0d1c9e-7a54-4b3e-9a60-0e6b6e6b1d11';
  const inside = await database.rows.transaction().execute(async (rows) => {
    await sql.raw(`set local app.organisation = '${id}'; set local app.person = '${id}'`).execute(rows);
    return (await sql.raw(who).execute(rows)).rows[0];
  });
  expect(inside).toEqual({ organisation: id, person: id });
  const after = await Promise.all(Array.from({ length: 8 }, () => one(who)));
  expect(after).toEqual(Array.from({ length: 8 }, () => nobody));
});

test('two test databases do not see each other', async () => {
  const other = await testDatabase({ upTo: '0001-organisations' });
  const client = new Client(other.owner);
  await client.connect();
  await client.query('create table only_here (id integer)');
  await client.end();
  await expect(one('select * from only_here')).rejects.toThrow('does not exist');
  await other.drop();
});
