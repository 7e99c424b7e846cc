import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  codeOf,
  enrolled,
  FIRST,
  joinHouse,
  openHouse,
  PASSWORD,
  setUpHouse,
  type House,
  type Inhabitant,
} from '#server/http/house.fixture.ts';
import type { Visitor } from '#server/http/test-visitor.ts';

let house: House;
let priya: Inhabitant;
beforeAll(async () => {
  house = await openHouse();
  priya = await setUpHouse(house);
});
afterAll(() => house.close());

/** Signs somebody in with password and code, in a browser of that kind. */
async function signedIn(who: Inhabitant, mail: string = FIRST.mail, password = PASSWORD): Promise<Visitor> {
  house.pass(1);
  const visitor = house.visitor();
  await visitor.get('/signin');
  const first = await visitor.post('/signin/password', { mail, password, to: '/account' });
  await visitor.get(first.to!);
  const second = await visitor.post('/signin/code', { code: codeOf(house, who.secret), to: '/account' });
  expect(second.to).toBe('/account');
  return visitor;
}

const idsOn = (text: string): string[] =>
  [...text.matchAll(/\/account\/sign-ins\/([0-9a-f-]{36})\/ending/g)].map(([, id]) => id!);

test('whoever works here and has no second factor is led to it, whatever they ask for, and nothing else opens', async () => {
  const path = '/account/second-factor';
  const visitor = house.visitor();
  await priya.visitor.post(
    '/invitations',
    { name: 'New', mail: 'new@fernhill.example', 'roles[]': ['observer'], program: '' },
    '/invitations',
  );
  await house.deliver();
  const link = house.pathInTerminal('invitation');
  await visitor.get(link);
  await visitor.post(link, { name: 'New', password: PASSWORD });
  for (const asked of ['/account', '/programs', '/invitations'])
    expect((await visitor.get(asked)).to).toBe(path);
  await visitor.get(path);
  expect((await visitor.post('/account/password', { password: 'another good sentence' })).to).toBe(path);
  await enrolled(house, visitor);
  expect((await visitor.get('/account')).status).toBe(200);
});

test('a wrong first code keeps the picture, and a secret that was made up is refused', async () => {
  const visitor = await signedIn(priya);
  const page = await visitor.get('/account/second-factor');
  const secret = /name="secret" value="([^"]+)"/.exec(page.text)![1]!;
  const wrong = await visitor.post('/account/second-factor', { secret, code: '000000' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain(`name="secret" value="${secret}"`);
  const madeUp = await visitor.post('/account/second-factor', { secret: 'A'.repeat(66), code: '000000' });
  expect(madeUp.status).toBe(400);
});

test('every sign-in is listed with its device, one of them is here, and one can be ended', async () => {
  const here = await signedIn(priya);
  const other = await signedIn(priya);
  const page = await here.get('/account');
  expect(page.text.match(/\(this browser\)/g)).toHaveLength(1);
  const before = idsOn(page.text);
  await other.get('/account');
  const [newest] = await house.owned<{ id: string }>(
    'select id from sign_ins where ended_at is null order by started_at desc limit 1',
  );
  expect(before).toContain(newest!.id);
  expect((await here.post(`/account/sign-ins/${newest!.id}/ending`)).to).toBe('/account');
  expect((await other.get('/account')).to).toMatch(/^\/signin/);
  expect((await here.get('/account')).status).toBe(200);
  expect((await here.post(`/account/sign-ins/${newest!.id}/ending`)).status).toBe(404);
});

test('all others can be ended at once', async () => {
  const here = await signedIn(priya);
  const others = [await signedIn(priya), await signedIn(priya)];
  await here.get('/account');
  await here.post('/account/other-sign-ins/ending');
  for (const other of others) expect((await other.get('/account')).status).toBe(303);
  expect(idsOn((await here.get('/account')).text)).toEqual([]);
});

test('the sign-in of somebody else cannot be ended, and is as if it were not there', async () => {
  const here = await signedIn(priya);
  const eve = await joinHouse(house, here, {
    name: 'Eve Stone',
    mail: 'eve@fernhill.example',
    roles: ['observer'],
  });
  const [mine] = await house.owned<{ id: string }>(
    `select sign_ins.id from sign_ins join accounts using (organisation_id, person_id) where mail_key = $1 and ended_at is null`,
    [FIRST.mail],
  );
  await eve.visitor.get('/account');
  expect((await eve.visitor.post(`/account/sign-ins/${mine!.id}/ending`)).status).toBe(404);
  expect((await here.get('/account')).status).toBe(200);
});

