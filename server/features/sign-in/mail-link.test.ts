import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  codeOf,
  FIRST,
  openHouse,
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

/** Asks for a link in a browser and gives its path, as the mail holds it. */
async function linkFor(visitor: Visitor, mail: string = FIRST.mail, to = '/'): Promise<string> {
  house.pass(61);
  await visitor.get('/signin');
  expect((await visitor.post('/signin/link', { mail, to, password: '' })).to).toMatch(/^\/signin\/sent/);
  await house.deliver();
  return house.pathInTerminal('signin/link');
}

/** Opens a link and presses its button. */
async function follow(visitor: Visitor, path: string) {
  await visitor.get(path);
  return visitor.post(path);
}

test('a link signs in, after the code of the app, and leads to where somebody wanted to go', async () => {
  const visitor = house.visitor();
  const asked = await visitor.get('/account');
  expect(asked.to).toBe('/signin?to=%2Faccount');
  const path = await linkFor(visitor, ' Priya@FERNHILL.example ', '/account');
  const first = await follow(visitor, path);
  expect(first.to).toBe('/signin/code?to=%2Faccount');
  expect((await visitor.get('/account')).to).toMatch(/^\/signin/);
  await visitor.get(first.to!);
  const second = await visitor.post('/signin/code', { code: codeOf(house, priya.secret), to: '/account' });
  expect(second.to).toBe('/account');
  const account = await visitor.get('/account');
  expect(account.status).toBe(200);
  expect(account.text).toContain(FIRST.mail);
});

test('the mail says where it was asked, to whom it goes, and nothing else leads anywhere', async () => {
  const visitor = house.visitor();
  house.pass(61);
  await visitor.get('/signin', {
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  });
  await visitor.post('/signin/link', { mail: FIRST.mail, to: '/', password: '' });
  await house.deliver();
  const block = house.terminal.at(-1)!;
  expect(block).toContain('To: Priya Nair <priya@fernhill.example>');
  expect(block).toContain('Your sign-in link (10 minutes)');
  expect([...block.matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link).origin)).toEqual([
    house.origin,
  ]);
});

test('looking at a link does not use it up, so programs that look through mails do no harm', async () => {
  const visitor = house.visitor();
  const path = await linkFor(visitor);
  for (let turn = 0; turn < 3; turn++) {
    await house.visitor().get(path);
    expect((await visitor.get(path)).status).toBe(200);
  }
  expect((await follow(visitor, path)).status).toBe(303);
});

test('a link works once', async () => {
  const visitor = house.visitor();
  const path = await linkFor(visitor);
  expect((await follow(visitor, path)).status).toBe(303);
  expect((await visitor.post(path, {}, '/signin')).status).toBe(410);
  expect((await visitor.get(path)).text).toContain('Ask for a new link');
});

test('a link is worth nothing in another browser, and stays good in its own', async () => {
  const visitor = house.visitor();
  const path = await linkFor(visitor);
  const thief = house.visitor();
  const seen = await thief.get(path);
  expect(seen.status).toBe(403);
  expect(seen.text).toContain('another browser');
  expect(seen.text).not.toContain(FIRST.mail);
  expect((await thief.post(path, {}, '/signin')).status).toBe(403);
  expect((await follow(visitor, path)).status).toBe(303);
});

test('a link is over after ten minutes, and the page names who can help', async () => {
  const visitor = house.visitor();
  const path = await linkFor(visitor);
  house.pass(10);
  const seen = await visitor.get(path);
  expect(seen.status).toBe(410);
  expect(seen.text).toContain('Priya Nair can help');
  expect((await visitor.post(path, {}, '/signin')).status).toBe(410);
});

test('a link that nobody sent opens nothing and names nobody', async () => {
  const seen = await house.visitor().get(`/signin/link/${'A'.repeat(22)}`);
  expect(seen.status).toBe(410);
  expect(seen.text).not.toContain('Priya');
});

test('50 uses of one link at once sign in once', async () => {
  const visitor = house.visitor();
  const path = await linkFor(visitor);
  await visitor.get(path);
  const answers = await Promise.all(Array.from({ length: 50 }, () => visitor.post(path)));
  expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 410]));
  const waiting = await house.owned(
    'select from sign_ins where not complete and ended_at is null and started_at = $1',
    [house.now()],
  );
  expect(waiting).toHaveLength(1);
});

test('an unknown address gets the same answer, byte for byte but the token of the browser, the same row, and no mail', async () => {
  house.pass(61);
  const answerTo = async (mail: string) => {
    const visitor = house.visitor();
    await visitor.get('/signin');
    const sent = await visitor.post('/signin/link', { mail, to: '/', password: '' });
    const page = await visitor.get(sent.to!);
    return [sent.status, sent.to, page.status, page.text.replace(/name="csrf" value="[^"]+"/g, '')];
  };
  const known = await answerTo(FIRST.mail);
  const unknown = await answerTo('stranger@elsewhere.example');
  expect(unknown).toEqual(known);
  expect(await house.owned('select from mail_link_requests')).toHaveLength(2);
  const before = house.terminal.length;
  expect(await house.deliver()).toBe(2);
  expect(house.terminal.length).toBe(before + 1);
});

test('the fourth link within an hour is refused, for known and unknown addresses alike', async () => {
  for (const mail of [FIRST.mail, 'stranger@elsewhere.example']) {
    house.pass(61);
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn++) {
      const visitor = house.visitor();
      await visitor.get('/signin');
      statuses.push((await visitor.post('/signin/link', { mail, to: '/', password: '' })).status);
    }
    expect(statuses).toEqual([303, 303, 303, 429]);
  }
});

test('a request that waited longer than its link would live is dropped', async () => {
  house.pass(61);
  const visitor = house.visitor();
  await visitor.get('/signin');
  await visitor.post('/signin/link', { mail: FIRST.mail, to: '/', password: '' });
  house.pass(10);
  const before = house.terminal.length;
  await house.deliver();
  expect(house.terminal.length).toBe(before);
  expect(await house.owned('select from mail_link_requests')).toEqual([]);
});

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'javascript:alert(1)',
])('nobody is sent on to %s', async (to) => {
  const visitor = house.visitor();
  const page = await visitor.get(`/signin?${new URLSearchParams({ to }).toString()}`);
  expect(page.text).toContain('name="to" value="/"');
  expect(page.text).not.toContain('elsewhere');
  const path = await linkFor(visitor, FIRST.mail, to);
  expect((await follow(visitor, path)).to).toBe('/signin/code?to=%2F');
});

test('a form from another site asks for nothing', async () => {
  const visitor = house.visitor();
  await visitor.get('/signin');
  const foreign = await house.app.fetch(
    new Request(`${house.origin}/signin/link`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ mail: FIRST.mail, to: '/' }),
    }),
  );
  expect(foreign.status).toBe(403);
  expect(await house.owned('select from mail_link_requests')).toEqual([]);
});

test('no secret stands in the database as it was given out', async () => {
  const visitor = house.visitor();
  const path = await linkFor(visitor);
  const token = path.split('/').at(-1)!;
  const tables = ['mail_links', 'mail_link_requests', 'sign_ins', 'outbox'];
  const given = [token, ...visitor.cookies.values()];
  for (const table of tables)
    for (const row of await house.owned<object>(`select * from ${table}`))
      for (const secret of given) expect(JSON.stringify(row)).not.toContain(secret);
  expect(house.faults).toEqual([]);
});
