/** `node bench/record.ts`: how many entries a second the record takes, seals and verifies, beside bare inserts of the same rows. */
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { newEntry } from '#record/entry/new-entry.ts';
import { EMPTY_HEAD, sealedAfter } from '#record/sealer.ts';
import { verify } from '#record/verify.ts';
import { startCluster, type Cluster } from '#server/database/cluster.ts';
import { openDatabase, type Database } from '#server/database/database.ts';
import { migrate } from '#server/database/migrate.ts';
import { actFor, atTheDoor } from '#server/database/transaction.ts';
import { recordEntryWith } from '#server/record-store/record-entry.ts';
import { keysNamed } from '#server/record-store/record.fixture.ts';
import { repeat } from '#server/record-store/repeat.ts';
import { asSealer, sealAll } from '#server/record-store/sealer-store.ts';
import { verifiedRecord } from '#server/record-store/verified-record.ts';

const KEYS = keysNamed('record-a');
const ORGANISATION = randomUUID();

interface Settings {
  readonly writers: number;
  readonly seconds: number;
  readonly entries: number;
}

async function main({ writers, seconds, entries }: Settings): Promise<void> {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  inMemory(entries);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-record-'));
  chmodSync(folder, 0o711);
  const cluster = await startCluster({ folder: join(folder, 'data') });
  try {
    await inDatabase(cluster, writers, seconds);
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pure part: no database, one core. */
function inMemory(count: number): void {
  const at = Date.UTC(2026, 10, 25);
  const pending = Array.from({ length: count }, (_, i) =>
    newEntry(
      {
        id: randomUUID(),
        org: ORGANISATION,
        at: new Date(at + i).toISOString(),
        actor: 'system',
        kind: 'export.made',
        object: { type: 'record', id: 'record' },
      },
      { what: 'record', format: 'csv', rows: i },
      Buffer.alloc(32, 1),
      randomBytes,
    ),
  );
  const sealing = performance.now();
  const { entries, head } = sealedAfter(EMPTY_HEAD, pending);
  const verifying = performance.now();
  const { whole } = verify(entries, head);
  if (!whole) throw new Error('a record that was just sealed was not found whole');
  tell('sealed in memory', count, verifying - sealing);
  tell('verified in memory', count, performance.now() - verifying);
}

async function inDatabase(cluster: Cluster, writers: number, seconds: number): Promise<void> {
  await migrate(cluster.owner);
  const owner = openDatabase(cluster.owner, { most: writers });
  const database = openDatabase(cluster.login, { most: writers + 2 });
  const people = await populate(owner, writers);
  await bareInserts(owner, people, seconds);
  await entriesWritten(database, people, seconds);
  const counted = await owner.rows
    .selectFrom('record_entries')
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow();
  const started = performance.now();
  const verified = await asSealer(database.rows, (rows) => verifiedRecord(rows, KEYS, ORGANISATION));
  if (!verified.whole) throw new Error(`the record is broken: ${JSON.stringify(verified.breaks)}`);
  tell('verified in the database, payloads opened', counted.n, performance.now() - started);
  await database.close();
  await owner.close();
}

async function populate(owner: Database, writers: number): Promise<string[]> {
  await sql`insert into organisations (id, name, time_zone, language, currency, made_at)
    values (${ORGANISATION}, 'Bench', 'UTC', 'en', 'EUR', now())`.execute(owner.rows);
  await sql`create table bench_floor (organisation_id uuid, id uuid, header jsonb, leaf bytea, primary key (organisation_id, id))`.execute(
    owner.rows,
  );
  const people = Array.from({ length: writers }, () => randomUUID());
  for (const person of people)
    await sql`insert into people (organisation_id, id, name, made_at) values (${ORGANISATION}, ${person}, 'Somebody', now())`.execute(
      owner.rows,
    );
  return people;
}

/** The floor: one bare row a transaction, as durable. */
async function bareInserts(owner: Database, people: readonly string[], seconds: number): Promise<void> {
  const header = JSON.stringify({ filler: 'x'.repeat(420) });
  const count = await written(people, seconds, async () => {
    await sql`insert into bench_floor values (${ORGANISATION}, ${randomUUID()}, ${header}, ${randomBytes(32)})`.execute(
      owner.rows,
    );
  });
  tell(`bare inserts, ${people.length} writers`, count, seconds * 1000);
}

/** Entries, each in a transaction of its own with a scope, while the sealer works. */
async function entriesWritten(database: Database, people: readonly string[], seconds: number): Promise<void> {
  const record = recordEntryWith(KEYS);
  const lags: number[] = [];
  const sealer = repeat(
    200,
    () => sealAll(database.rows),
    (fault) => console.error(fault),
  );
  const count = await written(people, seconds, async (person, i) => {
    await atTheDoor(database.rows, 'read write', async (rows) => {
      const at = new Date();
      await actFor(rows, { organisation: ORGANISATION, person, at });
      const payload = { what: 'record', format: 'csv', rows: i };
      await record(
        rows,
        { organisation: ORGANISATION, person },
        { kind: 'export.made', object: 'record/bench', payload },
        at,
      );
    });
    if (i % 50 === 0) lags.push(await oldestWaiting(database));
  });
  await sealer.stop();
  await sealAll(database.rows);
  tell(`entries with their scope, ${people.length} writers`, count, seconds * 1000);
  console.log(`  oldest entry that waited to be sealed: ${(Math.max(0, ...lags) / 1000).toFixed(2)} s`);
}

/** How long the oldest entry has waited, in milliseconds. */
async function oldestWaiting(database: Database): Promise<number> {
  return asSealer(database.rows, async (rows) => {
    const { rows: found } = await sql<{
      at: string | null;
    }>`select min(header ->> 'at') as at from record_pending`.execute(rows);
    const at = found[0]?.at ?? null;
    return at === null ? 0 : Date.now() - Date.parse(at);
  });
}

async function written(
  people: readonly string[],
  seconds: number,
  write: (person: string, i: number) => Promise<void>,
): Promise<number> {
  const end = performance.now() + seconds * 1000;
  const counts = await Promise.all(
    people.map(async (person) => {
      let i = 0;
      for (; performance.now() < end; i += 1) await write(person, i);
      return i;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function tell(what: string, count: number, milliseconds: number): void {
  const perSecond = Math.round((count / milliseconds) * 1000);
  console.log(`${what}: ${count} in ${(milliseconds / 1000).toFixed(2)} s, ${perSecond} a second`);
}

const { values } = parseArgs({
  options: {
    writers: { type: 'string', default: '16' },
    seconds: { type: 'string', default: '10' },
    entries: { type: 'string', default: '100000' },
  },
});
await main({
  writers: Number(values.writers),
  seconds: Number(values.seconds),
  entries: Number(values.entries),
});
