import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#server/database/test-database.ts';
import { makeApp } from '#server/http/app.ts';
import { bareParts } from '#server/http/test-parts.ts';
import { visitorOf } from '#server/http/test-visitor.ts';
import { routes } from './health.routes.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const JSON_ONLY = { accept: 'application/json' };

test('a server whose database answers lives and is ready', async () => {
  const parts = bareParts(routes, { database: database.rows });
  const visitor = visitorOf(makeApp(parts), parts.installation.origin);
  const lives = await visitor.get('/health', JSON_ONLY);
  expect([lives.status, lives.json()]).toEqual([200, { status: 'lives' }]);
  const ready = await visitor.get('/health/ready', JSON_ONLY);
  expect([ready.status, ready.json()]).toEqual([200, { status: 'ready' }]);
});

test('a server whose database is away lives and is not ready, and that is no fault of its own', async () => {
  const faults: unknown[] = [];
  const parts = bareParts(routes, { logFault: (_, error) => void faults.push(error) });
  const visitor = visitorOf(makeApp(parts), parts.installation.origin);
  expect((await visitor.get('/health')).status).toBe(200);
  expect((await visitor.get('/health/ready', JSON_ONLY)).status).toBe(503);
  expect(faults).toEqual([]);
});

test('health is told under any name of the host, everything else only under ours', async () => {
  const parts = bareParts(routes, { database: database.rows });
  const elsewhere = visitorOf(makeApp(parts), 'http://10.0.0.4:7420');
  expect((await elsewhere.get('/health', JSON_ONLY)).status).toBe(200);
  expect((await elsewhere.get('/nothing', JSON_ONLY)).status).toBe(421);
});
