import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  codeOf,
  FIRST,
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

/** Types an address and a password. */
async function enter(visitor: Visitor, password = PASSWORD, mail: string = FIRST.mail) {
  await visitor.get('/signin');
  return visitor.post('/signin/password', { mail, password, to: '/account' });
}

/** Both steps. */
async function comeIn(visitor: Visitor): Promise<void> {
  house.pass(1);
  const first = await enter(visitor);
  await visitor.get(first.to!);
  const second = await visitor.post('/signin/code', { code: codeOf(house, priya.secret), to: '/account' });
  expect(second.to).toBe('/account');
}

const signInOf = (visitor: Visitor): string => visitor.cookies.get('plumbline-sign-in')!;

test('password and code sign in; the password alone opens nothing', async () => {
  const visitor = house.visitor();
  const first = await enter(visitor);
  expect(first.to).toBe('/signin/code?to=%2Faccount');
  expect((await visitor.get('/account')).status).toBe(303);
  await comeIn(visitor);
  expect((await visitor.get('/account')).status).toBe(200);
});

test('a wrong password and an unknown address get the same answer, which does not show what was typed', async () => {
  house.pass(16);
  const wrong = await enter(house.visitor(), 'not the password');
  const unknown = await enter(house.visitor(), 'not the password', 'stranger@elsewhere.example');
  const plain = (text: string): string =>
    text.replace(/name="csrf" value="[^"]+"/g, '').replaceAll('stranger@elsewhere.example', FIRST.mail);
  expect([wrong.status, unknown.status]).toEqual([422, 422]);
  expect(plain(unknown.text)).toBe(plain(wrong.text));
  expect(wrong.text).not.toContain('not the password');
});

test('a wrong password, an unknown address and an account without password take equally long', async () => {
  const { mail, password } = { mail: 'nobody@elsewhere.example', password: 'not the password' };
  const lasted = async (address: string): Promise<number> => {
    const times: number[] = [];
    for (let turn = 0; turn < 9; turn++) {
      house.pass(16);
      const visitor = house.visitor();
      await visitor.get('/signin');
      const from = performance.now();
      await visitor.post('/signin/password', { mail: address, password, to: '/' });
      times.push(performance.now() - from);
    }
    return times.sort((a, b) => a - b)[4]!;
  };
  const known = await lasted(FIRST.mail);
  const unknown = await lasted(mail);
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});

