import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staged, type Stage, type StagedPerson } from '#server/access/staged.fixture.ts';
import { tidyRoles } from './tidy-roles.ts';

let stage: Stage;
let organisation: string;
let program: string;
let ada: StagedPerson;

beforeAll(async () => {
  stage = await staged();
  organisation = await stage.organisation('Northside');
  ada = await stage.person(organisation, 'Ada', [{ role: 'admin', endsOn: '2026-11-20' }]);
  program = await stage.program(organisation, 'Compass', ada.id);
});
afterAll(() => stage.drop());

const tidy = (): Promise<number> => {
  const { clock, recordEntry } = stage.parts;
  return tidyRoles({ database: stage.database.rows, clock, recordEntry });
};

async function heldBy(person: string): Promise<string[]> {
  const rows = await stage.owned<{ role: string }>(
    'select role from role_grants where person_id = $1 and ended_at is null order by granted_at, role',
    [person],
  );
  return rows.map(({ role }) => role);
}

/** The newest entry about somebody: its kind, and whether nobody in particular acted. */
async function entryAbout(person: string): Promise<unknown> {
  const rows = await stage.owned(
    `select kind, header ->> 'actor' as actor from record_private join record_pending using (organisation_id, id)
     where subject_id = $1 order by header ->> 'at' desc limit 1`,
    [person],
  );
  return rows[0];
}

describe('every night', () => {
  test('a grant whose time is over ends, with an entry by nobody in particular', async () => {
    const sam = await stage.person(organisation, 'Sam', [{ role: 'sponsor', program, endsOn: '2026-11-24' }]);
    const tom = await stage.person(organisation, 'Tom', [{ role: 'sponsor', program, endsOn: '2026-11-25' }]);
    expect(await tidy()).toBe(1);
    expect(await heldBy(sam.id)).toEqual([]);
    expect(await heldBy(tom.id)).toEqual(['sponsor']);
    expect(await entryAbout(sam.id)).toEqual({ kind: 'role.ended', actor: 'system' });
  });

  test('the last admin stays, though over', async () => {
    await tidy();
    expect(await heldBy(ada.id)).toEqual(['admin']);
  });

  test('of two roles that exclude each other the younger ends, however they came there', async () => {
    const ira = await stage.person(organisation, 'Ira', [{ role: 'integrity-contact' }]);
    stage.time = new Date('2026-11-25T13:00:00Z');
    await stage.owned(
      `insert into role_grants (organisation_id, id, person_id, role, program_id, granted_by, granted_at, ends_on, by_set_up)
       values ($1, gen_random_uuid(), $2, 'program-manager', $3, $4, $5, '2027-11-25', false)`,
      [organisation, ira.id, program, ada.id, stage.time],
    );
    expect(await tidy()).toBe(1);
    expect(await heldBy(ira.id)).toEqual(['integrity-contact']);
    expect(await entryAbout(ira.id)).toEqual({ kind: 'role.ended', actor: 'system' });
  });

  test('an act that nobody answered in 14 days is closed', async () => {
    const pm = await stage.person(organisation, 'Pia', [{ role: 'program-manager', program }]);
    const { id } = await stage.person(organisation, 'Kim');
    const seen = await pm.visitor.post(
      `/p/${program}/roles/box-keeper`,
      { person: id },
      `/p/${program}/roles`,
    );
    const act = /[0-9a-f-]{36}$/.exec(seen.to!)![0];
    stage.time = new Date('2026-12-09T13:00:00Z');
    await tidy();
    expect(await stage.owned('select state from two_person_acts where id = $1', [act])).toEqual([
      { state: 'lapsed' },
    ]);
  });

  test('a second look finds nothing more to do', async () => {
    await tidy();
    expect(await tidy()).toBe(0);
  });
});
