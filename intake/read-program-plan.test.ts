import { expect, test } from 'vitest';
import { compass2027 } from '#evaluation/program/compass.fixture.ts';
import { obstacles } from '#evaluation/program/complete.ts';
import { planFromTemplate } from '#evaluation/program/plan-from-template.ts';
import { studyPlan } from '#evaluation/program/study-plan.ts';
import { TEMPLATES } from '#evaluation/program/templates/registry.ts';
import { readPlan } from './read-plan.ts';
import { readProgramPlan } from './read-program-plan.ts';

const PLAN = compass2027();
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const problems = (change: (plan: any) => void) => {
  const json = asJson(PLAN);
  change(json);
  const read = readProgramPlan(json);
  return 'problems' in read ? read.problems : [];
};

test('a full plan, and one just begun from each template, are read as they are', () => {
  for (const plan of [
    PLAN,
    ...TEMPLATES.map((template) => planFromTemplate(template, { program: 'Compass' }, (key) => key)),
  ])
    expect(readProgramPlan(asJson(plan))).toEqual({ plan: asJson(plan) });
});

test('the measurement plan of a finished program is a plan that the command line reads, without a contradiction', () => {
  expect(obstacles(PLAN)).toEqual([]);
  const bytes = new TextEncoder().encode(
    JSON.stringify(studyPlan(PLAN, { on: '2027-01-04', by: 'Priya Nair' })),
  );
  expect(readPlan({ name: 'plan.json', bytes })).toEqual({
    plan: asJson(studyPlan(PLAN, { on: '2027-01-04', by: 'Priya Nair' })),
  });
});

test('a field that is not known is refused with the one that was meant, at any depth', () => {
  expect(
    problems((plan) => {
      plan.privacy.leasts = 5;
      plan.privacy.surveys[0].instrument = ['lead-1'];
    }),
  ).toMatchObject([
    { field: 'privacy.surveys.0.instrument', cure: 'Write `instruments`.' },
    { field: 'privacy.leasts', cure: 'Write `least`.' },
  ]);
  expect(problems((plan) => (plan.score = 7))[0]).toMatchObject({
    field: 'score',
    problem: '`score` is not a field of a plan.',
  });
});

test('every value that is wrong is named at once, with what would be right', () => {
  const found = problems((plan) => {
    plan.purpose.from = '2027-02-30';
    plan.privacy.least = 4;
    plan.privacy.keep.hr = 37;
    plan.success.primary.matters = 0;
    plan.rhythm.usual = 'daily';
    plan.expected.answered = 85;
    plan.purpose.kpis[0].name = 'x'.repeat(201);
  });
  expect(found.map(({ field, cure }) => [field, cure])).toEqual([
    ['purpose.from', 'Write a day that exists, as YYYY-MM-DD.'],
    ['purpose.kpis.0.name', 'Write a text of at most 200 letters.'],
    ['rhythm.usual', 'Write one of `two-weekly`, `monthly`, `own`.'],
    ['success.primary.matters', 'Write a number above 0.'],
    ['expected.answered', 'Write a number up to 1.'],
    ['privacy.least', 'Write a number from 5 up.'],
    ['privacy.keep.hr', 'Write a number up to 36.'],
  ]);
});

test('at most five outcomes beside the primary one, three groups, and no part twice', () => {
  expect(
    problems((plan) => {
      plan.success.also = Array.from({ length: 6 }, () => plan.success.also[0]);
      plan.privacy.groups = ['a', 'b', 'c', 'd'];
    }).map(({ field, cure }) => [field, cure]),
  ).toEqual([
    ['success.also', 'Write a list of at most 5.'],
    ['privacy.groups', 'Write a list of at most 3.'],
  ]);
  expect(problems((plan) => plan.purpose.kpis.push(plan.purpose.kpis[0]))).toMatchObject([
    { field: 'purpose.kpis.9.id', problem: '`purpose.kpis` has "promises-kept" twice.' },
  ]);
});

test('what is no plan at all says so', () => {
  for (const json of [null, 7, 'plan', []])
    expect(readProgramPlan(json)).toMatchObject({ problems: [{ field: 'plan' }] });
});
