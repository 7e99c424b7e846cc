import { Client } from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '#server/database/database.ts';
import { testDatabase } from '#server/database/test-database.ts';
import { applicationWhileItIsKilled } from './application-killed.ts';
import { applicationWhileDatabaseIsKilled, rowsWhileDatabaseIsKilled } from './database-killed.ts';
import { plainRows } from './plain-rows.ts';
import { told } from './told.ts';

/** Fifty kills together; how many acts lie between two of them is drawn from the seed. */
const KILLS = { rows: 10, database: 32, application: 8 };
const LONG = 900_000;

test(
  'a database that is killed loses, halves and doubles no row that it acknowledged',
  async () => {
    const { problems, counted } = await told('rows, database killed', KILLS.rows, (folder, kills) =>
      rowsWhileDatabaseIsKilled(folder, kills, 25, 8),
    );
    expect(problems).toEqual([]);
    expect(counted.acknowledged.size).toBeGreaterThanOrEqual(KILLS.rows);
  },
  LONG,
);

test(
  'an application whose database is killed loses and halves no sign-in, edit or lock that it acknowledged',
  async () => {
    const { problems, counted } = await told(
      'application, database killed',
      KILLS.database,
      (folder, kills) => applicationWhileDatabaseIsKilled(folder, kills, 11),
    );
    expect(problems).toEqual([]);
    expect(counted.acknowledged.size).toBeGreaterThanOrEqual(KILLS.database);
  },
  LONG,
);

test(
  'an application that is killed itself loses and halves none either',
  async () => {
    const { problems, counted } = await told('application killed', KILLS.application, (folder, kills) =>
      applicationWhileItIsKilled(folder, kills, 7),
    );
    expect(problems).toEqual([]);
    expect(counted.acknowledged.size).toBeGreaterThanOrEqual(KILLS.application);
  },
  LONG,
);

test('rows that are lost, half done, doubled or there against what was said are found', async () => {
  const database = await testDatabase();
  const opened = openDatabase(database.owner, { most: 2 });
  const workload = await plainRows(opened, 1);
  const [whole, halved, refused, lost] = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
  for (const id of [whole!, halved!, refused!]) expect(await workload.act(0, id)).toBe('acknowledged');
  const client = new Client(database.owner);
  await client.connect();
  await client.query('delete from halves where id = $1 and half = 2', [halved]);
  await client.end();
  const counted = {
    acknowledged: new Set([whole!, halved!, lost!]),
    'not-saved': new Set([refused!]),
    unknown: new Set<string>(),
  };
  expect(await workload.problems(counted)).toEqual([
    `lost: ${lost}`,
    `there though not saved: ${refused}`,
    `half done: ${halved} has 1`,
    'doubled: writer 0 counted 3 for 5 halves',
  ]);
  await opened.close();
  await database.drop();
});
