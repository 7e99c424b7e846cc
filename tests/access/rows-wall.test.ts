import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staged, type Stage, type StagedPerson } from '#server/access/staged.fixture.ts';
import { makeRowPolicies } from '#server/access/make-row-policies.ts';
import { TABLES } from '#server/access/tables.ts';
import { actFor, atTheDoor } from '#server/database/transaction.ts';
import { openDatabase } from '#server/database/database.ts';
import type { Rows } from '#server/scope.ts';

let stage: Stage;
let here: string;
let there: string;
let ada: StagedPerson;
let cy: StagedPerson;
let program: string;

beforeAll(async () => {
  stage = await staged();
  here = await stage.organisation('Here');
  there = await stage.organisation('There');
  ada = await stage.person(here, 'Ada', [
    { role: 'admin' },
    { role: 'program-manager' },
    { role: 'evaluator' },
  ]);
  cy = await stage.person(there, 'Cy', [{ role: 'admin' }, { role: 'program-manager' }]);
  program = await stage.program(here, 'Compass', ada.id);
  await stage.program(there, 'Lantern', cy.id);
});
afterAll(() => stage.drop());

/** Tables that the rows of organisations live in, with what app_rt may read of them. */
const READABLE = Object.entries(TABLES).filter(
  ([, line]) =>
    line.organisation !== null && 'people' in line && 'read' in (line as { people: object }).people,
);

/** Work as a person, in one transaction that is undone. */
async function as<T>(
  person: StagedPerson | null,
  organisation: string,
  work: (rows: Rows) => Promise<T>,
): Promise<T> {
  return atTheDoor(stage.database.rows, 'read write', async (rows) => {
    if (person === null) await sql`set local role app_rt`.execute(rows);
    else await actFor(rows, { organisation, person: person.id, at: stage.time });
    return work(rows);
  });
}

