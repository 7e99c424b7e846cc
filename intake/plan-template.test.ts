import { expect, test } from 'vitest';
import { textFile } from '#tests/text-file.ts';
import { planTemplate } from './plan-template.ts';
import { readPlan } from './read-plan.ts';
import { takeIn } from './take-in.ts';

async function draft(people: string, events?: string, scores?: string) {
  const { rows } = await takeIn({
    people: textFile('people.csv', people),
    ...(events !== undefined && { events: textFile('events.csv', `person,date,kind\n${events}`) }),
    ...(scores !== undefined && {
      scores: textFile('scores.csv', `person,wave,date,scale,score\n${scores}`),
    }),
  });
  return planTemplate(rows);
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
  expect(readPlan(textFile('plan.json', JSON.stringify(plan)))).toEqual({ plan });
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
