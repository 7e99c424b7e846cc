import { expect, test } from 'vitest';
import { textFile } from '#tests/text-file.ts';
import { planFitProblems } from './plan-fit.ts';
import { planTemplate } from './plan-template.ts';
import { readPlan } from './read-plan.ts';
import { takeIn } from './take-in.ts';

/** The draft, which must be a plan that is read as it stands and fits the data. */
async function draft(people: string, events?: string, scores?: string) {
  const { drawn, rows } = await drawnFrom(people, events, scores);
  if ('problems' in drawn) throw new Error(drawn.problems[0]!.problem);
  expect(readPlan(textFile('plan.json', JSON.stringify(drawn.plan)))).toEqual(drawn);
  expect(planFitProblems(rows, drawn.plan, 'plan.json')).toEqual([]);
  return drawn.plan;
}

async function refusal(people: string, events?: string, scores?: string) {
  const { drawn } = await drawnFrom(people, events, scores);
  return 'problems' in drawn ? drawn.problems.map(({ code, column }) => `${code} ${column}`) : drawn.plan;
}

async function drawnFrom(people: string, events?: string, scores?: string) {
  const { rows } = await takeIn({
    people: textFile('people.csv', people),
    ...(events !== undefined && { events: textFile('events.csv', `person,date,kind\n${events}`) }),
    ...(scores !== undefined && {
      scores: textFile('scores.csv', `person,wave,date,scale,score\n${scores}`),
    }),
  });
  return { drawn: planTemplate(rows), rows };
}

const MATCHED =
  'person,arm,index,site,grade,years,constant,gaps\n' +
  Array.from(
    { length: 12 },
    (_, i) =>
      `P${i},${i < 4 ? 'participant,2024-01-01' : 'comparison,'},S${i % 5},G${i % 3},${i},x,${i < 7 ? i : ''}`,
  ).join('\n');

test('promotions and leavers make a matched plan of promotion that watches retention', async () => {
  const plan = await draft(MATCHED, 'P1,2025-05-05,promotion\nP2,2026-02-03,exit\n');
  expect(plan).toEqual({
    plan: 1,
    design: 'matched',
    cutoff: '2026-02-03',
    look: '2026-02-03',
    primary: { outcome: 'promotion', months: 24, better: 'higher', matters: 0.05 },
    watchOuts: [{ outcome: 'retention', months: 24, better: 'higher', matters: 0.04 }],
    match: { exact: ['grade'], ratio: 2, caliper: 0.2 },
    covariates: ['site', 'grade', 'years'],
  });
});

test('leavers without promotions make a plan of retention', async () => {
  expect((await draft(MATCHED, 'P2,2026-02-03,exit\n')).primary).toMatchObject({
    outcome: 'retention',
    months: 24,
  });
});

test('a draw that gave both arms a day is a lottery', async () => {
  const plan = await draft(
    'person,arm,index,took_part\nA,participant,2024-01-01,yes\nB,comparison,2024-01-01,no\n',
    undefined,
    'A,before,2023-12-01,trust,2\nB,before,2023-12-01,trust,4\nA,after,2024-12-01,trust,3\n',
  );
  expect(plan.design).toBe('lottery');
  expect(plan.cutoff).toBe('2024-12-01');
  // 0.2 × the standard deviation of 2 and 4, which is √2: 0.2828 to two digits.
  expect(plan.primary).toEqual({ outcome: 'trust', better: 'higher', matters: 0.28 });
});

test('participants alone make a before-after plan, or opinions when nobody was asked before', async () => {
  const people = 'person,arm,index\nA,participant,2024-01-01\n';
  const before = 'A,before,2023-12-01,trust,2\n';
  const after = 'A,after,2024-12-01,trust,3\n';
  expect((await draft(people, undefined, before + after)).design).toBe('before-after');
  expect((await draft(people, undefined, after)).design).toBe('opinions');
  expect(
    (await draft(people, undefined, 'A,during1,2024-03-01,trust,3\nA,followup6,2025-06-01,trust,3\n')).primary
      .wave,
  ).toBe('followup6');
});

