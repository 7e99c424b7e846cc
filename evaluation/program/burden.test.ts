import { expect, test } from 'vitest';
import { burden } from './burden.ts';
import { compass2027 } from './compass.fixture.ts';
import type { ProgramPlan } from './program-plan.ts';

const PLAN = compass2027();
const both = (plan: ProgramPlan) => {
  const found = burden(plan);
  if (!found) throw new Error('no burden');
  return found;
};

test('the default program asks 64 to 88 minutes of a mentee in twelve months and 57 to 69 of a mentor', () => {
  const [mentee, mentor] = both(PLAN);
  expect(mentee!.total).toEqual([64, 88]);
  expect(mentor!.total).toEqual([57, 69]);
  expect([mentee!.inYear, mentor!.inYear]).toEqual([
    [64, 88],
    [57, 69],
  ]);
  expect([mentee!.cap, mentor!.cap]).toEqual([88, 69]);
});

test('by kind: ten minutes once, two per meeting, three a quarter, surveys; monthly is 12 meetings and two-weekly 24', () => {
  const [mentee, mentor] = both(PLAN);
  expect(mentee!.kinds).toEqual([
    { kind: 'agreement', times: [1, 1], minutes: [10, 10] },
    { kind: 'reports', times: [12, 24], minutes: [12, 24] },
    { kind: 'check-ins', times: [12, 24], minutes: [12, 24] },
    { kind: 'goals', times: [4, 4], minutes: [12, 12] },
    { kind: 'surveys', times: [3, 3], minutes: [18, 18] },
  ]);
  expect(mentor!.kinds.map(({ kind, minutes }) => [kind, minutes])).toEqual([
    ['agreement', [10, 10]],
    ['check-ins', [12, 24]],
    ['goals', [20, 20]],
    ['surveys', [15, 15]],
  ]);
});

test('what is switched off asks nothing, and one rhythm leaves no range', () => {
  const { rhythm } = PLAN;
  const activities = { ...rhythm.activities, checkIns: false, goals: false };
  const plan = { ...PLAN, rhythm: { ...rhythm, offered: ['monthly'] as const, activities } };
  expect(both(plan)[0]!.total).toEqual([40, 40]);
});

test('an own rhythm counts by its days, and without its days nothing is known', () => {
  const { rhythm } = PLAN;
  const own = { ...rhythm, offered: ['own'] as const, ownDays: 7 };
  // By hand: 364 days × 48 ÷ 52 ÷ 7 are 48 meetings of 2 minutes; 10 + 96 + 12 + 18.
  expect(both({ ...PLAN, rhythm: own })[0]!.total).toEqual([136, 136]);
  const { ownDays: _days, ...unsaid } = own;
  expect(burden({ ...PLAN, rhythm: unsaid })).toBeNull();
  const { to: _to, ...open } = PLAN.purpose;
  expect(burden({ ...PLAN, purpose: open })).toBeNull();
});

test('of a program of two years the fullest twelve months are held against the cap', () => {
  const plan = { ...PLAN, purpose: { ...PLAN.purpose, to: '2029-01-10' } };
  const [mentee] = both(plan);
  // By hand: 48 meetings at most, 8 quarters; of which a year has half, the agreement and the surveys of 2027 whole.
  expect(mentee!.total).toEqual([10 + 48 + 24 + 18, 10 + 96 + 24 + 18]);
  expect(mentee!.inYear).toEqual([10 + 24 + 12 + 18, 10 + 48 + 12 + 18]);
});
