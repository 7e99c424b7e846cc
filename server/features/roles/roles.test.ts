import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staged, type Stage, type StagedPerson } from '#server/access/staged.fixture.ts';
import type { Seen, Visitor } from '#server/http/test-visitor.ts';
import { monthsLater } from './roles.actions.ts';

let stage: Stage;
let organisation: string;
let ada: StagedPerson;
let bo: StagedPerson;
let program: string;
let other: string;

beforeAll(async () => {
  stage = await staged();
  organisation = await stage.organisation('Northside');
  ada = await stage.person(organisation, 'Ada', [{ role: 'admin' }]);
  program = await stage.program(organisation, 'Compass', ada.id);
  other = await stage.program(organisation, 'Lantern', ada.id);
  bo = await stage.person(organisation, 'Bo', [{ role: 'program-manager', program }]);
});
afterAll(() => stage.drop());

const give = (by: Visitor, person: string, role: string, where: string | null): Promise<Seen> =>
  by.post('/people/grants', { person, role, program: where ?? 'organisation' }, '/people');

/** The id of what was just made, as the address says. */
const idIn = (seen: Seen): string => /[0-9a-f-]{36}$/.exec(seen.to ?? '')![0];

/** What the record says of a person, oldest first. */
async function entriesAbout(person: string): Promise<string[]> {
  const rows = await stage.owned<{ kind: string }>(
    `select kind from record_private join record_pending using (organisation_id, id) where subject_id = $1 order by header ->> 'at'`,
    [person],
  );
  return rows.map(({ kind }) => kind);
}

