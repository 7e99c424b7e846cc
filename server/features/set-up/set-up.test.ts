import { afterAll, beforeAll, expect, test } from 'vitest';
import { setUpBlock } from './set-up-link.ts';
import { FIRST, openHouse, type House } from '#server/http/house.fixture.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('a link that nobody printed opens nothing', async () => {
  for (const token of ['AAAAAAAAAAAAAAAAAAAAAA', 'short', '..%2f..%2fetc', 'a'.repeat(5000)]) {
    const { status, text } = await house.visitor().get(`/set-up/${token}`);
    expect([400, 404, 410, 414]).toContain(status);
    expect(text).not.toContain('name="organisation"');
  }
});

test('a start makes a new link and the one before is good no more', async () => {
  const old = house.pathInTerminal('set-up');
  house.terminal.push((await setUpBlock(house.database.rows, house.origin, house.now()))!);
  expect((await house.visitor().get(old)).status).toBe(410);
  expect((await house.visitor().get(house.pathInTerminal('set-up'))).status).toBe(200);
});

test('what is wrong is said at each field, nothing is made, and the link stays good', async () => {
  const visitor = house.visitor();
  const path = house.pathInTerminal('set-up');
  await visitor.get(path);
  const wrong = await visitor.post(path, {
    ...FIRST,
    organisation: ' ',
    timeZone: 'Mars/Olympus',
    currency: 'XYZ1',
    mail: 'nobody',
  });
  expect(wrong.status).toBe(422);
  for (const field of ['organisation', 'timeZone', 'currency', 'mail'])
    expect(wrong.text).toContain(`href="#field-${field}"`);
  expect(wrong.text).not.toContain(FIRST.password);
  const common = await visitor.post(path, { ...FIRST, password: 'Password2026!' });
  expect(common.status).toBe(422);
  expect(common.text).toContain('href="#field-password"');
  expect(await house.owned('select from organisations')).toEqual([]);
  expect((await visitor.get(path)).status).toBe(200);
});

test('the link is over after 24 hours', async () => {
  const path = house.pathInTerminal('set-up');
  house.pass(24 * 60);
  expect((await house.visitor().get(path)).status).toBe(410);
  house.terminal.push((await setUpBlock(house.database.rows, house.origin, house.now()))!);
});

test('50 who open the link at once make one organisation, and one of them is its first person', async () => {
  const path = house.pathInTerminal('set-up');
  const visitors = Array.from({ length: 50 }, () => house.visitor());
  for (const visitor of visitors) await visitor.get(path);
  const answers = await Promise.all(
    visitors.map((visitor, i) => visitor.post(path, { ...FIRST, name: `Person ${i}`, password: '' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, ...new Array<number>(49).fill(410)]);
  expect(await house.owned('select from organisations')).toHaveLength(1);
  expect(await house.owned('select from accounts')).toHaveLength(1);
  expect(house.faults).toEqual([]);
  const [winner] = visitors.filter((_, i) => answers[i]!.status === 303);
  expect((await winner!.get('/account')).to).toBe('/account/second-factor');
  expect(await setUpBlock(house.database.rows, house.origin, house.now())).toBeNull();
  expect((await house.visitor().get(path)).status).toBe(410);
});

test('the first person holds three roles by set-up for a year, and the record says so', async () => {
  const grants = await house.owned(
    `select role, program_id, granted_by, by_set_up, ends_on::text from role_grants order by role`,
  );
  expect(grants).toEqual(
    ['admin', 'evaluator', 'program-manager'].map((role) => ({
      role,
      program_id: null,
      granted_by: null,
      by_set_up: true,
      ends_on: '2027-10-15',
    })),
  );
  const entries = await house.owned<{ kind: string }>('select kind from record_private order by kind');
  expect(entries.map(({ kind }) => kind)).toEqual([
    'organisation.made',
    'role.granted',
    'role.granted',
    'role.granted',
  ]);
});