async function countIn(rows: Rows, table: string, where = 'true'): Promise<number> {
  const found = await sql
    .raw<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`)
    .execute(rows);
  return found.rows[0]!.n;
}

describe('the wall of rows', () => {
  test('shows nothing of any table without a context', async () => {
    expect(READABLE.length).toBeGreaterThan(5);
    await as(null, here, async (rows) => {
      for (const [table] of READABLE) expect([table, await countIn(rows, table)]).toEqual([table, 0]);
    });
  });

  test('shows nothing of another organisation, whatever the roles and whatever a statement forgot', async () => {
    await as(ada, here, async (rows) => {
      for (const [table, { organisation }] of READABLE)
        expect([table, await countIn(rows, table, `${organisation!} <> '${here}'`)]).toEqual([table, 0]);
      expect(await countIn(rows, 'people')).toBe(1);
      expect(await countIn(rows, 'programs')).toBe(1);
    });
  });

  test('is not opened by an organisation in which the person is not', async () => {
    await as(cy, here, async (rows) => {
      expect(await countIn(rows, 'programs')).toBe(0);
    });
  });

  test('holds a context inside its transaction only; afterwards the setting is empty, and that is nobody', async () => {
    const one = openDatabase(stage.database.login, { most: 1 });
    await atTheDoor(one.rows, 'read only', (rows) =>
      actFor(rows, { organisation: here, person: ada.id, at: stage.time }),
    );
    await expect(sql`select count(*) from people`.execute(one.rows)).rejects.toThrow('permission denied');
    const left = await sql<{ set: string }>`select current_setting('app.organisation', true) as set`.execute(
      one.rows,
    );
    expect(left.rows[0]!.set).toBe('');
    const seen = await one.rows.transaction().execute(async (rows) => {
      await sql`set local role app_rt`.execute(rows);
      return countIn(rows, 'people');
    });
    expect(seen).toBe(0);
    await one.close();
  });

  test('is not moved by a piece of a statement that somebody put in', async () => {
    const tries = [
      `select set_config('app.organisation', '${there}', true)`,
      `select set_config('role', 'app_door', true)`,
      `select query_to_xml('set local app.organisation to ''${there}''', true, true, '')`,
    ];
    for (const statement of tries) {
      const tried = as(ada, here, (rows) => sql.raw(statement).execute(rows));
      await expect(tried).rejects.toThrow('permission denied');
    }
    const two = as(ada, here, (rows) => sql`select ${1}; set local app.organisation = ''`.execute(rows));
    await expect(two).rejects.toThrow('multiple commands');
  });

  test('is left by a role on the day after its last', async () => {
    const grants = [{ role: 'sponsor', program, endsOn: '2026-11-25' }] as const;
    const dan = await stage.person(here, 'Dan', grants);
    await as(dan, here, async (rows) => {
      expect(await countIn(rows, 'programs')).toBe(1);
      await actFor(rows, { organisation: here, person: dan.id, at: new Date('2026-11-26T00:00:01Z') });
      expect(await countIn(rows, 'programs')).toBe(0);
    });
  });

  test('lets nobody give a role to oneself, or a box keeper alone', async () => {
    const add = (role: string, to: string): Promise<unknown> =>
      as(ada, here, (rows) =>
        sql`insert into role_grants (organisation_id, id, person_id, role, program_id, granted_by, granted_at, ends_on)
          values (${here}, gen_random_uuid(), ${to}, ${role}, ${program}, ${ada.id}, now(), '2027-11-25')`.execute(
          rows,
        ),
      );
    const eve = await stage.person(here, 'Eve');
    await expect(add('sponsor', ada.id)).rejects.toThrow('row-level security');
    await expect(add('box-keeper', eve.id)).rejects.toThrow('row-level security');
    await expect(add('sponsor', eve.id)).resolves.toBeDefined();
  });

  test('lets the owner of the tables see no more than anybody', async () => {
    const owner = openDatabase({ ...stage.database.owner, options: '-c role=app_owner' }, { most: 1 });
    expect(
      (await sql<{ n: number }>`select count(*)::int as n from people`.execute(owner.rows)).rows[0]!.n,
    ).toBe(0);
    await owner.close();
  });
});

describe('in the catalogue of the database', () => {
  test('every table has row security that holds its owner too', async () => {
    const open = await stage.owned<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });

  test('every key starts with the organisation, and so does every reference', async () => {
    const keys = await stage.owned<{ table: string; key: string }>(
      `select conrelid::regclass::text as table, attname as key from pg_constraint
       join pg_attribute on attrelid = conrelid and attnum = conkey[1] where contype in ('p', 'f')
       and connamespace = 'public'::regnamespace`,
    );
    const before = ['organisations', 'mail_link_requests', 'set_up_links', 'migrations', 'migration_lock'];
    const odd = keys.filter(({ table, key }) => key !== 'organisation_id' && !before.includes(table));
    expect(odd).toEqual([]);
    expect(keys.length).toBeGreaterThan(20);
  });

  test('no role of the application may more than read, add, change and remove', async () => {
    const more = await stage.owned(
      `select table_name, grantee, privilege_type from information_schema.table_privileges
       where table_schema = 'public' and grantee in ('app_rt', 'app_door', 'app_sealer', 'app_login', 'PUBLIC')
       and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,
    );
    expect(more).toEqual([]);
    const owned = await stage.owned(
      `select relname from pg_class where relowner in (select oid from pg_roles where rolname in ('app_rt', 'app_door', 'app_sealer', 'app_login'))`,
    );
    expect(owned).toEqual([]);
  });

  test('every view reads with the rights of whoever asks, and no function has rights of its own', async () => {
    const views = await stage.owned<{ relname: string; reloptions: string[] }>(
      `select relname, reloptions from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
    );
    expect(views).toEqual([{ relname: 'role_grants_in_force', reloptions: ['security_invoker=true'] }]);
    const functions = await stage.owned(
      `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
    );
    expect(functions).toEqual([]);
  });

  test('every policy asks for roles once per statement and not once per row', async () => {
    const policies = await stage.owned<{ tablename: string; text: string }>(
      `select tablename, concat(qual, ' ', with_check) as text from pg_policies where schemaname = 'public'`,
    );
    const perRow = policies.filter(({ text }) =>
      /app_reach\(/.test(text.replaceAll(/SELECT app_reach\(/g, '')),
    );
    expect(perRow).toEqual([]);
    expect(policies.filter(({ text }) => text.includes('SELECT app_reach')).length).toBeGreaterThan(5);
  });

  test('a view that would show what its owner sees is refused', async () => {
    const owner = openDatabase({ ...stage.database.owner, options: '-c role=app_owner' }, { most: 1 });
    const tried = owner.rows.transaction().execute(async (rows) => {
      await sql`create view all_people as select * from people`.execute(rows);
      await makeRowPolicies(rows);
    });
    await expect(tried).rejects.toThrow('all_people');
    await owner.close();
  });

  test('a table without a line is refused', async () => {
    const owner = openDatabase({ ...stage.database.owner, options: '-c role=app_owner' }, { most: 1 });
    const tried = owner.rows.transaction().execute(async (rows) => {
      await sql`create table forgotten (organisation_id uuid, id uuid)`.execute(rows);
      await makeRowPolicies(rows);
    });
    await expect(tried).rejects.toThrow('forgotten');
    await owner.close();
  });
});

test('the door reaches only what its lines say', async () => {
  const closed = Object.entries(TABLES).filter(([, line]) => !('door' in line));
  expect(closed.map(([table]) => table)).toContain('programs');
  for (const [table] of closed) {
    const tried = atTheDoor(stage.database.rows, 'read only', (rows) => countIn(rows, table));
    await expect(tried).rejects.toThrow('permission denied');
  }
});
