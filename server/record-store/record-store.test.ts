import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { addPerson, exportEntry, keysNamed, recordDatabase, type RecordDatabase } from './record.fixture.ts';
import { verifiedRecord } from './verified-record.ts';
import { recordEntryWith } from './record-entry.ts';
import { rewrapSubjects } from './rewrap.ts';
import { repeat } from './repeat.ts';
import { asSealer, sealAll } from './sealer-store.ts';

const KEYS = keysNamed('record-a');
const NOON = new Date('2026-11-25T12:00:00Z');
const record = recordEntryWith(KEYS);
let database: RecordDatabase;
beforeAll(async () => {
  database = await recordDatabase(KEYS);
});
afterAll(() => database.drop());

interface Stored {
  seq: number;
  header: { at: string; id: string; actor: string; kind: string };
}

const entries = (organisation = database.organisation): Promise<Stored[]> =>
  database.owned<Stored>(
    'select seq::int as seq, header from record_entries where organisation_id = $1 order by seq',
    [organisation],
  );
const verified = () => asSealer(database.rows, (rows) => verifiedRecord(rows, KEYS, database.organisation));

test('an entry waits in the transaction of what it tells of, and is gone when that is undone', async () => {
  const undone = database.asPerson(async (rows) => {
    await record(
      rows,
      { organisation: database.organisation, person: database.person },
      exportEntry(0),
      NOON,
    );
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await database.tell(exportEntry(1));
  await sealAll(database.rows);
  expect((await entries()).map(({ seq, header }) => [seq, header.kind])).toEqual([[1, 'export.made']]);
});

test('fifty people who write at once lose nothing, and the numbers have no gaps', async () => {
  const people: string[] = [];
  while (people.length < 50) people.push(await addPerson(database.owned, database.organisation));
  const before = (await entries()).length;
  const faults: unknown[] = [];
  const sealer = repeat(
    200,
    () => sealAll(database.rows),
    (fault) => faults.push(fault),
  );
  await Promise.all(
    people.map(async (person, i) => {
      for (let n = 0; n < 4; n += 1) {
        await database.tell(exportEntry(i * 4 + n), person, new Date(Date.UTC(2026, 10, 25, 12, n, i)));
      }
    }),
  );
  await sealer.stop();
  await sealAll(database.rows);
  expect(faults).toEqual([]);
  const after = await entries();
  expect(after.map(({ seq }) => seq)).toEqual(after.map((_, i) => i + 1));
  expect(after.length - before).toBe(200);
  expect(new Set(after.map(({ header }) => header.id)).size).toBe(after.length);
  expect(new Set(after.slice(before).map(({ header }) => header.actor)).size).toBe(50);
  expect(await verified()).toMatchObject({ whole: true, entries: after.length, payloads: after.length });
});

test('entries that wait together are sealed in the order of their instants', async () => {
  const before = (await entries()).length;
  const minutes = [17, 3, 11, 3, 5];
  for (const minute of minutes) {
    await database.tell(exportEntry(minute), database.person, new Date(Date.UTC(2026, 10, 25, 13, minute)));
  }
  await sealAll(database.rows);
  const instants = (await entries()).slice(before).map(({ header }) => header.at.slice(14, 16));
  expect(instants).toEqual(['03', '03', '05', '11', '17']);
});

test('entries of one action keep the order in which it told them', async () => {
  const before = (await entries()).length;
  const at = new Date(Date.UTC(2026, 10, 25, 14, 0));
  await database.asPerson(async (rows) => {
    const by = { organisation: database.organisation, person: database.person };
    for (const kind of ['invitation.withdrawn', 'person.invited', 'account.closed'] as const) {
      const payload = kind === 'account.closed' ? { of: database.person } : { person: database.person };
      await record(rows, by, { kind, object: `person/${database.person}`, payload } as never, at);
    }
  });
  await sealAll(database.rows);
  expect((await entries()).slice(before).map(({ header }) => header.kind)).toEqual([
    'invitation.withdrawn',
    'person.invited',
    'account.closed',
  ]);
});

test('while another process seals a record, nobody else does', async () => {
  await database.tell(exportEntry(7), database.person, new Date(Date.UTC(2026, 10, 25, 15)));
  const before = (await entries()).length;
  await asSealer(database.rows, async (rows) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`record ${database.organisation}`}, 0))`.execute(
      rows,
    );
    await sealAll(database.rows);
    expect((await entries()).length).toBe(before);
  });
  await sealAll(database.rows);
  expect((await entries()).length).toBe(before + 1);
});

test.each([
  ['change an entry', `update record_entries set header = '{}'`],
  ['delete an entry', 'delete from record_entries'],
  [
    'add a sealed entry',
    `insert into record_entries (organisation_id, seq, id, header, leaf, root)
    select organisation_id, 999, gen_random_uuid(), header, leaf, root from record_entries limit 1`,
  ],
  ['take away what waits', 'delete from record_pending'],
  ['change what waits', `update record_pending set header = '{}'`],
  ['take away what an entry says', 'delete from record_private'],
  ['destroy keys', `update record_subjects set key_wrapped = ''`],
  ['move the head', 'update record_heads set size = 1'],
])('in the name of a person nobody can %s', async (_what, statement) => {
  await expect(database.asPerson((rows) => sql.raw(statement).execute(rows))).rejects.toThrow(
    'permission denied',
  );
});

test.each([
  ['change an entry', `update record_entries set header = '{}'`],
  ['delete an entry', 'delete from record_entries'],
  ['take away what an entry says', 'delete from record_private'],
  ['read people', 'select * from people'],
])('not even the sealer can %s', async (_what, statement) => {
  await expect(asSealer(database.rows, (rows) => sql.raw(statement).execute(rows))).rejects.toThrow(
    'permission denied',
  );
});

test('wrapped anew under another master key every payload still opens, and the old key opens nothing', async () => {
  const both = keysNamed('record-a', 'record-b');
  const count = (await database.owned<{ n: number }>('select count(*)::int as n from record_subjects'))[0]!.n;
  expect(await rewrapSubjects(database.rows, both, database.organisation)).toBe(count);
  expect(await rewrapSubjects(database.rows, both, database.organisation)).toBe(0);
  const onlyNew = {
    current: both.current,
    named: (name: string) => (name === 'record-b' ? both.current : undefined),
  };
  const check = (keys: typeof both) =>
    asSealer(database.rows, (rows) => verifiedRecord(rows, keys, database.organisation));
  expect(await check(onlyNew)).toMatchObject({ whole: true });
  expect((await check(keysNamed('record-a'))).breaks[0]).toMatchObject({ kind: 'payload', seq: 1 });
});
