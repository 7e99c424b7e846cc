import { type Day, MISSING_DAY } from '../study/day.ts';
import { GOAL_STATES, type GoalRows } from '../study/program-rows.ts';
import { goalProgress, type GoalProgress, shareOfWay } from './goal-progress.ts';

/** What became of a goal, in the order in which it is shown. */
export const GOAL_STATUSES = ['reached', 'on-the-way', 'late', 'let-go', 'not-known'] as const;
export type GoalStatus = (typeof GOAL_STATUSES)[number];

const REACHED = GOAL_STATES.indexOf('reached');
const DROPPED = GOAL_STATES.indexOf('dropped');
/** Shares of a way and of a time are compared as equal within rounding. */
const ROUNDING = 1e-12;

/**
 * What became of a goal by the cut-off: let go or reached as the two say, reached when its steps say so, else on the way or late by its
 * own dates. A renegotiated goal is judged by the dates it now has.
 *
 * Missing: without a known target, baseline, start or due day it is not known.
 */
export function goalStatus(goals: GoalRows, goal: number, cutoff: Day): GoalStatus {
  const state = goals.state[goal];
  if (state === DROPPED) return 'let-go';
  if (state === REACHED) return 'reached';
  const progress = goalProgress(goals, goal, cutoff);
  const way = shareOfWay(progress);
  if (way === undefined) return 'not-known';
  if (way >= 1) return 'reached';
  const time = shareOfTime(goals, goal, cutoff);
  if (time === undefined) return 'not-known';
  return keepsUp(progress, way, time) ? 'on-the-way' : 'late';
}

/** Counts keep up with whole occasions, levels with the time (M22). */
function keepsUp(progress: GoalProgress, way: number, time: { elapsed: number; span: number }): boolean {
  const { elapsed, span } = time;
  if (progress.kind === 'counted') return progress.done >= Math.floor((progress.target * elapsed) / span);
  return progress.kind === 'measured' && way >= elapsed / span - ROUNDING;
}

/** Days gone and days given, never more gone than given. */
function shareOfTime(
  goals: GoalRows,
  goal: number,
  cutoff: Day,
): { elapsed: number; span: number } | undefined {
  const start = goals.start[goal]!;
  const due = goals.due[goal]!;
  if (start === MISSING_DAY || due === MISSING_DAY) return undefined;
  if (due <= start) return { elapsed: cutoff >= due ? 1 : 0, span: 1 };
  return { elapsed: Math.min(Math.max(cutoff - start, 0), due - start), span: due - start };
}
