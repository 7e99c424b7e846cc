import { expect, test } from 'vitest';
import { compass2027 } from './compass.fixture.ts';
import { obstacles, stepStates } from './complete.ts';
import { planFromTemplate } from './plan-from-template.ts';
import type { ProgramPlan } from './program-plan.ts';
import { TEMPLATES } from './templates/registry.ts';

const PLAN = compass2027();
const keys = (plan: ProgramPlan) => obstacles(plan).map(({ field, key }) => `${field}: ${key}`);
const states = (plan: ProgramPlan) =>
  Object.fromEntries(stepStates(plan).map(({ step, state }) => [step, state]));
const success = (change: Partial<ProgramPlan['success']>): ProgramPlan => ({
  ...PLAN,
  success: { ...PLAN.success, ...change },
});
const privacy = (change: Partial<ProgramPlan['privacy']>): ProgramPlan => ({
  ...PLAN,
  privacy: { ...PLAN.privacy, ...change },
});

test('Compass 2027 is done in every step', () => {
  expect(obstacles(PLAN)).toEqual([]);
  expect(new Set(Object.values(states(PLAN)))).toEqual(new Set(['done']));
});

test('a program just begun from the default template lacks only people, and those of the outcome of mentors', () => {
  const start = { program: 'Compass 2027', from: '2027-01-11', to: '2028-01-10' };
  const begun = planFromTemplate(TEMPLATES[0]!, start, (key) => key);
  expect(keys(begun)).toEqual([
    'expected.participants: people-missing',
    'expected.comparison: people-missing',
    'expected.mentors: outcome-lacks',
  ]);
  expect(states(begun)).toEqual({
    purpose: 'done',
    rhythm: 'done',
    success: 'done',
    comparison: 'done',
    expected: 'attention',
    privacy: 'done',
    looks: 'cannot-start',
  });
});

test('a blank program says everything that it lacks at once, and what can be seen cannot start', () => {
  const blank = planFromTemplate(TEMPLATES.at(-1)!, { program: '' }, (key) => key);
  expect(keys(blank)).toEqual([
    'purpose.program: program-missing',
    'purpose.from: from-missing',
    'purpose.to: to-missing',
    'purpose.objectives: objectives-none',
    'success.primary: primary-missing',
    'success.watchOuts: watch-out-none',
    'comparison.design: design-missing',
    'expected.participants: people-missing',
    'expected.comparison: people-missing',
    'looks.cutoff: cutoff-missing',
    'looks.look: look-missing',
  ]);
  expect(states(blank)).toMatchObject({ expected: 'cannot-start', looks: 'cannot-start', rhythm: 'done' });
});

test('an outcome that would usually be missed needs attention until it is kept knowingly', () => {
  const unsaid = { ...PLAN, expected: { ...PLAN.expected, keptKnowingly: ['retention'] } };
  const [problem, ...more] = obstacles(unsaid);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ step: 'expected', field: 'expected.keptKnowingly', key: 'outcome-short' });
  expect(problem!.values['outcome']).toBe('template.outcome.promotion');
  expect(Number(problem!.values['chance']).toFixed(2)).toBe('0.27');
});

test('a measure without owner or schedule, or that nobody knows, cannot be on; nor can a KPI without its parts', () => {
  const measures = [
    { measure: 'honesty', owner: '', schedule: ' ' },
    { measure: 'charisma', owner: 'Evaluator', schedule: 'Yearly' },
  ];
  expect(keys(success({ measures }))).toEqual([
    'success.measures.0.owner: measure-lacks',
    'success.measures.0.schedule: measure-lacks',
    'success.measures.1: measure-unknown',
  ]);
  const kpis = [{ ...PLAN.purpose.kpis[0]!, unit: '', formula: '' }, ...PLAN.purpose.kpis.slice(1)];
  expect(keys({ ...PLAN, purpose: { ...PLAN.purpose, kpis } })).toEqual([
    'purpose.kpis.0.formula: kpi-lacks',
    'purpose.kpis.0.unit: kpi-lacks',
  ]);
});

test('a measure switched on without an objective, and a kind of which nothing is on, are advice and block nothing', () => {
  const plan = success({ measures: [{ measure: 'trust-trend', owner: 'Evaluator', schedule: 'Each wave' }] });
  expect(obstacles(plan)).toEqual([]);
  const advice = stepStates(plan).find(({ step }) => step === 'success')!.problems;
  expect(advice.map(({ key, values }) => [key, Object.values(values)[0]])).toEqual([
    ['measure-orphan', 'trust-trend'],
    ['kind-none', 'interaction'],
    ['kind-none', 'goal'],
  ]);
});

