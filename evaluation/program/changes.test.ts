import { expect, test } from 'vitest';
import fc from 'fast-check';
import { planFingerprint } from '../plan/fingerprint.ts';
import { planChanges } from './changes.ts';
import { compass2027 } from './compass.fixture.ts';
import type { ProgramPlan } from './program-plan.ts';
import { studyPlan } from './study-plan.ts';
import { loosened, onlyTightens } from './tighten.ts';

const PLAN = compass2027();
const rows = (after: ProgramPlan) =>
  planChanges(PLAN, after).map(({ field, before, after: then }) => [field, before, then]);
const privacy = (change: Partial<ProgramPlan['privacy']>): ProgramPlan => ({
  ...PLAN,
  privacy: { ...PLAN.privacy, ...change },
});

test('nothing differs between a plan and its copy, also where a member is undefined', () => {
  const copy = JSON.parse(JSON.stringify(PLAN)) as ProgramPlan;
  expect(planChanges(PLAN, copy)).toEqual([]);
  expect(planChanges(PLAN, { ...copy, success: { ...copy.success, decision: undefined } } as never)).toEqual(
    [],
  );
});

test('a changed field is one row with what it was and what it is', () => {
  const success = { ...PLAN.success, primary: { ...PLAN.success.primary!, matters: 0.25 } };
  expect(planChanges(PLAN, { ...PLAN, success })).toEqual([
    { step: 'success', field: 'success.primary.matters', before: 0.2, after: 0.25, locked: true },
  ]);
});

test('parts of lists are known by their names: one put first is one row, one taken away too', () => {
  const [first, ...kpis] = PLAN.purpose.kpis;
  const mine = { ...first!, id: 'mine', name: 'My own' };
  expect(rows({ ...PLAN, purpose: { ...PLAN.purpose, kpis: [mine, first!, ...kpis] } })).toEqual([
    ['purpose.kpis.mine', undefined, mine],
  ]);
  expect(rows({ ...PLAN, purpose: { ...PLAN.purpose, kpis } })).toEqual([
    ['purpose.kpis.promises-kept', first, undefined],
  ]);
  const measures = [...PLAN.success.measures].reverse();
  expect(rows({ ...PLAN, success: { ...PLAN.success, measures } }).map(([field]) => field)).toEqual([
    'success.measures',
  ]);
});

test('a field that came or went has nothing on the other side; plain lists are one row', () => {
  expect(rows({ ...PLAN, looks: { ...PLAN.looks, seed: 7 } })).toEqual([['looks.seed', undefined, 7]]);
  expect(rows(privacy({ groups: ['location'] }))).toEqual([
    ['privacy.groups', ['location', 'role'], ['location']],
  ]);
});

test('a row is locked exactly where the change gives another fingerprint', () => {
  const print = (plan: ProgramPlan): string => {
    const derived = studyPlan(plan);
    if ('lacks' in derived) throw new Error(derived.lacks.join());
    return planFingerprint(derived);
  };
  const { purpose, success, expected, rhythm } = PLAN;
  const all: ProgramPlan[] = [
    { ...PLAN, purpose: { ...purpose, why: 'Otherwise.' } },
    { ...PLAN, purpose: { ...purpose, holders: [] } },
    { ...PLAN, purpose: { ...purpose, objectives: purpose.objectives.slice(1) } },
    { ...PLAN, purpose: { ...purpose, kpis: purpose.kpis.map((kpi) => ({ ...kpi, owner: 'x' })) } },
    { ...PLAN, purpose: { ...purpose, kpis: purpose.kpis.map((kpi) => ({ ...kpi, target: 3 })) } },
    { ...PLAN, success: { ...success, measures: success.measures.map((one) => ({ ...one, owner: 'x' })) } },
    {
      ...PLAN,
      success: { ...success, measures: success.measures.map((one) => ({ ...one, schedule: 'x' })) },
    },
    { ...PLAN, expected: { ...expected, participants: 90 } },
    { ...PLAN, rhythm: { ...rhythm, flags: { ...rhythm.flags, drifting: 3 } } },
    privacy({ commentReaders: [] }),
    privacy({ least: 6 }),
    { ...PLAN, template: 'blank' },
  ];
  for (const plan of all) {
    const locked = planChanges(PLAN, plan).some((row) => row.locked);
    expect(print(plan) !== print(PLAN), planChanges(PLAN, plan)[0]!.field).toBe(locked);
  }
});

test('the minimum may rise and never fall; the same for every promise made to people', () => {
  expect(loosened(PLAN, privacy({ least: 4 }))).toEqual([
    { field: 'privacy.least', promised: 5, instead: 4, only: 'up' },
  ]);
  const { keep, cap, surveys } = PLAN.privacy;
  expect(onlyTightens(PLAN, privacy({ least: 8, keep: { ...keep, hr: 24 }, groups: ['role'] }))).toBe(true);
  const looser = privacy({
    leastHr: 9,
    keep: { ...keep, confidential: 25 },
    cap: { ...cap, mentor: 70 },
    groups: ['location', 'role', 'grade'],
    commentReaders: ['Priya Nair', 'Lena Hoffmann', 'David Kim'],
    surveys: surveys.map((survey) => ({ ...survey, promise: 'signed' as const })),
  });
  expect(loosened(PLAN, looser).map(({ field, only }) => [field, only])).toEqual([
    ['privacy.leastHr', 'up'],
    ['privacy.keep.confidential', 'down'],
    ['privacy.cap.mentor', 'down'],
    ['privacy.groups', 'fewer'],
    ['privacy.commentReaders', 'fewer'],
    ['privacy.surveys.before.promise', 'same-or-stronger'],
    ['privacy.surveys.middle.promise', 'same-or-stronger'],
    ['privacy.surveys.after.promise', 'same-or-stronger'],
  ]);
});

test('a reader of comments may be followed by another, and may not get company', () => {
  expect(loosened(PLAN, privacy({ commentReaders: ['Priya Nair', 'David Kim'] }))).toEqual([]);
  expect(loosened(PLAN, privacy({ commentReaders: ['Priya Nair'] }))).toEqual([]);
});

test('an ethics gate that is gone is a promise loosened, and another outcome is no tightening at all', () => {
  const { gates } = PLAN.purpose;
  const without = { ...PLAN, purpose: { ...PLAN.purpose, gates: gates.slice(1) } };
  expect(loosened(PLAN, without)).toMatchObject([
    { field: 'purpose.gates.start', promised: 'acknowledgement' },
  ]);
  const other = { ...PLAN, success: { ...PLAN.success, also: [] } };
  expect(loosened(PLAN, other)).toEqual([]);
  expect(onlyTightens(PLAN, other)).toBe(false);
});

test('of two numbers one way is always a tightening and the other a loosening', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 20 }), fc.integer({ min: 5, max: 20 }), (a, b) => {
      const there = loosened(privacy({ least: a }), privacy({ least: b })).length;
      const back = loosened(privacy({ least: b }), privacy({ least: a })).length;
      expect([there, back]).toEqual(a === b ? [0, 0] : a < b ? [0, 1] : [1, 0]);
    }),
    { seed: 27 },
  );
});
