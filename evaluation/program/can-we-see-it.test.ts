import { expect, test } from 'vitest';
import { type SeenOutcome, canWeSeeIt } from './can-we-see-it.ts';
import { compass2027 } from './compass.fixture.ts';
import type { ProgramPlan } from './program-plan.ts';

const PLAN = compass2027();

function rowsOf(plan: ProgramPlan) {
  const seen = canWeSeeIt(plan);
  if ('lacks' in seen) throw new Error(seen.lacks);
  return seen.rows;
}
const seen = (plan: ProgramPlan, name: string): SeenOutcome => {
  const row = rowsOf(plan).find(({ outcome }) => outcome.outcome === name)!;
  if ('lacks' in row) throw new Error(row.lacks);
  return row;
};

test('Compass 2027 would see 0.178 points of skill, in 88 of 100 programs at 0.20', () => {
  const { visible, sight } = seen(PLAN, 'leadership');
  expect(visible.detectable!.toFixed(3)).toBe('0.178');
  expect(visible.chances[0]!.some.toFixed(2)).toBe('0.88');
  expect([sight, visible.amongSeveral]).toEqual(['enough', null]);
});

test('Compass 2027 would see promotions rise from 15 to 26.2 in 100, a rise to 20 in 27 of 100, and would need 703 and 1 406 people', () => {
  const { visible, sight } = seen(PLAN, 'promotion');
  expect((100 * (0.15 + visible.detectable!)).toFixed(1)).toBe('26.2');
  expect(visible.chances[0]!.some.toFixed(2)).toBe('0.27');
  expect(visible.needed).toEqual([703, 1406]);
  expect(sight).toBe('kept');
  const unsaid = { ...PLAN, expected: { ...PLAN.expected, keptKnowingly: [] } };
  expect(seen(unsaid, 'promotion').sight).toBe('short');
});

test('one of two also-watched outcomes has to clear a longer range, so it is seen more rarely; alone it has not', () => {
  const { visible } = seen(PLAN, 'promotion');
  const { amongSeveral } = visible;
  expect(amongSeveral!.of).toBe(2);
  // qnorm(0.9875) is 2.2414 and qnorm(0.975) 1.96: the normal deviate moves by as much.
  expect(visible.chances[0]!.some - amongSeveral!.some).toBeGreaterThan(0.08);
  const alone = { ...PLAN, success: { ...PLAN.success, also: PLAN.success.also.slice(0, 1) } };
  expect(seen(alone, 'promotion').visible.amongSeveral).toBeNull();
});

test('what nobody says of an outcome is named in its row, and the other rows stay', () => {
  const { comparisonMentors: _mentors, ...expected } = PLAN.expected;
  const plan = { ...PLAN, expected: { ...expected, outcomes: { ...expected.outcomes, promotion: {} } } };
  const lacks = rowsOf(plan).map((row) => [row.outcome.outcome, 'lacks' in row ? row.lacks : null]);
  expect(lacks).toEqual([
    ['leadership', null],
    ['promotion', 'share'],
    ['retention', null],
    ['strain', 'mentors'],
  ]);
  const { participants: _people, ...nobody } = PLAN.expected;
  expect(rowsOf({ ...PLAN, expected: nobody })[0]).toMatchObject({ lacks: 'participants' });
});

test('without a design, a primary outcome or somebody to compare with there is nothing to see', () => {
  const { design: _design, ...undecided } = PLAN.comparison;
  expect(canWeSeeIt({ ...PLAN, comparison: undecided })).toEqual({ lacks: 'design' });
  const { primary: _primary, ...without } = PLAN.success;
  expect(canWeSeeIt({ ...PLAN, success: without })).toEqual({ lacks: 'primary' });
  const alone = { ...PLAN, comparison: { ...PLAN.comparison, design: 'before-after' as const } };
  expect(canWeSeeIt(alone)).toEqual({ lacks: 'comparison-group' });
});
