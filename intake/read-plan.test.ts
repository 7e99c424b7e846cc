import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textFile } from '#tests/text-file.ts';
import { readPlan } from './read-plan.ts';

const SMALLEST = {
  plan: 1,
  design: 'matched',
  cutoff: '2026-09-30',
  look: '2026-09-30',
  primary: { outcome: 'promotion', months: 24, better: 'higher', matters: 0.05 },
  covariates: ['grade'],
};

function problemsOf(plan: object) {
  const read = readPlan(textFile('plan.json', JSON.stringify(plan)));
  return 'problems' in read ? read.problems : [];
}

test('the smallest useful plan is read as it stands', () => {
  expect(readPlan(textFile('plan.json', JSON.stringify(SMALLEST)))).toEqual({ plan: SMALLEST });
});

test('every plan of the examples is read', () => {
  for (const name of readdirSync('examples', { withFileTypes: true })) {
    if (!name.isDirectory()) continue;
    const path = `examples/${name.name}/plan.json`;
    expect(readPlan({ name: path, bytes: readFileSync(path) })).toHaveProperty('plan');
  }
});

test('every problem comes at once, each with its field, its value and the cure', () => {
  const problems = problemsOf({
    ...SMALLEST,
    plan: 2,
    cutoff: '2025-02-31',
    design: 'magic',
    match: { ratio: 4, caliper: 1 },
    primary: { outcome: 'promotion', months: '24', better: 'up', matters: 0 },
    covariates: Array.from({ length: 21 }, (_, i) => `c${i}`),
  });
  expect(problems.map(({ column }) => column).sort()).toEqual([
    'covariates',
    'cutoff',
    'design',
    'match.caliper',
    'match.ratio',
    'plan',
    'primary.better',
    'primary.matters',
    'primary.months',
  ]);
  expect(problems.find(({ column }) => column === 'match.ratio')).toMatchObject({
    value: '4',
    problem: '`match.ratio` is 4, which is not one of 1, 2, 3.',
    cure: 'Write one of 1, 2, 3.',
  });
});

test('a field that is missing is named with what it must be', () => {
  const { look: _, ...without } = SMALLEST;
  expect(problemsOf(without)).toMatchObject([
    { column: 'look', value: null, cure: 'Add `look`: a day that exists, as YYYY-MM-DD.' },
  ]);
});

test('unknown fields are refused one by one, and a slip of the pen is recognised', () => {
  expect(
    problemsOf({ ...SMALLEST, watchouts: [], hope: true, primary: { ...SMALLEST.primary, month: 3 } }),
  ).toMatchObject([
    { column: 'primary.month', value: '3', cure: 'Write `months`.' },
    { column: 'watchouts', cure: 'Write `watchOuts`.' },
    { column: 'hope', value: 'true' },
  ]);
});

test('floors go upwards only, calipers stay between 0.05 and 0.25, both ends included', () => {
  expect(problemsOf({ ...SMALLEST, floors: { k: 4 } })).toMatchObject([{ column: 'floors.k' }]);
  expect(problemsOf({ ...SMALLEST, match: { caliper: 0.05 } })).toEqual([]);
  expect(problemsOf({ ...SMALLEST, match: { caliper: 0.25 } })).toEqual([]);
  expect(problemsOf({ ...SMALLEST, match: { caliper: 0.04 } })).toMatchObject([{ column: 'match.caliper' }]);
});

test('a plan that contradicts itself says where', () => {
  const { covariates: _, ...bare } = SMALLEST;
  expect(problemsOf(bare)).toMatchObject([{ column: 'covariates' }]);
  expect(problemsOf({ ...SMALLEST, also: [SMALLEST.primary] })).toMatchObject([{ value: '"promotion"' }]);
  expect(problemsOf({ ...SMALLEST, primary: { ...SMALLEST.primary, months: undefined } })).toMatchObject([
    { column: 'months' },
  ]);
});

test('a file that is not JSON is one problem', () => {
  expect(readPlan(textFile('plan.json', '{"plan":1,'))).toMatchObject({
    problems: [{ code: 'plan', column: 'plan' }],
  });
});

test('a field that stands twice is a problem, whichever of the two a reader would take', () => {
  const text = JSON.stringify(SMALLEST).replace('"months":24', '"months":12,"months":24');
  expect(readPlan(textFile('plan.json', text))).toMatchObject({
    problems: [{ column: 'primary.months', problem: '`primary.months` stands twice in the plan.' }],
  });
});

test('a plan whose characters cannot be read is a problem, not a plan with other names', () => {
  const bytes = Uint8Array.from([
    0xef,
    0xbb,
    0xbf,
    ...Buffer.from(JSON.stringify({ ...SMALLEST, program: 'Mü' }), 'latin1'),
  ]);
  expect(readPlan({ name: 'plan.json', bytes })).toMatchObject({ problems: [{ code: 'encoding' }] });
});

test('cuts of the plan and of watch-outs are read; a cut of another outcome and `among` without a cut are not', () => {
  const gap = { outcome: 'promotion', months: 24, better: 'higher', matters: 0.05, cut: 'gender' };
  expect(
    problemsOf({ ...SMALLEST, cuts: ['site'], watchOuts: [gap, { ...gap, among: 'participants' }] }),
  ).toEqual([]);
  expect(problemsOf({ ...SMALLEST, cuts: ['a', 'b', 'c', 'd'] })).toHaveLength(1);
  expect(problemsOf({ ...SMALLEST, primary: gap })).toMatchObject([
    { column: 'primary', problem: '`promotion` has a `cut`, which only a watch-out may have.' },
  ]);
  const { cut: _, ...whole } = gap;
  expect(problemsOf({ ...SMALLEST, watchOuts: [{ ...whole, among: 'participants' }] })).toMatchObject([
    { column: 'among', problem: 'The watch-out `promotion` has `among` but no `cut`.' },
  ]);
});
