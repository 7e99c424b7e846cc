import { expect, test } from 'vitest';
import { compass2027 } from '#evaluation/program/compass.fixture.ts';
import { obstacles, stepStates } from '#evaluation/program/complete.ts';
import { GOOD_PRACTICES } from '#evaluation/program/good-practices/registry.ts';
import { planFromTemplate } from '#evaluation/program/plan-from-template.ts';
import { PROBLEM_KEYS } from '#evaluation/program/problems/plan-problem.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { TEMPLATES } from '#evaluation/program/templates/registry.ts';
import { hasText } from '../text/text.ts';
import { changeRows } from './change-rows.ts';
import { designLadder } from './design-ladder.ts';
import { fieldText } from './field-text.ts';
import { measureRows } from './measure-rows.ts';
import { practiceRows } from './practice-rows.ts';
import { problemText } from './problem-text.ts';
import { programWord } from './program-word.ts';
import { seeRows } from './see-rows.ts';

const PLAN = compass2027(programWord);
const begun = (id: string) =>
  planFromTemplate(
    TEMPLATES.find((one) => one.id === id)!,
    { program: 'Compass' },
    programWord,
  );

test('every good practice and every condition of one has words', () => {
  for (const practice of Object.values(GOOD_PRACTICES).flat()) {
    for (const word of ['name', 'asks'])
      expect(hasText(`practice.${practice.id}.${word}`), practice.id).toBe(true);
    for (const condition of practice.needs)
      if ('says' in condition) expect(hasText(`practice.unmet.${condition.says}`), condition.says).toBe(true);
  }
});

test('a practice that is not on says what is missing and where it is set', () => {
  const rows = practiceRows(begun('leadership'));
  expect(rows.find(({ requirement }) => requirement === 'S10')).toMatchObject({
    name: 'Channels are agreed',
    stateName: 'Partly on',
    missing: [
      { sentence: 'The measure “Response time kept” is off.', field: 'success.measures.channel-kept' },
    ],
  });
  expect(practiceRows(begun('blank')).filter(({ state }) => state === 'off').length).toBeGreaterThan(20);
});

test('every problem that a plan can have has words', () => {
  for (const key of PROBLEM_KEYS) expect(hasText(`plan-problem.${key}`), key).toBe(true);
});

test('a problem names the thing, its value and the cure, with days, roles and chances in words', () => {
  const unsaid = { ...PLAN, expected: { ...PLAN.expected, keptKnowingly: ['retention'] } };
  expect(obstacles(unsaid).map(problemText)).toEqual([
    'A true difference of what matters in “Promotion” would be missed about 7 times in 10. Keep it knowing that, join cohorts, or choose another outcome.',
  ]);
  const soon = { ...PLAN, looks: { ...PLAN.looks, look: '2029-01-09' } };
  expect(obstacles(soon).map(problemText)).toEqual([
    'The first look on 9 Jan 2029 comes before the last day of data, 10 Jan 2029. Put it on that day or later.',
  ]);
  const holders = [
    { role: 'box-keeper', name: 'Hanna Krüger' },
    { role: 'evaluator', name: 'Hanna Krüger' },
  ] as const;
  expect(obstacles({ ...PLAN, purpose: { ...PLAN.purpose, holders } }).map(problemText)).toEqual([
    'Hanna Krüger is named as box keeper and as evaluator. One person may not hold both; name somebody else for one of them.',
  ]);
  const few = { ...PLAN, privacy: { ...PLAN.privacy, least: 4, cap: { mentee: 80, mentor: 69 } } };
  expect(obstacles(few).map(problemText)).toEqual([
    'Results need at least 5 people and at most 20; 4 is outside.',
    'The program asks up to 88 minutes of one mentee in twelve months; the limit is 80. Ask less, or raise the limit and say why.',
  ]);
});

test('everything that a blank program lacks can be said', () => {
  for (const problem of stepStates(begun('blank')).flatMap(({ problems }) => problems))
    expect(problemText(problem), problem.key).toMatch(/^[“A-Z].*[.]$/);
});

test('what can be seen is said as people say it: 15 to 26 in 100, missed 7 times in 10, 700 and 1,400 people', () => {
  const seen = seeRows(PLAN, 'Planning.');
  if (!('rows' in seen)) throw new Error(seen.sentence);
  const [skill, promotion] = seen.rows;
  expect(skill!.sentence).toBe(
    'Leadership skill after 12 months: we would reliably see 0.18 points; at 0.2 some benefit shows about 88 times in 100. Good.',
  );
  expect(promotion!.sentence).toBe(
    'Promotion after 24 months: without the program about 15 in 100; we would reliably see 15 to 26 in 100. A true rise to 20 would be missed about 7 times in 10. Expect “Inconclusive”. You would need about 700 and 1,400 people. As one of 2 outcomes that are also watched it has to clear a longer range: some benefit would then show about 18 times in 100. Kept knowing that.',
  );
  expect(promotion!.figure!.svg.screen).toContain('you: 160 people, 15 to 26 in 100');
  expect(new Set(seen.rows.map(({ figure }) => figure!.name)).size).toBe(4);
});

