import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { openHouse, setUpHouse, FIRST, type House, type Inhabitant } from '#server/http/house.fixture.ts';
import { signedRoute } from '#server/http/route.ts';
import type { Mailer } from '#server/mail/mailer.ts';
import type { Mail } from '#server/mail/mail.ts';
import { deliverDue } from './deliver.ts';
import { queueMail } from './outbox.actions.ts';

/** Asks for a mail to oneself; `fails` throws after it was asked for. */
const ask = (path: string, fails: boolean) =>
  signedRoute({
    method: 'POST',
    path,
    needs: 'signed-in',
    act: async ({ scope }) => {
      await queueMail(scope, {
        kind: 'act-asked',
        onceKey: 'act/1',
        to: { person: scope.person },
        values: { act: 'lock the plan', consequence: 'Nothing changes after that.' },
        path: '/account',
      });
      if (fails) await sql`select 1 / 0`.execute(scope.rows);
      return { data: {} };
    },
  });

let house: House;
let priya: Inhabitant;
beforeAll(async () => {
  house = await openHouse({ more: [ask('/ask', false), ask('/ask-and-fail', true)] });
  priya = await setUpHouse(house);
  await house.deliver();
});
beforeEach(async () => {
  await house.owned('delete from outbox');
  await priya.visitor.get('/account');
});
afterAll(() => house.close());

/** A mail server of the test. */
function mailServer(take: (mail: Mail) => Promise<void>): {
  mailer: Mailer;
  taken: Mail[];
  deliver: () => Promise<number>;
} {
  const taken: Mail[] = [];
  const mailer: Mailer = {
    leaves: true,
    async send(mail) {
      await take(mail);
      taken.push(mail);
    },
  };
  const deliver = () =>
    deliverDue({
      database: house.database.rows,
      mailer,
      origin: house.origin,
      clock: { now: house.now },
    });
  return { mailer, taken, deliver };
}

const takesAll = (): Promise<void> => Promise.resolve();

test('a mail leaves once the request is written, says who asks and leads to the page, and leaves once', async () => {
  expect((await priya.visitor.post('/ask')).status).toBe(200);
  const { taken, deliver } = mailServer(takesAll);
  expect(await deliver()).toBe(1);
  expect(await deliver()).toBe(0);
  expect(taken).toHaveLength(1);
  expect(taken[0]).toMatchObject({
    to: { name: 'Priya Nair', address: FIRST.mail },
    replyTo: { name: 'Priya Nair', address: FIRST.mail },
    fromName: 'Fernhill Group (Plumbline)',
    subject: 'Priya Nair asks for your agreement: lock the plan',
  });
  expect(taken[0]!.text).toContain(`${house.origin}/account`);
});

test('a request that failed sends nothing', async () => {
  expect((await priya.visitor.post('/ask-and-fail')).status).toBe(500);
  house.faults.length = 0;
  expect(await mailServer(takesAll).deliver()).toBe(0);
});

test('the same mail asked for 50 times at once is one mail', async () => {
  await Promise.all(Array.from({ length: 50 }, () => priya.visitor.post('/ask')));
  const { taken, deliver } = mailServer(takesAll);
  await deliver();
  expect(taken).toHaveLength(1);
});

test('several processes that deliver at once send it once', async () => {
  await priya.visitor.post('/ask');
  const { taken, deliver } = mailServer(takesAll);
  await Promise.all(Array.from({ length: 6 }, deliver));
  expect(taken).toHaveLength(1);
});

test('a mail server that is away is tried again after 1, 5, 15 minutes, then hours, under the same id, and given up after a day', async () => {
  await priya.visitor.post('/ask');
  const ids: string[] = [];
  const { deliver } = mailServer((mail) => {
    ids.push(mail.id);
    return Promise.reject(Object.assign(new Error(`no route to ${FIRST.mail}`), { code: 'ECONNREFUSED' }));
  });
  for (const minutes of [0, 1, 5, 15, 60, 180, 360, 720]) {
    const before = ids.length;
    if (minutes > 0) {
      house.pass(minutes - 1);
      await deliver();
      expect(ids.length).toBe(before);
      house.pass(1);
    }
    await deliver();
    expect(ids.length).toBe(before + 1);
  }
  house.pass(10_000);
  await deliver();
  expect(ids).toHaveLength(8);
  expect(new Set(ids).size).toBe(1);
  const [row] = await house.owned<{ last_fault: string; given_up: boolean }>(
    'select last_fault, given_up_at is not null as given_up from outbox',
  );
  expect(row).toEqual({ last_fault: 'ECONNREFUSED', given_up: true });
});

test('whoever is killed between sending and noting sends again under the same id, so nothing is lost', async () => {
  priya = { ...priya, visitor: await again() };
  await priya.visitor.post('/ask');
  const ids: string[] = [];
  const killed = mailServer(async (mail) => {
    ids.push(mail.id);
    await house.owned(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app_login' and datname = current_database() and state = 'idle in transaction'`,
    );
  });
  await expect(killed.deliver()).rejects.toThrow();
  expect(ids).toHaveLength(1);
  const { taken, deliver } = mailServer(takesAll);
  expect(await deliver()).toBe(1);
  expect(taken.map(({ id }) => id)).toEqual(ids);
});

/** Signs in anew, by a recovery code. */
async function again() {
  const visitor = house.visitor();
  await visitor.get('/signin');
  await visitor.get(
    (await visitor.post('/signin/password', { mail: FIRST.mail, password: FIRST.password, to: '/account' }))
      .to!,
  );
  await visitor.post('/signin/code', { code: priya.recoveryCodes[0]!, to: '/account' });
  await visitor.get('/account');
  return visitor;
}

test('somebody whose account was closed meanwhile gets nothing', async () => {
  await priya.visitor.post('/ask');
  await house.owned('update accounts set closed_at = $1', [house.now()]);
  const { taken, deliver } = mailServer(takesAll);
  await deliver();
  await house.owned('update accounts set closed_at = null');
  expect(taken).toEqual([]);
  expect(await house.owned('select from outbox where given_up_at is not null')).toHaveLength(1);
});

test('a link request whose mail fails holds nobody up, and is tried again while its link would live', async () => {
  for (const mail of [FIRST.mail, 'stranger@elsewhere.example']) {
    const visitor = house.visitor();
    await visitor.get('/signin');
    await visitor.post('/signin/link', { mail, to: '/', password: '' });
  }
  const failing = mailServer(() => Promise.reject(new Error('away')));
  await expect(failing.deliver()).rejects.toThrow('1 links could not be sent (unknown)');
  expect(await house.owned('select from mail_link_requests')).toHaveLength(1);
  expect(await house.owned('select from mail_links')).toEqual([]);
  const { taken, deliver } = mailServer(takesAll);
  await deliver();
  expect(taken).toHaveLength(1);
  expect(await house.owned('select from mail_links')).toHaveLength(1);
  expect(house.faults).toEqual([]);
});

test('a mail to a page of another host cannot be asked for', async () => {
  const scope = { installation: { origin: house.origin } } as Parameters<typeof queueMail>[0];
  for (const path of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example'])
    await expect(
      queueMail(scope, { kind: 'act-asked', onceKey: 'x', to: { person: 'x' }, path }),
    ).rejects.toThrow(RangeError);
});
