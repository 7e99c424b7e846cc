import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  enrolled,
  joinHouse,
  openHouse,
  setUpHouse,
  type House,
  type Inhabitant,
} from '#server/http/house.fixture.ts';
import type { Seen } from '#server/http/test-visitor.ts';

let house: House;
let priya: Inhabitant;
beforeAll(async () => {
  house = await openHouse();
  priya = await setUpHouse(house);
});
afterAll(() => house.close());

/** Invites an observer; the answer shows the link. */
async function invited(name: string, mail: string, roles: readonly string[] = ['observer']): Promise<Seen> {
  return priya.visitor.post('/invitations', { name, mail, 'roles[]': roles, program: '' }, '/invitations');
}

const linkOn = ({ text }: Seen): string =>
  /value="http:\/\/127\.0\.0\.1:4000(\/invitation\/[\w-]+)"/.exec(text)![1]!;

/** Keeps the first person signed in. */
async function stayed(minutes: number): Promise<void> {
  for (let past = 0; past < minutes; past += 25) {
    house.pass(25);
    await priya.visitor.get('/account');
    const noted = async () => house.owned('select from sign_ins where last_seen_at = $1', [house.now()]);
    while ((await noted()).length === 0);
  }
}

test('somebody is invited, accepts in a browser of their own, and works here with the role', async () => {
  const ines = await joinHouse(house, priya.visitor, {
    name: 'Ines Duarte',
    mail: 'ines@fernhill.example',
    roles: ['observer'],
  });
  expect((await ines.visitor.get('/account')).text).toContain('ines@fernhill.example');
  expect((await ines.visitor.get('/invitations')).status).toBe(403);
  const grants = await house.owned<{ role: string; granter: string; by_set_up: boolean }>(
    `select role, granter.name as granter, by_set_up from role_grants
     join people on people.id = person_id join people as granter on granter.id = granted_by where people.name = 'Ines Duarte'`,
  );
  expect(grants).toEqual([{ role: 'observer', granter: 'Priya Nair', by_set_up: false }]);
  const told = await house.owned<{ kind: string }>(
    `select kind from record_private where kind in ('person.invited', 'role.granted') order by kind`,
  );
  expect(told.map(({ kind }) => kind)).toEqual([
    'person.invited',
    ...new Array<string>(4).fill('role.granted'),
  ]);
});

test('the page of an invitation says who asks and for what, and a visit uses nothing up', async () => {
  const path = linkOn(await invited('David Kim', 'david@fernhill.example'));
  for (let turn = 0; turn < 3; turn++) {
    const seen = await house.visitor().get(path);
    expect(seen.status).toBe(200);
    for (const told of ['Fernhill Group', 'Priya Nair', 'Observer', 'David Kim'])
      expect(seen.text).toContain(told);
  }
});

