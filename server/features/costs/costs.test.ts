import { afterAll, beforeAll, expect, test } from 'vitest';
import { staged, type Stage, type StagedPerson } from '#server/access/staged.fixture.ts';

let stage: Stage;
let priya: StagedPerson;
let ines: StagedPerson;
let path: string;

const COORDINATION = {
  what: 'Coordination',
  kind: 'staff',
  quantity: '0.2',
  unitCost: '60000,50',
  booked: 'booked',
  source: 'Payroll',
};

beforeAll(async () => {
  stage = await staged();
  const organisation = await stage.organisation('Fernhill');
  priya = await stage.person(organisation, 'Priya', [{ role: 'program-manager' }]);
  const program = await stage.program(organisation, 'Compass', priya.id);
  ines = await stage.person(organisation, 'Ines', [{ role: 'observer', program }]);
  path = `/p/${program}/costs`;
});
afterAll(() => stage.drop());

test('a program without lines says so', async () => {
  expect((await priya.visitor.get(path)).text).toContain('No lines.');
});

test('money and hours of people are summed apart, to the cent', async () => {
  expect((await priya.visitor.post(path, COORDINATION, path)).status).toBe(303);
  const hours = {
    what: 'Mentors',
    kind: 'time',
    quantity: '3',
    unitCost: '0.1',
    booked: 'estimated',
    source: 'Meetings',
  };
  expect((await priya.visitor.post(path, hours, path)).status).toBe(303);
  const costs = (await priya.visitor.send('GET', path)).json<{ money: number; time: number }>();
  // 0.2 of 60,000.50 is 12,000.10; three times 0.10 is 0.30, not 0.30000000000000004.
  expect(costs).toMatchObject({ money: 1_200_010, time: 30 });
});

test('the same line is asked about before it counts twice', async () => {
  const asked = await priya.visitor.post(path, COORDINATION, path);
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('Is it meant twice?');
  expect((await priya.visitor.post(path, { ...COORDINATION, again: 'on' })).status).toBe(303);
});

test('a line that is taken out no longer counts, and comes back by undo', async () => {
  const before = (await priya.visitor.send('GET', path)).json<{
    money: number;
    lines: { id: string; what: string }[];
  }>();
  const line = before.lines.find(({ what }) => what === 'Coordination')!.id;
  const out = await priya.visitor.post(`${path}/${line}/removal`, {}, path);
  expect((await priya.visitor.send('GET', path)).json<{ money: number }>().money).toBe(1_200_010);
  expect((await priya.visitor.get(out.to!)).text).toContain('Taken out.');
  await priya.visitor.post(`${path}/${line}/return`);
  expect((await priya.visitor.send('GET', path)).json<{ money: number }>().money).toBe(before.money);
});

test('an observer reads and does not write', async () => {
  expect((await ines.visitor.get(path)).status).toBe(200);
  const refused = await ines.visitor.post(path, COORDINATION, path);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain('This opens for: program manager and evaluator.');
  expect(refused.text).toContain('Here that is: Priya.');
});
