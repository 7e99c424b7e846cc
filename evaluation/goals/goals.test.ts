import { describe, expect, test } from 'vitest';
import { type WorkedGoal, workedGoals, workedPairs } from '../measures/worked-tables.ts';
import { dayFromIso } from '../study/day.ts';
import { GOAL_STATES } from '../study/program-rows.ts';
import { goalProgress, isActivity, shareOfWay } from './goal-progress.ts';
import { goalStatus } from './goal-status.ts';
import { activitiesAmong } from './skills-to-measure.ts';
import { whatBecameOfGoals } from './what-became-of-goals.ts';

const on = (iso: string): number => dayFromIso(iso)!;
const goal = (facts: Partial<WorkedGoal>) => workedGoals([{ pair: 'p0', ...facts }]);
const progress = (facts: Partial<WorkedGoal>) => goalProgress(goal(facts), 0, 100);
const status = (facts: Partial<WorkedGoal>, cutoff = 100) => goalStatus(goal(facts), 0, cutoff);
const steps = (count: number) => Array.from({ length: count }, (_, day) => ({ day }));

describe('C36: a goal', () => {
  test('(a) from 10 to 10 and (e) from 0 to 0 has nothing to reach', () => {
    expect(progress({ baseline: 10, target: 10 })).toEqual({ kind: 'no-distance' });
    expect(progress({ baseline: 0, target: 0 })).toEqual({ kind: 'no-distance' });
  });

  test('(b) from 12 to 0 that stands at 9 has come 25 in 100 of its way', () => {
    expect(progress({ baseline: 12, target: 0, progress: [{ day: 5, value: 9 }] })).toEqual({
      kind: 'measured',
      now: 9,
      share: 0.25,
    });
  });

  test('(c) from 12 to 0 that stands at 14 has moved away by 2', () => {
    expect(progress({ baseline: 12, target: 0, progress: [{ day: 5, value: 14 }] })).toEqual({
      kind: 'moved-away',
      now: 14,
      by: 2,
    });
  });

  test('(d) from 0 to 3 that stands at 4 is done, 4 of 3, and never more than all in a mean', () => {
    const counted = progress({ baseline: 0, target: 3, progress: steps(4) });
    expect(counted).toEqual({ kind: 'counted', done: 4, target: 3 });
    expect(shareOfWay(counted)).toBe(1);
    const read = progress({ baseline: 0, target: 3, progress: [{ day: 5, value: 4 }] });
    expect(read).toEqual({ kind: 'measured', now: 4, share: 1 });
    expect(status({ baseline: 0, target: 3, progress: steps(4), start: 0, due: 200 })).toBe('reached');
  });
});

describe('the article: "improve public speaking by attending three workshops within six months"', () => {
  const workshops = (done: readonly string[]): Partial<WorkedGoal> => ({
    area: 'public speaking',
    target: 3,
    start: on('2027-01-01'),
    due: on('2027-07-01'),
    progress: done.map((day) => ({ day: on(day) })),
  });
  const dates = ['2027-02-10', '2027-04-20', '2027-06-15'];

  test('counts 0 of 3 to 3 of 3 by its dates', () => {
    const looks = ['2027-02-09', '2027-02-10', '2027-04-20', '2027-06-15'];
    const done = looks.map((look) => goalProgress(goal(workshops(dates)), 0, on(look)));
    expect(done).toEqual([0, 1, 2, 3].map((count) => ({ kind: 'counted', done: count, target: 3 })));
  });

  test('is on track at month three with one workshop, late without, late at the end with two, reached with three', () => {
    expect(status(workshops(dates), on('2027-04-01'))).toBe('on-the-way');
    expect(status(workshops([]), on('2027-04-01'))).toBe('late');
    expect(status(workshops(dates.slice(0, 2)), on('2027-07-01'))).toBe('late');
    expect(status(workshops(dates), on('2027-07-01'))).toBe('reached');
  });

  test('is an activity, and the skill is asked for unless a scale of its area has scores', () => {
    const goals = goal(workshops(dates));
    expect(isActivity(goals, 0)).toBe(true);
    const scored = (scale: string) => activitiesAmong(goals, { scale: [scale] } as never).lacksSkill[0];
    expect(activitiesAmong(goals, undefined).lacksSkill[0]).toBe(1);
    expect(['listening', 'Public-speaking'].map(scored)).toEqual([1, 0]);
    const level = goal({ baseline: 2.5, target: 4, progress: [{ day: 5, value: 3 }] });
    expect(isActivity(level, 0)).toBe(false);
  });
});

describe('the status of a goal', () => {
  const state = (word: (typeof GOAL_STATES)[number]) => GOAL_STATES.indexOf(word);
  const half = { baseline: 0, target: 10, start: 0, due: 200 };

  test('is what the two say when they say reached or dropped', () => {
    expect(status({ state: state('reached') })).toBe('reached');
    expect(status({ ...half, state: state('dropped'), progress: [{ day: 5, value: 10 }] })).toBe('let-go');
  });

  test('of a level is on the way while its way is as long as its time', () => {
    expect(status({ ...half, progress: [{ day: 5, value: 5 }] })).toBe('on-the-way');
    expect(status({ ...half, progress: [{ day: 5, value: 4.9 }] })).toBe('late');
    expect(status({ ...half, progress: [{ day: 5, value: -1 }] }, 0)).toBe('on-the-way');
    expect(status({ ...half, progress: [{ day: 0, value: -1 }] }, 0)).toBe('late');
  });

  test('is not known without target, baseline or dates', () => {
    expect(status({ ...half, target: Number.NaN })).toBe('not-known');
    expect(status({ target: 10, start: 0, due: 200, progress: [{ day: 5, value: 5 }] })).toBe('not-known');
    expect(status({ baseline: 0, target: 10, progress: [{ day: 5, value: 5 }] })).toBe('not-known');
  });

  test('of a renegotiated goal goes by the dates it has now', () => {
    expect(status({ ...half, state: state('renegotiated'), due: 2000 }, 100)).toBe('late');
    expect(status({ target: 3, start: 0, due: 2000, state: state('renegotiated') }, 100)).toBe('on-the-way');
  });
});

describe('what became of goals', () => {
  const ends = (states: readonly number[]) => {
    const pairs = workedPairs(states.map(() => ({})));
    const goals = workedGoals(states.map((state, i) => ({ pair: `p${i}`, state })));
    return whatBecameOfGoals(pairs, goals, 100);
  };

  test('is counted with the people behind it, each end for itself and the ends that may be told as one', () => {
    // 6 reached, 4 let go, 1 not known: two people behind each goal.
    const found = ends([...new Array<number>(6).fill(1), ...new Array<number>(4).fill(3), 0]);
    expect(found.filter(({ goals }) => goals > 0)).toEqual([
      { statuses: ['reached'], goals: 6, people: 12 },
      { statuses: ['reached', 'on-the-way'], goals: 6, people: 12 },
      { statuses: ['let-go'], goals: 4, people: 8 },
      { statuses: ['late', 'let-go'], goals: 4, people: 8 },
      { statuses: ['not-known'], goals: 1, people: 2 },
    ]);
  });
});
