import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { joinHouse, openHouse, setUpHouse, type House, type Inhabitant } from './house.fixture.ts';
import { signedRoute } from './route.ts';

let begun: () => void = () => undefined;
let goOn: Promise<void> = Promise.resolve();

/** Changes something, and waits in the middle for as long as the test wants. */
const slow = signedRoute({
  method: 'POST',
  path: '/slow',
  needs: 'person.invite',
  act: async ({ scope }) => {
    await sql`update people set name = 'Renamed' where id = ${scope.person}`.execute(scope.rows);
    begun();
    await goOn;
    return { data: {} };
  },
});

let house: House;
let eve: Inhabitant;
beforeAll(async () => {
  house = await openHouse({ more: [slow] });
  const priya = await setUpHouse(house);
  eve = await joinHouse(house, priya.visitor, {
    name: 'Eve Stone',
    mail: 'eve@fernhill.example',
    roles: ['admin'],
  });
});
afterAll(() => house.close());

/** Posts, lets `meanwhile` happen in the middle, and gives the status. */
async function interrupted(meanwhile: () => Promise<unknown>): Promise<number> {
  const started = new Promise<void>((resolve) => (begun = resolve));
  let open: () => void = () => undefined;
  goOn = new Promise((resolve) => (open = resolve));
  await eve.visitor.get('/account');
  const answer = eve.visitor.post('/slow');
  await started;
  await meanwhile();
  open();
  return (await answer).status;
}

test('a change under a role that is held to its end is written', async () => {
  expect(await interrupted(() => Promise.resolve())).toBe(200);
  expect(await house.owned(`select from people where name = 'Renamed'`)).toHaveLength(1);
  await house.owned(`update people set name = 'Eve Stone' where name = 'Renamed'`);
});

test('a role that is taken away in the middle of a request takes the change with it', async () => {
  const status = await interrupted(() =>
    house.owned(
      `update role_grants set ended_at = $1 from people where people.id = person_id and name = 'Eve Stone'`,
      [house.now()],
    ),
  );
  expect(status).toBe(403);
  expect(await house.owned(`select from people where name = 'Renamed'`)).toEqual([]);
  expect(house.faults).toEqual([]);
});