describe('a role', () => {
  test('is given by an admin, holds at once and for 12 months, and is an entry', async () => {
    const eva = await stage.person(organisation, 'Eva');
    expect((await eva.visitor.get('/people')).status).toBe(403);
    const given = await give(ada.visitor, eva.id, 'evaluator', program);
    expect(given.status).toBe(303);
    const page = await eva.visitor.get(`/p/${program}/roles`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Eva');
    expect(page.text).toContain('25 Nov 2027');
    expect(await entriesAbout(eva.id)).toEqual(['role.granted']);
    expect((await ada.visitor.get(given.to!)).text).toContain('Eva is evaluator now.');
  });

  test('is taken away at once, and given back as it was within the hour', async () => {
    const sam = await stage.person(organisation, 'Sam');
    const id = idIn(await give(ada.visitor, sam.id, 'sponsor', program));
    const ended = await ada.visitor.post(`/people/grants/${id}/end`, {}, '/people');
    expect((await sam.visitor.get(`/p/${program}/roles`)).status).toBe(404);
    expect((await ada.visitor.get(ended.to!)).text).toContain(`/people/grants/${id}/undo`);
    await ada.visitor.post(`/people/grants/${id}/undo`, {}, '/people');
    expect((await sam.visitor.get(`/p/${program}/roles`)).status).toBe(200);
    expect(await entriesAbout(sam.id)).toEqual(['role.granted', 'role.ended', 'role.granted']);
  });

  test('is not given back after more than an hour', async () => {
    const tom = await stage.person(organisation, 'Tom');
    const id = idIn(await give(ada.visitor, tom.id, 'sponsor', program));
    await ada.visitor.post(`/people/grants/${id}/end`, {}, '/people');
    await stage.owned(`update role_grants set ended_at = ended_at - interval '61 minutes' where id = $1`, [
      id,
    ]);
    expect((await ada.visitor.post(`/people/grants/${id}/undo`, {}, '/people')).status).toBe(410);
  });

  test('is not given to oneself, nor renewed, nor given back', async () => {
    const refused = await give(ada.visitor, ada.id, 'evaluator', program);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('given by somebody else');
    const [own] = await stage.owned<{ id: string }>('select id from role_grants where person_id = $1', [
      ada.id,
    ]);
    expect((await ada.visitor.post(`/people/grants/${own!.id}/renew`, {}, '/people')).status).toBe(422);
  });

  test('is given by admins alone', async () => {
    expect((await give(bo.visitor, bo.id, 'evaluator', program)).status).toBe(403);
  });

  test('is given by an admin of a program in that program alone', async () => {
    const vic = await stage.person(organisation, 'Vic', [{ role: 'admin', program }]);
    expect((await give(vic.visitor, bo.id, 'evaluator', program)).status).toBe(303);
    expect((await give(vic.visitor, bo.id, 'evaluator', other)).status).toBe(403);
    expect((await give(vic.visitor, bo.id, 'observer', null)).status).toBe(403);
  });

  test('is held in the whole organisation by admins and observers only', async () => {
    const uma = await stage.person(organisation, 'Uma');
    expect((await give(ada.visitor, uma.id, 'sponsor', null)).status).toBe(422);
    expect((await give(ada.visitor, uma.id, 'observer', null)).status).toBe(303);
  });

  test('is held once', async () => {
    const ken = await stage.person(organisation, 'Ken');
    expect((await give(ada.visitor, ken.id, 'sponsor', program)).status).toBe(303);
    expect((await give(ada.visitor, ken.id, 'sponsor', program)).status).toBe(422);
  });

  test('that others exclude is refused with both names and why, wherever one of them is held everywhere', async () => {
    const oda = await stage.person(organisation, 'Oda', [{ role: 'observer' }]);
    const refused = await give(ada.visitor, oda.id, 'admin', program);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(
      'Observer and admin: who watches the rules must not be the one who sets them.',
    );
    const ira = await stage.person(organisation, 'Ira', [{ role: 'integrity-contact', program }]);
    expect((await give(ada.visitor, ira.id, 'program-manager', program)).status).toBe(422);
    expect((await give(ada.visitor, ira.id, 'program-manager', other)).status).toBe(303);
  });

  test('lapses at the end of its last day in the zone of the organisation, and can be given again', async () => {
    const far = await stage.organisation('Farside', 'Pacific/Auckland');
    const noa = await stage.person(far, 'Noa', [{ role: 'admin' }]);
    const place = await stage.program(far, 'Kea', noa.id);
    const grants = [{ role: 'sponsor', program: place, endsOn: '2026-11-25' }] as const;
    const pia = await stage.person(far, 'Pia', grants);
    // At 12:00 UTC it is 01:00 of 26 November in Auckland.
    expect((await pia.visitor.get(`/p/${place}/roles`)).status).toBe(404);
    stage.time = new Date('2026-11-25T10:00:00Z');
    expect((await pia.visitor.get(`/p/${place}/roles`)).status).toBe(200);
    stage.time = new Date('2026-11-25T12:00:00Z');
    expect((await give(noa.visitor, pia.id, 'sponsor', place)).status).toBe(303);
    expect((await pia.visitor.get(`/p/${place}/roles`)).status).toBe(200);
  });

  test('given 50 times at once is given once', async () => {
    const max = await stage.person(organisation, 'Max');
    await ada.visitor.get('/people');
    const tries = Array.from({ length: 50 }, () =>
      ada.visitor.send('POST', '/people/grants', { person: max.id, role: 'sponsor', program }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 422)).toHaveLength(49);
    expect(await entriesAbout(max.id)).toEqual(['role.granted']);
  });
});

test('who makes a program manages it, also an admin; an entry says so', async () => {
  const nell = await stage.person(organisation, 'Nell', [{ role: 'admin' }]);
  const made = await nell.visitor.post(
    '/programs',
    { name: 'Anchor', template: 'leadership' },
    '/programs/new',
  );
  const id = /[0-9a-f-]{36}/.exec(made.to!)![0];
  const held = await stage.owned(
    'select role, program_id, by_set_up from role_grants where granted_by = $1',
    [nell.id],
  );
  expect(held).toEqual([{ role: 'program-manager', program_id: id, by_set_up: false }]);
  expect(await entriesAbout(nell.id)).toContain('role.granted');
});

describe('the last admin', () => {
  test('stays: cannot be taken away, and does not lapse', async () => {
    const alone = await stage.organisation('Lone');
    const liv = await stage.person(alone, 'Liv', [{ role: 'admin', endsOn: '2026-11-01' }]);
    const [own] = await stage.owned<{ id: string }>('select id from role_grants where person_id = $1', [
      liv.id,
    ]);
    const page = await liv.visitor.get('/people');
    expect(page.status).toBe(200);
    expect(page.text).toContain('the last admin stays');
    const refused = await liv.visitor.post(`/people/grants/${own!.id}/end`, {}, '/people');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('last admin');
  });

  test('of two who take each other away at once, one stays', async () => {
    const pair = await stage.organisation('Pair');
    const two = await Promise.all(
      ['Uno', 'Due'].map((name) => stage.person(pair, name, [{ role: 'admin' }])),
    );
    const ids = await Promise.all(
      two.map(async ({ id }) => {
        const [row] = await stage.owned<{ id: string }>('select id from role_grants where person_id = $1', [
          id,
        ]);
        return row!.id;
      }),
    );
    await Promise.all(two.map(({ visitor }) => visitor.get('/people')));
    const answers = await Promise.all(
      two.map(({ visitor }, i) => visitor.send('POST', `/people/grants/${ids[1 - i]!}/end`, {})),
    );
    expect(answers.map(({ status }) => status).filter((status) => status < 300)).toHaveLength(1);
    const left = await stage.owned(
      'select id from role_grants where organisation_id = $1 and ended_at is null',
      [pair],
    );
    expect(left).toHaveLength(1);
  });
});

describe('twelve months later', () => {
  test('is the same day, or the last of February', () => {
    expect(monthsLater('2026-11-25', 12)).toBe('2027-11-25');
    expect(monthsLater('2028-02-29', 12)).toBe('2029-02-28');
    expect(monthsLater('2026-12-31', 2)).toBe('2027-02-28');
  });
});
