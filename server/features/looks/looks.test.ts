import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, recordDatabase, type RecordDatabase } from '#server/record-store/record.fixture.ts';
import { looksBefore, recordLook } from './looks.actions.ts';

const FINDINGS = ['promotion', 'leadership'];
const program = randomUUID();
let database: RecordDatabase;
let evaluator = '';
let observer = '';

beforeAll(async () => {
  database = await recordDatabase();
  const { owned, organisation, person } = database;
  evaluator = await addPerson(owned, organisation);
  observer = await addPerson(owned, organisation);
  await owned(
    `insert into programs (organisation_id, id, name, template, made_by, made_at) values ($1, $2, 'Compass', 'blank', $3, now())`,
    [organisation, program, person],
  );
  for (const [who, role] of [
    [evaluator, 'evaluator'],
    [observer, 'observer'],
  ])
    await owned(
      `insert into role_grants (organisation_id, id, person_id, role, program_id, granted_by, granted_at, ends_on)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, now(), '2099-01-01')`,
      [organisation, who, role, program, person],
    );
});
afterAll(() => database.drop());

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 25, 9, minute));

test('a change of the plan before the first look knows of none, a change after it knows who saw what when', async () => {
  const id = await database.asScope(
    (scope) => recordLook(scope, { program, plan: null, findings: FINDINGS, when: 'as-planned' }),
    evaluator,
    at(10),
  );
  const before = (instant: Date) =>
    database.asScope((scope) => looksBefore(scope, program, instant), observer);
  expect(await before(at(9))).toEqual([]);
  expect(await before(at(11))).toEqual([
    {
      id,
      person: evaluator,
      at: at(10),
      findings: ['leadership', 'promotion'],
      planVersion: null,
      early: false,
      reason: null,
      confirmedBy: null,
    },
  ]);
});

test('an early look stands in the record with its reason and its second person', async () => {
  const look = {
    program,
    plan: null,
    findings: FINDINGS,
    when: 'early',
    reason: 'The board meets in March.',
    confirmedBy: observer,
  } as const;
  await database.asScope((scope) => recordLook(scope, look), evaluator, at(20));
  const said = await database.asScope(async (scope) => {
    const { rows } = await sql<{ id: string }>`
      select id from record_pending where header ->> 'kind' = 'look.taken' order by header ->> 'at' desc limit 1`.execute(
      scope.rows,
    );
    return (await scope.said([rows[0]!.id])).get(rows[0]!.id);
  }, observer);
  expect(said).toMatchObject({
    actor: evaluator,
    payload: { early: true, reason: 'The board meets in March.', findings: ['leadership', 'promotion'] },
    people: { confirmed: observer },
  });
});

test('nobody looks in the name of somebody else, and a look of nothing is a mistake of ours', async () => {
  const forged = database.asScope(async (scope) => {
    const borrowed = { ...scope, person: observer };
    await recordLook(borrowed, { program, plan: null, findings: FINDINGS, when: 'as-planned' });
  }, evaluator);
  await expect(forged).rejects.toThrow('row-level security');
  const empty = database.asScope(
    (scope) => recordLook(scope, { program, plan: null, findings: [], when: 'as-planned' }),
    evaluator,
  );
  await expect(empty).rejects.toThrow(RangeError);
});

test.each(['update looks set early = false', 'delete from looks'])(
  'nobody can say “%s”',
  async (statement) => {
    await expect(database.asPerson((rows) => sql.raw(statement).execute(rows), evaluator)).rejects.toThrow(
      'permission denied',
    );
  },
);

test('a change of the plan waits for a look that is under way, and then knows of it', async () => {
  const key = `plan/${database.organisation}/${program}`;
  let counted: number | undefined;
  let change: Promise<void> | undefined;
  await database.asScope(
    async (scope) => {
      await recordLook(scope, { program, plan: null, findings: ['stayed'], when: 'as-planned' });
      change = database.asScope(async (other) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(other.rows);
        counted = (await looksBefore(other, program, at(59))).length;
      }, observer);
      const waiting = `select from pg_locks where locktype = 'advisory' and not granted`;
      while ((await database.owned(waiting)).length === 0);
      expect(counted).toBeUndefined();
    },
    evaluator,
    at(30),
  );
  await change;
  expect(counted).toBe(3);
});