test('a new password ends every other sign-in, and the old one opens nothing', async () => {
  const other = await signedIn(priya);
  const here = await signedIn(priya);
  await here.get('/account');
  const refused = await here.post('/account/password', { password: 'priya nair 1' });
  expect(refused.status).toBe(422);
  expect(refused.text).not.toContain('priya nair 1');
  expect((await here.post('/account/password', { password: 'a lamp on the sill' })).to).toBe('/account');
  expect((await other.get('/account')).status).toBe(303);
  const visitor = house.visitor();
  await visitor.get('/signin');
  expect(
    (await visitor.post('/signin/password', { mail: FIRST.mail, password: PASSWORD, to: '/' })).status,
  ).toBe(422);
  await signedIn(priya, FIRST.mail, 'a lamp on the sill');
});

test('password and second factor change only after a fresh sign-in, and one comes back to the page', async () => {
  const here = await signedIn(priya, FIRST.mail, 'a lamp on the sill');
  house.pass(10);
  await here.get('/account');
  const asked = await here.post('/account/password', { password: PASSWORD });
  expect(asked.to).toBe('/signin/again?to=%2Faccount');
  expect((await here.get('/account/second-factor')).to).toMatch(/^\/signin\/again/);
  const page = await here.get(asked.to!);
  expect(page.text).not.toContain('type="password"');
  expect((await here.post('/signin/again', { code: '000000', to: '/account' })).status).toBe(422);
  const token = here.cookies.get('plumbline-sign-in')!;
  expect((await here.post('/signin/again', { code: codeOf(house, priya.secret), to: '/account' })).to).toBe(
    '/account',
  );
  expect(here.cookies.get('plumbline-sign-in')).not.toBe(token);
  await here.get('/account');
  expect((await here.post('/account/password', { password: PASSWORD })).to).toBe('/account');
});

test('new recovery codes replace the old ones, and are on no page that can be opened again', async () => {
  const here = await signedIn(priya);
  await here.get('/account');
  const shown = await here.post('/account/recovery-codes');
  const codes = [...shown.text.matchAll(/<code>([0-9a-f-]{34})<\/code>/g)].map(([, code]) => code!);
  expect(codes).toHaveLength(8);
  expect((await here.get('/account')).text).not.toContain(codes[0]);
  for (const [code, works] of [
    [priya.recoveryCodes[1]!, false],
    [codes[0]!, true],
  ] as const) {
    const visitor = house.visitor();
    await visitor.get('/signin');
    await visitor.get(
      (await visitor.post('/signin/password', { mail: FIRST.mail, password: PASSWORD, to: '/' })).to!,
    );
    expect((await visitor.post('/signin/code', { code, to: '/account' })).status).toBe(works ? 303 : 422);
  }
});

test('whoever works here cannot remove the second factor, only move it', async () => {
  const here = await signedIn(priya);
  await here.get('/account');
  expect((await here.post('/account/second-factor/removal')).status).toBe(409);
  const moved = await enrolled(house, here);
  expect(moved.secret.equals(priya.secret)).toBe(false);
  priya = { ...moved, visitor: here };
  await signedIn(priya);
});

test('an admin takes the second factor of somebody away who lost it; they set it up anew when they sign in next', async () => {
  const here = await signedIn(priya);
  const tom = await joinHouse(house, here, {
    name: 'Tom Wood',
    mail: 'tom@fernhill.example',
    roles: ['observer'],
  });
  const [{ id }] = (await house.owned<{ id: string }>(`select id from people where name = 'Tom Wood'`)) as [
    { id: string },
  ];
  await tom.visitor.get('/account');
  expect((await tom.visitor.post(`/people/${id}/second-factor/removal`)).status).toBe(403);
  await here.get('/account');
  expect((await here.get('/invitations')).text).toContain('Take the second step of Tom Wood away');
  expect((await here.post(`/people/${id}/second-factor/removal`)).status).toBe(303);
  const visitor = house.visitor();
  await visitor.get('/signin');
  expect(
    (
      await visitor.post('/signin/password', {
        mail: 'tom@fernhill.example',
        password: PASSWORD,
        to: '/account',
      })
    ).to,
  ).toBe('/account');
  expect((await visitor.get('/account')).to).toBe('/account/second-factor');
  const changes = await house.owned(`select from record_private where kind = 'second-factor.changed'`);
  expect(changes.length).toBeGreaterThan(3);
  expect(house.faults).toEqual([]);
});

test('the secret of an app is in the database only locked', async () => {
  const rows = await house.owned<{ secret_locked: Buffer }>('select secret_locked from second_factors');
  expect(rows.length).toBeGreaterThan(0);
  for (const { secret_locked } of rows) expect(secret_locked.includes(priya.secret)).toBe(false);
});