test('50 who accept one invitation at once make one account', async () => {
  const path = linkOn(await invited('Hanna Krüger', 'hanna@fernhill.example'));
  const visitors = Array.from({ length: 50 }, () => house.visitor());
  for (const visitor of visitors) await visitor.get(path);
  const answers = await Promise.all(
    visitors.map((visitor) => visitor.post(path, { name: 'Hanna Krüger', password: '' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, ...new Array<number>(49).fill(410)]);
  expect(await house.owned(`select from people where name = 'Hanna Krüger'`)).toHaveLength(1);
  expect(house.faults).toEqual([]);
});

test('an invitation is over after seven days, when it is withdrawn, and when its link was made up', async () => {
  const late = linkOn(await invited('Late Person', 'late@fernhill.example'));
  const withdrawn = await invited('Gone Person', 'gone@fernhill.example');
  const list = await priya.visitor.get('/invitations');
  const [, id] = /Gone Person[\s\S]*?\/invitations\/([0-9a-f-]{36})\/withdrawal/.exec(list.text)!;
  expect((await priya.visitor.post(`/invitations/${id}/withdrawal`)).to).toBe('/invitations');
  expect((await priya.visitor.post(`/invitations/${id}/withdrawal`)).status).toBe(404);
  expect((await house.visitor().get(linkOn(withdrawn))).status).toBe(410);
  expect((await house.visitor().get(`/invitation/${'A'.repeat(22)}`)).status).toBe(410);
  house.pass(7 * 24 * 60);
  expect((await house.visitor().get(late)).status).toBe(410);
  house.pass(-7 * 24 * 60);
});

test.each([
  [{ name: '', mail: 'a@fernhill.example', 'roles[]': ['observer'], program: '' }, 'name'],
  [{ name: 'A', mail: 'nobody', 'roles[]': ['observer'], program: '' }, 'mail'],
  [{ name: 'A', mail: 'INES@fernhill.example', 'roles[]': ['observer'], program: '' }, 'mail'],
  [{ name: 'A', mail: 'david@fernhill.example', 'roles[]': ['observer'], program: '' }, 'mail'],
  [{ name: 'A', mail: 'a@fernhill.example', 'roles[]': ['observer', 'admin'], program: '' }, 'roles'],
  [{ name: 'A', mail: 'a@fernhill.example', 'roles[]': ['sponsor'], program: '' }, 'program'],
  [
    {
      name: 'A',
      mail: 'a@fernhill.example',
      'roles[]': ['sponsor'],
      program: '6f0c2a7e-6d0b-4a5d-9a55-0d6b6c1f2e3d',
    },
    'program',
  ],
])('%j is refused at its field', async (values, field) => {
  const refused = await priya.visitor.post('/invitations', values, '/invitations');
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(`href="#field-${field}"`);
});

test('a role that nobody offers, and a field that nobody asked for, are refused', async () => {
  const base = { name: 'A', mail: 'a@fernhill.example', 'roles[]': ['observer'], program: '' };
  expect(
    (await priya.visitor.post('/invitations', { ...base, 'roles[]': ['owner'] }, '/invitations')).status,
  ).toBe(422);
  expect(
    (await priya.visitor.post('/invitations', { ...base, by_set_up: 'true' }, '/invitations')).status,
  ).toBe(400);
});

test('an invitation of somebody who may invite no more is worth nothing', async () => {
  const admin = await joinHouse(house, priya.visitor, {
    name: 'Other Admin',
    mail: 'other@fernhill.example',
    roles: ['admin'],
  });
  const shown = await admin.visitor.post(
    '/invitations',
    { name: 'Friend', mail: 'friend@fernhill.example', 'roles[]': ['admin'], program: '' },
    '/invitations',
  );
  const path = linkOn(shown);
  const friend = house.visitor();
  expect((await friend.get(path)).status).toBe(200);
  await house.owned(
    `update role_grants set ended_at = $1 from people where people.id = person_id and name = 'Other Admin'`,
    [house.now()],
  );
  expect((await friend.post(path, { name: 'Friend', password: '' }, '/signin')).status).toBe(410);
});

test('whose role changed must sign in again, at once', async () => {
  const eve = await joinHouse(house, priya.visitor, {
    name: 'Eve Stone',
    mail: 'eve@fernhill.example',
    roles: ['admin'],
  });
  expect((await eve.visitor.get('/invitations')).status).toBe(200);
  house.pass(1);
  await house.owned(
    `update role_grants set ended_at = $1 from people where people.id = person_id and name = 'Eve Stone'`,
    [house.now()],
  );
  expect((await eve.visitor.get('/account')).to).toMatch(/^\/signin/);
  const posted = await eve.visitor.post('/invitations', {
    name: 'X',
    mail: 'x@fernhill.example',
    'roles[]': ['observer'],
    program: '',
  });
  expect(posted.to).toMatch(/^\/signin/);
});

test('an account that was closed is signed out at once, gets no link, and its address can be invited anew', async () => {
  const max = await joinHouse(house, priya.visitor, {
    name: 'Max Frei',
    mail: 'max@fernhill.example',
    roles: ['observer'],
  });
  await house.owned(`update accounts set closed_at = $1 where mail_key = 'max@fernhill.example'`, [
    house.now(),
  ]);
  expect((await max.visitor.get('/account')).to).toMatch(/^\/signin/);
  const visitor = house.visitor();
  await visitor.get('/signin');
  await visitor.post('/signin/link', { mail: 'max@fernhill.example', to: '/', password: '' });
  const before = house.terminal.length;
  await house.deliver();
  expect(house.terminal.slice(before).join()).not.toContain('Max');
  expect((await invited('Max Frei', 'max@fernhill.example')).status).toBe(201);
});

test('a name full of signs stays text, on pages and in mails', async () => {
  const name = '<script>alert(1)</script> "\'&';
  const shown = await invited(name, 'signs@fernhill.example');
  const list = await priya.visitor.get('/invitations');
  for (const { text } of [shown, list, await house.visitor().get(linkOn(shown))]) {
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  }
  await house.deliver();
  expect(house.terminal.at(-1)).toContain(name);
  const broken = await invited('A\r\nBcc: all@elsewhere.example', 'b@fernhill.example');
  expect(broken.status).toBe(422);
});

test('an invitation lives on while its inviter works, and can be handed over again', async () => {
  await invited('Slow Person', 'slow@fernhill.example');
  await stayed(60);
  const list = await priya.visitor.get('/invitations');
  const [, id] = /Slow Person[\s\S]*?\/invitations\/([0-9a-f-]{36})\/link/.exec(list.text)!;
  const shown = await priya.visitor.post(`/invitations/${id}/link`);
  const visitor = house.visitor();
  await visitor.get(linkOn(shown));
  expect((await visitor.post(linkOn(shown), { name: 'Slow Person', password: '' })).status).toBe(303);
  await enrolled(house, visitor);
  expect((await visitor.get('/account')).status).toBe(200);
  expect(house.faults).toEqual([]);
});