test('what a plan could see, with its pictures, takes less than fifty milliseconds of work', () => {
  for (let warm = 0; warm < 3; warm++) seeRows(PLAN, 'Planning.');
  const runs = [1, 2, 3, 4, 5].map((people) => {
    const plan = { ...PLAN, expected: { ...PLAN.expected, participants: 160 + people } };
    const from = process.cpuUsage();
    seeRows(plan, 'Planning.');
    return process.cpuUsage(from).user / 1000;
  });
  expect(Math.min(...runs)).toBeLessThan(50);
});

test('what cannot be seen yet says why, as a row or as a whole', () => {
  const { comparisonMentors: _mentors, ...expected } = PLAN.expected;
  const seen = seeRows({ ...PLAN, expected }, 'Planning.');
  if (!('rows' in seen)) throw new Error(seen.sentence);
  expect(seen.rows.at(-1)).toMatchObject({
    sight: 'unknown',
    figure: null,
    sentence:
      '“Mentor workload strain (1 to 5)” is about mentors. Say how many mentors and how many colleagues like them there will be.',
  });
  expect(seeRows(begun('blank'), 'Planning.')).toEqual({
    sentence: 'Choose with whom participants are compared; then you see what could be seen.',
  });
});

test('a measure has definition, formula, unit, source, owner and schedule, its own where the plan says so', () => {
  const owned = { ...PLAN.success.measures[0]!, owner: 'Lena Hoffmann' };
  const plan = { ...PLAN, success: { ...PLAN.success, measures: [owned] } };
  const rows = measureRows(plan);
  for (const row of rows)
    for (const part of ['name', 'definition', 'formula', 'unit', 'source', 'owner', 'schedule'] as const)
      expect(row[part], `${row.id} ${part}`).not.toBe('');
  expect(rows.filter(({ on }) => on !== 'off').map(({ id, on }) => [id, on])).toEqual([
    ['honesty', 'on'],
    ['skill-change', 'by-outcome'],
    ['promotion', 'by-outcome'],
    ['retention', 'by-outcome'],
    ['mentor-workload', 'by-outcome'],
  ]);
  expect(rows.find(({ id }) => id === 'honesty')!.owner).toBe('Lena Hoffmann');
  expect(rows.find(({ id }) => id === 'rhythm-kept')!.unit).toBe('in 100');
});

test('the ladder has every design, the strongest first, with the sentence that it allows', () => {
  const ladder = designLadder();
  expect(ladder.map(({ grade }) => grade)).toEqual(['A', 'A', 'B', 'B', 'B-', 'C', 'D']);
  expect(ladder.filter(({ compares }) => !compares).map(({ design }) => design)).toEqual([
    'before-after',
    'opinions',
  ]);
});

test('changes are read in words: what, from what, to what', () => {
  const after: ProgramPlan = {
    ...PLAN,
    purpose: { ...PLAN.purpose, gates: PLAN.purpose.gates.slice(0, 2), to: '2028-02-01' },
    rhythm: { ...PLAN.rhythm, usual: 'monthly' },
    success: {
      ...PLAN.success,
      primary: { ...PLAN.success.primary!, matters: 0.25 },
      also: [{ ...PLAN.success.also[0]!, matters: 0.06 }],
      measures: PLAN.success.measures.slice(1),
    },
    comparison: { ...PLAN.comparison, design: 'weighted' },
    expected: { ...PLAN.expected, answered: 0.8 },
    privacy: { ...PLAN.privacy, least: 8, commentReaders: [] },
  };
  const rows = changeRows(PLAN, after).map(({ what, before, after: then }) => `${what}: ${before} → ${then}`);
  expect(rows).toEqual([
    'Planned last day: 10 Jan 2028 → 1 Feb 2028',
    expect.stringMatching(
      /^Ethics gates: both have read what integrity means here \(at the start\), consent.*→/,
    ),
    'Usual rhythm: every two weeks → every four weeks',
    'Measure “Honesty”: Honesty → nothing',
    'Primary outcome “Leadership skill (1 to 5)”: what matters: 0.2 points → 0.25 points',
    'Also watched “Promotion”: what matters: 5 in 100 → 6 in 100',
    'Also watched “Still employed”: Still employed → nothing',
    'Design: Similar people, matched → Similar people, weighted',
    'Participants who will answer: 85 in 100 → 80 in 100',
    'Fewest people behind a result: 5 → 8',
    'Comments are read by: Priya Nair and Lena Hoffmann → nothing',
  ]);
});

test('every field of a full plan has a name of its own', () => {
  const paths = (value: unknown, path: string): string[] => {
    if (Array.isArray(value))
      return value.every((one) => typeof one === 'object' && ('id' in one || 'measure' in one))
        ? value.flatMap((one) => paths(one, `${path}.${String(one.id ?? one.outcome ?? one.measure)}`))
        : [path];
    if (typeof value !== 'object' || value === null) return [path];
    return Object.entries(value).flatMap(([key, inner]) =>
      paths(inner, path === '' ? key : `${path}.${key}`),
    );
  };
  const full = {
    ...PLAN,
    looks: { ...PLAN.looks, seed: 1 },
    comparison: { ...PLAN.comparison, minTenureDays: 90 },
  };
  const fields = paths(full, '');
  expect(fields.length).toBeGreaterThan(200);
  const names = new Map(fields.map((field) => [fieldText(field, [full]), field]));
  expect(names.size).toBe(fields.length);
});
