import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staged, type Stage, type StagedPerson } from '#server/access/staged.fixture.ts';
import type { Seen } from '#server/http/test-visitor.ts';
import { ROLES } from '#server/access/roles.ts';
import { exactChange } from './act-digest.ts';
import { actDefinitions } from './acts-found.ts';
import { partsOf } from './acts-shown.ts';

let stage: Stage;
let organisation: string;
let program: string;
let priya: StagedPerson;
let ines: StagedPerson;
let admin: StagedPerson;

beforeAll(async () => {
  stage = await staged();
  organisation = await stage.organisation('Fernhill');
  admin = await stage.person(organisation, 'Ada', [{ role: 'admin' }]);
  program = await stage.program(organisation, 'Compass', admin.id);
  priya = await stage.person(organisation, 'Priya', [{ role: 'program-manager', program }]);
  ines = await stage.person(organisation, 'Ines', [{ role: 'observer', program }]);
});
afterAll(() => stage.drop());

/** Priya asks for somebody new as box keeper: the id of the act, and of that person. */
async function asked(name: string): Promise<{ act: string; person: string }> {
  const { id } = await stage.person(organisation, name);
  const seen = await priya.visitor.post(
    `/p/${program}/roles/box-keeper`,
    { person: id },
    `/p/${program}/roles`,
  );
  return { act: /[0-9a-f-]{36}$/.exec(seen.to!)![0], person: id };
}

const digestOn = (seen: Seen): string => /name="digest" value="([0-9a-f]{64})"/.exec(seen.text)![1]!;

async function agree(who: StagedPerson, act: string): Promise<Seen> {
  const page = await who.visitor.get(`/acts/${act}`);
  return who.visitor.post(`/acts/${act}/agree`, { digest: digestOn(page) });
}

async function stateOf(act: string): Promise<string> {
  const [row] = await stage.owned<{ state: string }>('select state from two_person_acts where id = $1', [
    act,
  ]);
  return row!.state;
}

async function rolesOf(person: string): Promise<string[]> {
  const rows = await stage.owned<{ role: string }>('select role from role_grants where person_id = $1', [
    person,
  ]);
  return rows.map(({ role }) => role);
}

