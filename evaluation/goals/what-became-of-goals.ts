import type { Day } from '../study/day.ts';
import type { GoalRows, PairRows } from '../study/program-rows.ts';
import { rowOfKey } from '../study/row-of-key.ts';
import { goalStatus, type GoalStatus } from './goal-status.ts';

/** One part of the bar: goals with one of these ends. */
export interface GoalBar {
  /** Several where they may not be told apart. */
  readonly statuses: readonly GoalStatus[];
  readonly goals: number;
  /** Different people in the pairs of these goals; null where fewer than the floor. */
  readonly people: number | null;
}

/** Ends that may have to be told as one: kept up or not, as the measure of goals sums them. */
const GOAL_ENDS: readonly (readonly GoalStatus[])[] = [
  ['reached'],
  ['on-the-way'],
  ['reached', 'on-the-way'],
  ['late'],
  ['let-go'],
  ['late', 'let-go'],
  ['not-known'],
];

/** What became of goals (picture P14), for every set of ends that may be told as one. */
export function whatBecameOfGoals(pairs: PairRows, goals: GoalRows, cutoff: Day): GoalBar[] {
  const rows = rowOfKey(pairs.pair);
  const ends = GOAL_ENDS.map((statuses) => ({ statuses, goals: 0, who: new Set<string>() }));
  for (let goal = 0; goal < goals.count; goal++) {
    const pair = rows.get(goals.pair[goal]!);
    if (pair === undefined) continue;
    const status = goalStatus(goals, goal, cutoff);
    for (const end of ends) {
      if (!end.statuses.includes(status)) continue;
      end.goals++;
      end.who.add(pairs.mentor[pair]!).add(pairs.mentee[pair]!);
    }
  }
  return ends.map(({ statuses, goals: count, who }) => ({ statuses, goals: count, people: who.size }));
}
