import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MersenneTwister } from '#stats/resampling/mersenne-twister.ts';
import { verifiedRecord } from './verified-record.ts';
import { addPerson, exportEntry, keysNamed, recordDatabase, type RecordDatabase } from './record.fixture.ts';
import { asSealer, sealAll } from './sealer-store.ts';

/** A short run in the tests; more by `PLUMBLINE_KILLS=100`. */
const KILLS = Number(process.env['PLUMBLINE_KILLS'] ?? 12);
const WRITERS = 4;
const KEYS = keysNamed('record-a');

let database: RecordDatabase;
beforeAll(async () => {
  database = await recordDatabase(KEYS);
});
afterAll(() => database.drop());

/** Starts a sealer in a process of its own; resolves once it seals. */
async function startedSealer(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('sealer-killed.fixture.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(database.login)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout!, 'data');
  return child;
}

async function sealedCount(): Promise<number> {
  return (await database.owned<{ n: number }>('select count(*)::int as n from record_entries'))[0]!.n;
}

test(
  `a sealer killed ${KILLS} times loses no entry that was acknowledged, doubles none and leaves no gap`,
  async () => {
    const chance = new MersenneTwister(2026);
    const people: string[] = [];
    while (people.length < WRITERS) people.push(await addPerson(database.owned, database.organisation));
    // Counted here, outside of the database: an entry counts once its transaction was reported as committed.
    const acknowledged: number[] = [];
    let writing = true;
    const writers = people.map(async (person, i) => {
      for (let n = i; writing; n += WRITERS) {
        await database.tell(exportEntry(n), person, new Date(Date.UTC(2026, 10, 25) + n));
        acknowledged.push(n);
      }
    });
    for (let kill = 0; kill < KILLS; kill += 1) {
      const sealer = await startedSealer();
      const enough = (await sealedCount()) + Math.floor(chance.uniform() * 60);
      while ((await sealedCount()) < enough);
      sealer.kill('SIGKILL');
      await once(sealer, 'exit');
    }
    writing = false;
    await Promise.all(writers);
    await sealAll(database.rows);

    const entries = await database.owned<{ seq: number; id: string }>(
      'select seq::int as seq, id from record_entries order by seq',
    );
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(acknowledged.length);
    expect(entries.length).toBe(acknowledged.length);
    const verified = await asSealer(database.rows, (rows) =>
      verifiedRecord(rows, KEYS, database.organisation),
    );
    expect(verified).toMatchObject({ whole: true, payloads: acknowledged.length });
  },
  60_000 + KILLS * 5_000,
);