describe('an act of two people', () => {
  test('shows exactly what will be done with its digest, and is done when the second person agrees', async () => {
    const { act, person } = await asked('Hanna');
    expect(await rolesOf(person)).toEqual([]);
    expect((await ines.visitor.get('/acts')).text).toContain(`/acts/${act}`);
    const page = await ines.visitor.get(`/acts/${act}`);
    const { digest } = exactChange({ role: 'box-keeper', person, name: 'Hanna', program });
    expect(digestOn(page)).toBe(digest);
    expect(page.text).toContain('Hanna');
    const mails = await stage.owned<{ person_id: string; says: { path: string } }>(
      `select person_id, says from outbox where once_key like $1`,
      [`act/${act}/%`],
    );
    expect(mails).toMatchObject([{ person_id: ines.id, says: { path: `/acts/${act}` } }]);
    expect((await agree(ines, act)).status).toBe(303);
    expect(await stateOf(act)).toBe('agreed');
    expect(await rolesOf(person)).toEqual(['box-keeper']);
    const entries = await stage.owned<{ kind: string }>(
      `select kind from record_private join record_pending using (organisation_id, id)
       where organisation_id = $1 order by header ->> 'at'`,
      [organisation],
    );
    expect(entries.map(({ kind }) => kind)).toEqual(['act.asked', 'role.granted', 'act.confirmed']);
  });

  test('is never confirmed by who asked', async () => {
    const { act } = await asked('Gil');
    const both = await stage.person(organisation, 'Both', [
      { role: 'program-manager', program },
      { role: 'observer', program },
    ]);
    await stage.owned('update two_person_acts set asked_by = $1 where id = $2', [both.id, act]);
    const page = await both.visitor.get(`/acts/${act}`);
    expect(page.text).not.toContain('name="digest"');
    const own = await both.visitor.send('POST', `/acts/${act}/agree`, { digest: 'a'.repeat(64) });
    expect(own.status).toBe(403);
    await expect(
      stage.owned(
        `update two_person_acts set state = 'agreed', answered_by = asked_by, answered_at = asked_at where id = $1`,
        [act],
      ),
    ).rejects.toThrow(/check/);
  });

  test('is confirmed by an observer and not by a sponsor, unless nobody is observer', async () => {
    const lone = await stage.program(organisation, 'Lone', admin.id);
    const manager = await stage.person(organisation, 'Mia', [{ role: 'program-manager', program: lone }]);
    const sponsor = await stage.person(organisation, 'David', [
      { role: 'sponsor', program: lone },
      { role: 'sponsor', program },
    ]);
    const { act } = await asked('Rae');
    expect((await sponsor.visitor.get(`/acts/${act}`)).text).not.toContain('name="digest"');
    expect(
      (await sponsor.visitor.send('POST', `/acts/${act}/agree`, { digest: 'a'.repeat(64) })).status,
    ).toBe(403);
    const { id } = await stage.person(organisation, 'Kay');
    const there = await manager.visitor.post(
      `/p/${lone}/roles/box-keeper`,
      { person: id },
      `/p/${lone}/roles`,
    );
    const elsewhere = /[0-9a-f-]{36}$/.exec(there.to!)![0];
    expect((await agree(sponsor, elsewhere)).status).toBe(303);
    expect(await rolesOf(id)).toEqual(['box-keeper']);
  });

  test('is not there for people without a role in the program', async () => {
    const { act } = await asked('Noor');
    const outside = await stage.program(organisation, 'Outside', admin.id);
    const olga = await stage.person(organisation, 'Olga', [{ role: 'observer', program: outside }]);
    expect((await olga.visitor.get(`/acts/${act}`)).status).toBe(404);
    expect((await olga.visitor.send('POST', `/acts/${act}/decline`, {})).status).toBe(404);
  });

  test('asks the second person to show who they are again', async () => {
    const { act, person } = await asked('Wes');
    const page = await ines.visitor.get(`/acts/${act}`);
    stage.time = new Date('2026-11-25T12:20:00Z');
    const seen = await ines.visitor.post(`/acts/${act}/agree`, { digest: digestOn(page) });
    stage.time = new Date('2026-11-25T12:00:00Z');
    expect(seen.to).toBe(`/signin/again?to=${encodeURIComponent(`/acts/${act}`)}`);
    expect(await rolesOf(person)).toEqual([]);
  });

  test('is agreed to by its digest and no other', async () => {
    const { act, person } = await asked('Zoe');
    await ines.visitor.get(`/acts/${act}`);
    const seen = await ines.visitor.post(`/acts/${act}/agree`, { digest: 'b'.repeat(64) });
    expect(seen.status).toBe(409);
    expect(await stateOf(act)).toBe('waiting');
    expect(await rolesOf(person)).toEqual([]);
  });

  test('is not done when what would be done is not what was asked', async () => {
    const { act, person } = await asked('Old');
    await stage.owned(`update people set name = 'New' where id = $1`, [person]);
    expect((await agree(ines, act)).status).toBe(409);
    expect(await stateOf(act)).toBe('waiting');
    expect(await rolesOf(person)).toEqual([]);
  });

  test('is not done when who asked no longer holds the role', async () => {
    const { act } = await asked('Pat');
    await stage.owned('update role_grants set ended_at = granted_at where person_id = $1', [priya.id]);
    const seen = await agree(ines, act);
    await stage.owned('update role_grants set ended_at = null where person_id = $1', [priya.id]);
    expect(seen.status).toBe(409);
    expect(seen.text).toContain('Priya, who asked, no longer holds the role');
    expect(await stateOf(act)).toBe('waiting');
  });

  test('is over after 14 days', async () => {
    const { act } = await asked('Lea');
    await stage.owned(
      `update two_person_acts set asked_at = asked_at - interval '15 days', expires_at = expires_at - interval '14 days'
       where id = $1`,
      [act],
    );
    expect((await ines.visitor.get(`/acts/${act}`)).text).toContain('nobody answered in time');
    expect((await ines.visitor.send('POST', `/acts/${act}/agree`, { digest: 'a'.repeat(64) })).status).toBe(
      410,
    );
  });

  test('is declined without anything being done, and then asked anew', async () => {
    const { act, person } = await asked('Ida');
    await ines.visitor.get(`/acts/${act}`);
    expect((await ines.visitor.post(`/acts/${act}/decline`)).status).toBe(303);
    expect(await stateOf(act)).toBe('declined');
    expect(await rolesOf(person)).toEqual([]);
    const again = await priya.visitor.post(
      `/p/${program}/roles/box-keeper`,
      { person },
      `/p/${program}/roles`,
    );
    expect(again.status).toBe(303);
    const twice = await priya.visitor.post(`/p/${program}/roles/box-keeper`, { person });
    expect(twice.status).toBe(409);
  });

  test('is taken back by who asked, and by nobody else', async () => {
    const { act } = await asked('Joe');
    expect((await ines.visitor.send('POST', `/acts/${act}/withdraw`, {})).status).toBe(403);
    await priya.visitor.get(`/acts/${act}`);
    expect((await priya.visitor.post(`/acts/${act}/withdraw`)).status).toBe(303);
    expect(await stateOf(act)).toBe('withdrawn');
  });

  test('confirmed 50 times at once is done once', async () => {
    const { act, person } = await asked('Fay');
    const digest = digestOn(await ines.visitor.get(`/acts/${act}`));
    const tries = Array.from({ length: 50 }, () =>
      ines.visitor.send('POST', `/acts/${act}/agree`, { digest }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 410)).toHaveLength(49);
    expect(await rolesOf(person)).toEqual(['box-keeper']);
  });
});

describe('a kind of act', () => {
  test('names roles that are there, and never lets the same role stand on both sides alone', async () => {
    const known: readonly string[] = ROLES;
    for (const { asks, confirms, otherwise = [] } of (await actDefinitions()).values()) {
      for (const role of [...asks, ...confirms, ...otherwise]) expect(known).toContain(role);
      expect(confirms.length).toBeGreaterThan(0);
    }
  });
});

test('the parts of a change name every value once', () => {
  expect(partsOf({ a: [1, { b: null }], c: 'x', d: [], e: false })).toEqual([
    { at: 'a.0', value: '1' },
    { at: 'a.1.b', value: 'null' },
    { at: 'c', value: 'x' },
    { at: 'd', value: '[]' },
    { at: 'e', value: 'false' },
  ]);
});
