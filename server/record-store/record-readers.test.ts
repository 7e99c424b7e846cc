import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { payloadReader } from './read-payloads.ts';
import { addPerson, exportEntry, keysNamed, recordDatabase, type RecordDatabase } from './record.fixture.ts';
import { sealAll } from './sealer-store.ts';

const KEYS = keysNamed('record-a');
let database: RecordDatabase;
beforeAll(async () => {
  database = await recordDatabase(KEYS);
});
afterAll(() => database.drop());

interface Stored {
  header: { id: string; actor: string; kind: string };
}

const entries = (): Promise<Stored[]> =>
  database.owned<Stored>('select header from record_entries order by seq');

test('what entries say is read with the people behind the pseudonyms, and a person stands in no header by id', async () => {
  const of = await addPerson(database.owned, database.organisation);
  const entry = {
    kind: 'role.ended',
    object: `person/${of}`,
    payload: { role: 'sponsor', of, because: 'ended' },
  } as const;
  await database.tell(entry, database.person, new Date(Date.UTC(2026, 10, 25, 16)));
  await sealAll(database.rows);
  const stored = (await entries()).at(-1)!;
  expect(JSON.stringify(stored.header)).not.toContain(of);
  const { id } = stored.header;
  const said = await database.asPerson((rows) => payloadReader(KEYS)(rows, database.organisation, [id]));
  expect(said.get(id)).toMatchObject({
    actor: database.person,
    payload: { role: 'sponsor', because: 'ended' },
    people: { of },
  });
  expect(JSON.stringify(said.get(id)!.payload)).not.toContain(of);
});

test('somebody without a role reads of the record what they did themselves and what is about them', async () => {
  const [doer, subject, other] = [
    await addPerson(database.owned, database.organisation),
    await addPerson(database.owned, database.organisation),
    await addPerson(database.owned, database.organisation),
  ];
  const granted = { role: 'sponsor', to: subject, until: '2027-11-25' };
  const entry = { kind: 'role.granted', object: `person/${subject}`, subject, payload: granted } as const;
  await database.tell(entry, doer, new Date(Date.UTC(2026, 10, 25, 17)));
  const countFor = (person: string): Promise<number> =>
    database.asPerson(async (rows) => {
      const { rows: seen } = await sql<{ header: { kind: string } }>`
        select header from record_pending union all select header from record_entries`.execute(rows);
      return seen.length;
    }, person);
  expect([await countFor(doer), await countFor(subject), await countFor(other)]).toEqual([1, 1, 0]);
  await sealAll(database.rows);
  expect([await countFor(doer), await countFor(subject), await countFor(other)]).toEqual([1, 1, 0]);
});

test('nobody reads who gave consent, and entries of consent share no pseudonym', async () => {
  const giver = await addPerson(database.owned, database.organisation);
  const observer = await addPerson(database.owned, database.organisation);
  await database.owned(
    `insert into role_grants (organisation_id, id, person_id, role, granted_by, granted_at, ends_on)
     values ($1, gen_random_uuid(), $2, 'observer', $3, now(), '2099-01-01')`,
    [database.organisation, observer, database.person],
  );
  const entry = { kind: 'consent.given', object: 'consent/surveys', payload: { to: 'surveys' } } as const;
  for (const second of [0, 1])
    await database.tell(entry, giver, new Date(Date.UTC(2026, 10, 25, 18, 0, second)));
  await sealAll(database.rows);
  const two = (await entries()).slice(-2).map(({ header }) => header);
  expect(new Set(two.map(({ actor }) => actor)).size).toBe(2);
  const ids = two.map(({ id }) => id);
  const read = (person: string) =>
    database.asPerson((rows) => payloadReader(KEYS)(rows, database.organisation, ids), person);
  expect((await read(giver)).size).toBe(2);
  expect((await read(observer)).size).toBe(0);
  const seen = await database.asPerson(
    (rows) => sql`select from record_entries where id = any (${ids})`.execute(rows),
    observer,
  );
  expect(seen.rows).toHaveLength(2);
});

test('rows let managers and evaluators read entries of their program alone, observers of the organisation all', async () => {
  const { owned, organisation, person } = database;
  const [here, there] = [randomUUID(), randomUUID()];
  for (const program of [here, there])
    await owned(
      `insert into programs (organisation_id, id, name, template, made_by, made_at) values ($1, $2, 'Compass', 'blank', $3, now())`,
      [organisation, program, person],
    );
  const holder = async (role: string, program: string | null): Promise<string> => {
    const who = await addPerson(owned, organisation);
    await owned(
      `insert into role_grants (organisation_id, id, person_id, role, program_id, granted_by, granted_at, ends_on)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, now(), '2099-01-01')`,
      [organisation, who, role, program, person],
    );
    return who;
  };
  for (const [second, program] of [here, there, undefined].entries())
    await database.tell(
      exportEntry(second, program),
      person,
      new Date(Date.UTC(2026, 10, 25, 19, 0, second)),
    );
  await sealAll(database.rows);
  const newest = (await entries()).slice(-3).map(({ header }) => header.id);
  const seenBy = async (who: string): Promise<number[]> => {
    const { rows } = await database.asPerson(
      (inside) =>
        sql<{ id: string }>`select id from record_entries where id = any (${newest}) order by seq`.execute(
          inside,
        ),
      who,
    );
    const said = await database.asPerson((inside) => payloadReader(KEYS)(inside, organisation, newest), who);
    expect([...said.keys()].sort()).toEqual(rows.map(({ id }) => id).sort());
    return rows.map(({ id }) => newest.indexOf(id));
  };
  expect(await seenBy(await holder('program-manager', here))).toEqual([0]);
  expect(await seenBy(await holder('evaluator', there))).toEqual([1]);
  expect(await seenBy(await holder('evaluator', null))).toEqual([0, 1]);
  expect(await seenBy(await holder('observer', here))).toEqual([0]);
  expect(await seenBy(await holder('observer', null))).toEqual([0, 1, 2]);
  expect(await seenBy(await holder('sponsor', here))).toEqual([]);
  expect(await seenBy(await holder('admin', null))).toEqual([]);
});