const ONE_DAY = 'person,arm,index\nA,participant,2024-01-01\nB,comparison,2024-01-01\n';
const EXIT = 'A,2026-02-03,exit\n';
const BEFORE = 'A,before,2023-12-01,trust,2\nB,before,2023-12-01,trust,2\n';
const AFTER = 'A,after,2024-12-01,trust,3\nB,after,2024-12-01,trust,2\n';

test('one day for both arms is no lottery; a stratum, a probability or who took part says that there was one', async () => {
  expect((await draft(ONE_DAY, EXIT, BEFORE + AFTER)).design).toBe('before-after-comparison');
  const drawnBy = (column: string, cell: string) =>
    draft(
      `person,arm,index,${column}\nA,participant,2024-01-01,${cell}\nB,comparison,2024-01-01,${cell}\n`,
      EXIT,
    );
  for (const [column, cell] of [
    ['stratum', 'North'],
    ['probability', '0.5'],
    ['took_part', 'yes'],
  ] as const)
    expect(await drawnBy(column, cell)).toMatchObject({
      design: 'lottery',
      primary: { outcome: 'retention' },
    });
  expect(
    (
      await draft(
        'person,arm,index,stratum,grade\nA,participant,2024-01-01,North,G1\nB,comparison,,North,G2\n',
        EXIT,
      )
    ).design,
  ).toBe('matched');
});

test('without anything to be alike in, changes are compared where others answered twice too, else participants alone are described', async () => {
  expect(await draft(ONE_DAY, 'A,2026-02-03,promotion\n', BEFORE + AFTER)).toMatchObject({
    design: 'before-after-comparison',
    primary: { outcome: 'trust' },
  });
  const alone = (BEFORE + AFTER)
    .split('\n')
    .filter((line) => line.startsWith('A,'))
    .join('\n');
  expect((await draft(ONE_DAY, EXIT, alone)).design).toBe('before-after');
  expect((await draft(ONE_DAY, EXIT, AFTER)).design).toBe('opinions');
  const ofOthers = BEFORE.split('\n')[1]!;
  expect((await draft(ONE_DAY, EXIT, `${ofOthers}\n${AFTER}`)).design).toBe('opinions');
});

test('a scale asked only before the start is no outcome, however many rows it has', async () => {
  const joy = 'A,before,2023-12-01,joy,2\nB,before,2023-12-01,joy,2\nA,during1,2024-03-01,trust,2\n';
  expect((await draft(ONE_DAY, undefined, joy)).primary).toMatchObject({ outcome: 'trust', wave: 'during1' });
});

test('when no plan can be drawn that is one clear problem', async () => {
  expect(await refusal(ONE_DAY, EXIT)).toEqual(['no-draft covariates']);
  expect(await refusal(ONE_DAY, undefined, BEFORE)).toEqual(['no-draft covariates']);
  expect(await refusal('person,arm,index\nA,participant,2024-01-01\n', EXIT)).toEqual(['no-draft design']);
  expect(await refusal('person,arm,index\nB,comparison,\n', EXIT)).toEqual(['no-draft design']);
  expect(await refusal(MATCHED)).toEqual(['no-draft primary']);
});

test('the draft is the same whatever the order of the rows', async () => {
  const turned = (rows: string): string => `${rows.trim().split('\n').toReversed().join('\n')}\n`;
  const [head, ...body] = MATCHED.split('\n');
  const people = [head, ...body.toReversed()].join('\n');
  const scores = 'P1,after,2024-12-01,trust,3.1\nP2,after,2024-12-01,joy,2.3\nP3,after,2024-12-01,joy,2.9\n';
  expect(await draft(people, undefined, turned(scores))).toEqual(await draft(MATCHED, undefined, scores));
});

test('a draw whose losers start later themselves makes a waiting list, if the chance is on file', async () => {
  const file = (chance: string) =>
    `person,cohort,arm,index,probability,took_part\nA,1,participant,2024-01-01,${chance},yes\nB,1,comparison,2024-01-01,${chance},no\nB,2,participant,2025-01-01,,\n`;
  const scores = 'A,after,2024-12-01,joy,4\nB,after,2024-12-01,joy,3\n';
  expect((await draft(file('0.5'), undefined, scores)).design).toBe('waiting-list');
  expect((await draft(file(''), undefined, scores)).design).toBe('lottery');
});