test('outcomes are at most five, each once, asked in a survey of their wave, and followed for some months', () => {
  const [promotion] = PLAN.success.also;
  const { months: _months, ...endless } = promotion!;
  const also = [promotion!, promotion!, endless, ...PLAN.success.also.slice(1), endless, endless];
  expect(keys(success({ also }))).toEqual(
    expect.arrayContaining([
      'success.also: outcomes-many',
      'success.also.1: outcome-twice',
      'success.also.2.months: months-missing',
    ]),
  );
  const early = { ...PLAN.success.primary!, wave: 'during1' };
  expect(keys(success({ primary: early }))).toEqual(['success.primary: outcome-not-asked']);
});

test('matching needs characteristics, changes need no events, and a lottery is pointed out where more apply than can start', () => {
  const design = (change: Partial<ProgramPlan['comparison']>): ProgramPlan => ({
    ...PLAN,
    comparison: { ...PLAN.comparison, ...change },
  });
  expect(keys(design({ covariates: [] }))).toEqual(['comparison.covariates: covariates-missing']);
  expect(keys(design({ design: 'before-after-comparison' })).slice(0, 2)).toEqual([
    'comparison.design: event-has-no-change',
    'comparison.design: event-has-no-change',
  ]);
  const advice = stepStates(PLAN).find(({ step }) => step === 'comparison')!.problems;
  expect(advice).toMatchObject([{ key: 'lottery-possible', values: { applicants: 402, places: 160 } }]);
  expect(stepStates(design({ design: 'lottery' }))[3]!.problems).toEqual([]);
});

test('roles that exclude each other are refused for one name, whatever its letters', () => {
  const holders = [
    { role: 'box-keeper', name: 'Hanna Krüger' },
    { role: 'evaluator', name: ' hanna krüger ' },
    { role: 'integrity-contact', name: 'Ines Duarte' },
    { role: 'observer', name: 'Ines Duarte' },
  ] as const;
  const plan = { ...PLAN, purpose: { ...PLAN.purpose, holders } };
  expect(obstacles(plan)).toMatchObject([{ key: 'roles-clash', values: { name: 'Hanna Krüger' } }]);
});

test('privacy keeps to its limits: five to twenty people, three groups, three years, a keeper for sealed rounds, the cap', () => {
  expect(keys(privacy({ least: 4 }))).toEqual(['privacy.least: least-outside']);
  expect(keys(privacy({ least: 21 }))).toEqual(['privacy.least: least-outside']);
  expect(keys(privacy({ leastHr: 9 }))).toEqual(['privacy.leastHr: least-hr-outside']);
  expect(keys(privacy({ groups: ['a', 'b', 'c', 'd'] }))).toEqual(['privacy.groups: groups-many']);
  expect(keys(privacy({ keep: { ...PLAN.privacy.keep, hr: 37 } }))).toEqual([
    'privacy.keep.hr: keep-too-long',
  ]);
  expect(keys(privacy({ cap: { mentee: 87, mentor: 69 } }))).toEqual(['privacy.cap.mentee: cap-exceeded']);
  const [before, ...later] = PLAN.privacy.surveys;
  expect(keys(privacy({ surveys: [{ ...before!, promise: 'sealed' }, ...later] }))).toEqual([
    'privacy.surveys.0.promise: keeper-none',
  ]);
});

test('surveys have a day each, in the order of their waves, and known instruments', () => {
  const [before, middle, after] = PLAN.privacy.surveys;
  const { on: _on, ...undated } = middle!;
  expect(keys(privacy({ surveys: [before!, undated, after!] }))).toEqual([
    'privacy.surveys.1.on: survey-day-missing',
  ]);
  const late = { ...before!, on: '2027-08-01', instruments: [...before!.instruments, 'happy-1'] };
  expect(keys(privacy({ surveys: [late, middle!, after!] }))).toEqual([
    'privacy.surveys.0.instruments: instrument-unknown',
    'privacy.surveys.1.on: waves-disordered',
  ]);
});

test('data may not end, and nobody look, before the longest outcome is over', () => {
  const looks = (change: Partial<ProgramPlan['looks']>): ProgramPlan => ({
    ...PLAN,
    looks: { ...PLAN.looks, ...change },
  });
  expect(keys(looks({ cutoff: '2029-01-09' }))).toEqual([
    'looks.cutoff: cutoff-early',
    'looks.cutoff: cutoff-early',
  ]);
  expect(keys(looks({ look: '2029-01-09' }))).toEqual(['looks.look: look-early']);
});