test('the sixth wrong password within a quarter of an hour is refused, from any network; then the right one too', async () => {
  house.pass(16);
  const statuses: number[] = [];
  for (let turn = 0; turn < 6; turn++) {
    house.address = `198.51.${turn}.1`;
    statuses.push((await enter(house.visitor(), 'not the password')).status);
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  expect((await enter(house.visitor())).status).toBe(429);
  house.pass(15);
  expect((await enter(house.visitor())).status).toBe(303);
});

test('five wrong passwords of one network, whoever’s, close it for a quarter of an hour, and no other', async () => {
  house.pass(16);
  house.address = '203.0.113.9';
  for (let turn = 0; turn < 5; turn++)
    await enter(house.visitor(), 'a guess', `guess${turn}@elsewhere.example`);
  house.address = '203.0.113.200';
  expect((await enter(house.visitor())).status).toBe(429);
  house.address = '192.0.2.7';
  expect((await enter(house.visitor())).status).toBe(303);
});

test('50 guesses at once are five guesses', async () => {
  house.pass(16);
  const visitors = Array.from({ length: 50 }, () => house.visitor());
  for (const visitor of visitors) await visitor.get('/signin');
  const answers = await Promise.all(
    visitors.map((visitor) =>
      visitor.post('/signin/password', { mail: FIRST.mail, password: 'a guess', to: '/' }),
    ),
  );
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(45);
});

test('a code counts once, and five wrong ones close the second step', async () => {
  house.pass(16);
  const visitor = house.visitor();
  await comeIn(visitor);
  const other = house.visitor();
  const first = await enter(other);
  await other.get(first.to!);
  const used = await other.post('/signin/code', { code: codeOf(house, priya.secret), to: '/' });
  expect(used.status).toBe(422);
  for (let turn = 0; turn < 4; turn++)
    expect((await other.post('/signin/code', { code: '000000', to: '/' })).status).toBe(422);
  house.pass(1);
  expect((await other.post('/signin/code', { code: codeOf(house, priya.secret), to: '/' })).status).toBe(429);
});

test('a recovery code takes the place of the code, once', async () => {
  house.pass(16);
  const [code] = priya.recoveryCodes;
  const visitor = house.visitor();
  await visitor.get((await enter(visitor)).to!);
  expect((await visitor.post('/signin/code', { code: code!.toUpperCase(), to: '/account' })).to).toBe(
    '/account',
  );
  expect((await visitor.get('/account')).text).toContain('7 recovery codes are left');
  const again = house.visitor();
  await again.get((await enter(again)).to!);
  expect((await again.post('/signin/code', { code: code!, to: '/account' })).status).toBe(422);
});

test('the second step is over after ten minutes', async () => {
  house.pass(16);
  const visitor = house.visitor();
  const first = await enter(visitor);
  await visitor.get(first.to!);
  house.pass(10);
  expect((await visitor.post('/signin/code', { code: codeOf(house, priya.secret), to: '/' })).status).toBe(
    410,
  );
});

test('each step gives a new token, and none that was there before opens anything', async () => {
  house.pass(16);
  const visitor = house.visitor();
  const planted = 'A'.repeat(43);
  visitor.cookies.set('plumbline-sign-in', planted);
  const first = await enter(visitor);
  const half = signInOf(visitor);
  await visitor.get(first.to!);
  await visitor.post('/signin/code', { code: codeOf(house, priya.secret), to: '/account' });
  const whole = signInOf(visitor);
  expect(new Set([planted, half, whole]).size).toBe(3);
  for (const old of [planted, half]) {
    const thief = house.visitor();
    thief.cookies.set('plumbline-sign-in', old);
    expect((await thief.get('/account')).status).toBe(303);
  }
  expect((await visitor.get('/account')).status).toBe(200);
});

test('whoever signs in again in a browser ends what it held', async () => {
  const visitor = house.visitor();
  await comeIn(visitor);
  const old = signInOf(visitor);
  await comeIn(visitor);
  const thief = house.visitor();
  thief.cookies.set('plumbline-sign-in', old);
  expect((await thief.get('/account')).status).toBe(303);
});

test('a staff sign-in ends after 30 idle minutes, and after 12 hours in any case', async () => {
  const idle = house.visitor();
  await comeIn(idle);
  house.pass(29);
  expect((await idle.get('/account')).status).toBe(200);
  await used();
  house.pass(29);
  expect((await idle.get('/account')).status).toBe(200);
  await used();
  house.pass(30);
  expect((await idle.get('/account')).status).toBe(303);
  const busy = house.visitor();
  await comeIn(busy);
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    house.pass(20);
    expect((await busy.get('/account')).status).toBe(200);
    await used();
  }
  house.pass(20);
  expect((await busy.get('/account')).status).toBe(303);
});

/** Use is noted after the answer; waits until it is. */
async function used(): Promise<void> {
  for (;;) {
    const noted = await house.owned('select from sign_ins where last_seen_at = $1', [house.now()]);
    if (noted.length > 0) return;
  }
}

test('signing out ends the sign-in on the server too', async () => {
  const visitor = house.visitor();
  await comeIn(visitor);
  const token = signInOf(visitor);
  await visitor.get('/account');
  expect((await visitor.post('/signout')).to).toBe('/signin');
  expect(visitor.cookies.has('plumbline-sign-in')).toBe(false);
  const thief = house.visitor();
  thief.cookies.set('plumbline-sign-in', token);
  expect((await thief.get('/account')).status).toBe(303);
  expect(house.faults).toEqual([]);
});
