import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { Client, type PoolConfig } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staged, type Stage, type StagedPerson } from '#server/access/staged.fixture.ts';
import { backup } from '#server/database/backup.ts';
import { startCluster, type Cluster } from '#server/database/cluster.ts';
import { embeddedPackage } from '#server/database/cluster/embedded.ts';
import { openDatabase, type Database } from '#server/database/database.ts';
import { restore } from '#server/database/restore.ts';
import { makeApp } from '#server/http/app.ts';
import { visitorOf } from '#server/http/test-visitor.ts';
import { keysNamed } from '#server/record-store/record.fixture.ts';
import { asSealer, sealAll } from '#server/record-store/sealer-store.ts';
import { verifiedRecord } from '#server/record-store/verified-record.ts';

const PROGRAMS = ['Compass 2027', 'Leitstern “Süd”', 'منتورينغ'];
const ORIGIN = 'http://127.0.0.1:7420';

let folder = '';
let stage: Stage;
let organisation: string;
let priya: StagedPerson;
/** PostgreSQL of the machine and the one that npm brought, where both are there. */
const servers: Cluster[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-moving-'));
  chmodSync(folder, 0o711);
  for (const postgres of embeddedPackage() === undefined ? [undefined] : ['embedded', undefined]) {
    const place = { folder: join(folder, postgres ?? 'usual') };
    servers.push(await startCluster(postgres === undefined ? place : { ...place, postgres }));
  }
  stage = await staged();
  organisation = await stage.organisation('Fernhill');
  priya = await stage.person(organisation, 'Priya', [{ role: 'program-manager' }]);
  for (const [minute, name] of PROGRAMS.entries()) {
    stage.time = new Date(Date.UTC(2026, 10, 25, 12, minute));
    const seen = await priya.visitor.post(
      '/programs',
      { name, template: 'leadership', from: '2027-01-15', to: '' },
      '/programs/new',
    );
    expect(seen.status, seen.text).toBe(303);
  }
  await sealAll(stage.database.rows);
});
afterAll(async () => {
  await stage.drop();
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true });
});

async function freshDatabase(server: Cluster): Promise<PoolConfig> {
  const name = `moved_${databases++}`;
  const client = new Client(server.owner);
  await client.connect();
  await client.query(`create database ${name} template template0`);
  await client.end();
  return { ...server.owner, database: name };
}
let databases = 0;

/** What a backup holds after the lines that say when and where it was made. */
function contents(file: string): string {
  const bytes = readFileSync(file);
  const inside = zstdDecompressSync(bytes.subarray(bytes.indexOf(10) + 1));
  return createHash('sha256')
    .update(inside.subarray(4 + inside.readUInt32BE()))
    .digest('hex');
}

async function recordOf(
  database: Database,
): Promise<{ whole: boolean; entries: number; payloads: number; root: string }> {
  const read = await asSealer(database.rows, (rows) =>
    verifiedRecord(rows, keysNamed('record-a'), organisation),
  );
  return { ...read, root: Buffer.from(read.root).toString('hex') };
}

test('an organisation moves from the private cluster to a server and back: same rows, same record, same answers', async () => {
  const record = await recordOf(stage.database);
  expect(record).toMatchObject({ whole: true });
  expect(record.entries).toBeGreaterThanOrEqual(PROGRAMS.length);
  const page = (await priya.visitor.send('GET', '/programs')).json();

  let from: PoolConfig = stage.database.owner;
  const first = join(folder, 'first');
  await backup(from, first, null);
  for (const [stop, server] of [...servers, ...servers].entries()) {
    const file = join(folder, `stop-${stop}`);
    const begin = performance.now();
    const { rows, tables } = await backup(from, file, null);
    const middle = performance.now();
    from = await freshDatabase(server);
    await restore(from, file, null);
    const end = performance.now();
    console.log(
      `to PostgreSQL ${server.version}: ${rows} rows of ${tables} tables, backup ${Math.round(middle - begin)} ms, ` +
        `restore ${Math.round(end - middle)} ms`,
    );
    expect(contents(file)).toBe(contents(first));
    const database = openDatabase({ ...from, user: 'app_login' });
    expect(await recordOf(database)).toEqual(record);
    const visitor = visitorOf(makeApp({ ...stage.parts, database: database.rows }), ORIGIN);
    for (const [name, value] of priya.visitor.cookies) visitor.cookies.set(name, value);
    expect((await visitor.send('GET', '/programs')).json()).toEqual(page);
    const made = await visitor.send('GET', '/programs/new');
    expect(made.status).toBe(200);
    await database.close();
  }
});
