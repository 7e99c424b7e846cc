import type { Day } from '../study/day.ts';
import type { GoalRows, PairRows } from '../study/program-rows.ts';
import { rowOfKey } from '../study/row-of-key.ts';
import { GOAL_STATUSES, goalStatus, type GoalStatus } from './goal-status.ts';

/** One part of the bar: goals with one of these ends. */
export interface GoalBar {
  /** Several where one alone has too few people behind it. */
  readonly statuses: readonly GoalStatus[];
  readonly goals: number;
  /** Different people in the pairs of these goals. */
  readonly people: number;
}

/**
 * What became of goals (picture P14): parts of one bar, each with at least `least` people behind it; smaller ones are joined with the
 * next smallest, so that nothing is left to compute.
 *
 * Shape: in the order of `GOAL_STATUSES`; empty when all goals together have too few people behind them.
 */
export function whatBecameOfGoals(pairs: PairRows, goals: GoalRows, cutoff: Day, least: number): GoalBar[] {
  const rows = rowOfKey(pairs.pair);
  let parts = GOAL_STATUSES.map((status) => ({ statuses: [status], goals: 0, who: new Set<string>() }));
  for (let goal = 0; goal < goals.count; goal++) {
    const pair = rows.get(goals.pair[goal]!);
    if (pair === undefined) continue;
    const part = parts[GOAL_STATUSES.indexOf(goalStatus(goals, goal, cutoff))]!;
    part.goals++;
    for (const person of [pairs.mentor[pair]!, pairs.mentee[pair]!]) if (person !== '') part.who.add(person);
  }
  while (parts.length > 1 && parts.some(({ who }) => who.size < least)) {
    const bySize = parts.toSorted((a, b) => a.who.size - b.who.size);
    const [smallest, next] = [bySize[0]!, bySize[1]!];
    const joined = {
      statuses: GOAL_STATUSES.filter((status) => [...smallest.statuses, ...next.statuses].includes(status)),
      goals: smallest.goals + next.goals,
      who: new Set([...smallest.who, ...next.who]),
    };
    parts = parts.flatMap((part) => (part === smallest ? [] : part === next ? [joined] : [part]));
  }
  return parts
    .filter(({ who }) => who.size >= least)
    .map(({ statuses, goals: count, who }) => ({ statuses, goals: count, people: who.size }))
    .sort((a, b) => GOAL_STATUSES.indexOf(a.statuses[0]!) - GOAL_STATUSES.indexOf(b.statuses[0]!));
}
