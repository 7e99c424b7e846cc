import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { actFor, atTheDoor } from '#server/database/transaction.ts';
import { joinHouse, openHouse, setUpHouse, type House } from '#server/http/house.fixture.ts';
import type { Rows } from '#server/scope.ts';

let house: House;
let organisation: string;
let priya: string;
let ines: string;
beforeAll(async () => {
  house = await openHouse();
  const first = await setUpHouse(house);
  await joinHouse(house, first.visitor, {
    name: 'Ines Duarte',
    mail: 'ines@fernhill.example',
    roles: ['observer'],
  });
  const people = await house.owned<{ organisation_id: string; id: string; name: string }>(
    'select * from people',
  );
  organisation = people[0]!.organisation_id;
  priya = people.find(({ name }) => name === 'Priya Nair')!.id;
  ines = people.find(({ name }) => name === 'Ines Duarte')!.id;
});
afterAll(() => house.close());

const atDoor = <T>(work: (rows: Rows) => Promise<T>): Promise<T> =>
  atTheDoor(house.database.rows, 'read write', work);
const asInes = <T>(work: (rows: Rows) => Promise<T>): Promise<T> =>
  atDoor(async (rows) => {
    await actFor(rows, { organisation, person: ines, at: house.now() });
    return work(rows);
  });

test.each(['sign_ins', 'passwords', 'second_factors', 'recovery_codes', 'accounts', 'mail_links'])(
  'in the name of an observer %s shows only one’s own rows, and changes no other',
  async (table) => {
    const own = await asInes((rows) =>
      sql<{ person_id: string }>`select person_id from ${sql.table(table)}`.execute(rows),
    );
    expect(new Set(own.rows.map(({ person_id }) => person_id))).toEqual(
      new Set(own.rows.length === 0 ? [] : [ines]),
    );
    const all = await house.owned(`select from ${table} where person_id <> $1`, [ines]);
    if (table !== 'mail_links') expect(all.length).toBeGreaterThan(0);
  },
);

test('nobody can write a sign-in, a password or a code for somebody else', async () => {
  const at = house.now();
  await expect(
    asInes((rows) =>
      sql`insert into sign_ins values (${organisation}, ${randomUUID()}, ${priya}, ${Buffer.alloc(32)}, 'x', true, ${at}, ${at}, ${at}, null)`.execute(
        rows,
      ),
    ),
  ).rejects.toThrow(/row-level security/);
  await expect(
    asInes((rows) =>
      sql`insert into recovery_codes values (${organisation}, ${priya}, ${Buffer.alloc(32)}, null)`.execute(
        rows,
      ),
    ),
  ).rejects.toThrow(/row-level security/);
  const changed = await asInes((rows) =>
    sql`update passwords set hash = 'mine' where person_id = ${priya}`.execute(rows),
  );
  expect(changed.numAffectedRows).toBe(0n);
});

test.each([
  [
    'a sign-in',
    (at: Date) =>
      sql`insert into sign_ins values (${organisation}, ${randomUUID()}, ${priya}, ${Buffer.alloc(32)}, 'x', true, ${at}, ${at}, ${at}, null)`,
  ],
  ['a password', (at: Date) => sql`update passwords set hash = 'mine', changed_at = ${at}`],
  ['a second factor', () => sql`delete from second_factors`],
  ['the secret of an app', () => sql`select secret_locked from second_factors`],
  ['a token', () => sql`update sign_ins set token_digest = ${Buffer.alloc(32)}`],
  [
    'the roles of an invitation',
    () => sql`insert into invitation_roles values (${organisation}, ${randomUUID()}, 'admin', null)`,
  ],
])('the door neither writes nor reads %s', async (_what, statement) => {
  await expect(atDoor((rows) => statement(house.now()).execute(rows))).rejects.toThrow(
    /permission denied|row-level security/,
  );
});

/** A grant as the door would write it. */
const granted = (grant: { role: string; by: string | null; at: Date; person?: string }) => (rows: Rows) =>
  sql`insert into role_grants values (${organisation}, ${randomUUID()}, ${grant.person ?? ines}, ${grant.role}, null, ${grant.by},
    ${grant.at}, '2030-01-01', null, ${grant.by === null})`.execute(rows);

test('the door grants no role that set-up or an accepted invitation does not say', async () => {
  const at = house.now();
  for (const grant of [
    { role: 'admin', by: priya, at },
    { role: 'admin', by: null, at: new Date(at.getTime() + 1) },
    { role: 'evaluator', by: ines, at },
    { role: 'sponsor', by: priya, at, person: priya },
  ])
    await expect(atDoor(granted(grant))).rejects.toThrow(/row-level security/);
});

test('the door makes no account for somebody whom nobody invited', async () => {
  const person = randomUUID();
  await expect(
    atDoor(async (rows) => {
      await sql`insert into people values (${organisation}, ${person}, 'Mallory', null, ${house.now()})`.execute(
        rows,
      );
      await sql`insert into accounts values (${organisation}, ${person}, 'mallory@elsewhere.example', ${new Date(house.now().getTime() + 5)}, null)`.execute(
        rows,
      );
    }),
  ).rejects.toThrow(/row-level security/);
});
