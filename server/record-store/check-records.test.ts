import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkRecords } from './check-records.ts';
import { exportEntry, keysNamed, recordDatabase, type RecordDatabase } from './record.fixture.ts';
import { sealAll } from './sealer-store.ts';

const KEYS = keysNamed('record-a');
let database: RecordDatabase;
let now = new Date('2026-11-25T12:00:00Z');
const clock = { now: () => now };

interface Check {
  entries: number;
  payloads: number;
  breaks: { kind: string; seq: number }[];
  ended_at: Date;
}

beforeAll(async () => {
  database = await recordDatabase(KEYS);
  for (let i = 0; i < 8; i += 1)
    await database.tell(exportEntry(i), database.person, new Date(now.getTime() + i));
  await sealAll(database.rows);
});
afterAll(() => database.drop());

/** The verification that follows when a day has passed. */
async function nextCheck(): Promise<Check> {
  now = new Date(now.getTime() + 25 * 60 * 60 * 1000);
  await checkRecords(database.rows, KEYS, clock);
  const checks = await database.owned<Check>(
    'select entries::int, payloads::int, breaks, ended_at from record_checks order by asked_at desc',
  );
  return checks[0]!;
}

test('once a day a record is verified even if nobody asks, and no sooner', async () => {
  expect(await nextCheck()).toEqual({ entries: 8, payloads: 8, breaks: [], ended_at: now });
  await checkRecords(database.rows, KEYS, clock);
  expect(await database.owned('select from record_checks')).toHaveLength(1);
});

/** What somebody with all rights in the database could do to the stored rows, the way back, and what must be found. */
const TAMPERINGS: readonly (readonly [what: string, kind: string, seq: number, by: string])[] = [
  [
    'a header is changed',
    'header',
    3,
    `update record_entries set header = header || '{"at":"2026-11-25T11:59:00.000Z"}' where seq = 3`,
  ],
  ['an entry is removed', 'gap', 4, 'delete from record_entries where seq = 4'],
  ['the last entries are removed', 'head', 7, 'delete from record_entries where seq > 6'],
  [
    'an entry is inserted',
    'gap',
    9,
    `insert into record_entries (organisation_id, seq, id, header, leaf, root)
     select organisation_id, 10, gen_random_uuid(), header, leaf, root from record_entries where seq = 5`,
  ],
  [
    'two entries are swapped',
    'order',
    5,
    `update record_entries set seq = -seq + 100 where seq in (5, 6);
     update record_entries set seq = case seq when 95 then 6 else 5 end where seq > 90`,
  ],
  ['entries are numbered anew', 'gap', 6, 'update record_entries set seq = seq + 100 where seq > 5'],
  [
    'what an entry says is exchanged for what another one says',
    'payload',
    2,
    `update record_private set payload_locked = (select payload_locked from record_private where id = (select id from record_entries where seq = 1))
     where id = (select id from record_entries where seq = 2)`,
  ],
  [
    'what an entry says is taken away',
    'payload-gone',
    7,
    'delete from record_private where id = (select id from record_entries where seq = 7)',
  ],
];

test.each(TAMPERINGS)(
  'when %s, the daily verification finds “%s” at entry %i',
  async (_what, kind, seq, statement) => {
    await database.owned(
      'create table kept_entries as select organisation_id, seq, id, header, leaf, root from record_entries',
    );
    await database.owned('create table kept_private as select * from record_private');
    await database.owned(statement);
    const { breaks } = await nextCheck();
    expect(breaks[0]).toEqual({ kind, seq });
    await database.owned(`delete from record_entries; delete from record_private;
    insert into record_entries (organisation_id, seq, id, header, leaf, root) select * from kept_entries;
    insert into record_private select * from kept_private; drop table kept_entries, kept_private`);
    expect((await nextCheck()).breaks).toEqual([]);
  },
);

test('an entry added with a clock set back is found', async () => {
  await database.tell(exportEntry(99), database.person, new Date('2026-11-25T11:54:00Z'));
  await sealAll(database.rows);
  expect((await nextCheck()).breaks).toEqual([{ kind: 'clock', seq: 9 }]);
});
