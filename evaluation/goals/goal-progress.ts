import type { Day } from '../study/day.ts';
import type { GoalRows } from '../study/program-rows.ts';

/** How far a goal has come, from dated steps and readings, never from a slider. */
export type GoalProgress =
  /** Something done, counted: `done` of `target` occasions. More than the target is done, never more than all of it in a mean. */
  | { readonly kind: 'counted'; readonly done: number; readonly target: number }
  /** A level on its way from baseline to target: `share` of the way, 0 to 1. */
  | { readonly kind: 'measured'; readonly now: number; readonly share: number }
  /** A level that went the other way, by so much; that is not the same as no progress. */
  | { readonly kind: 'moved-away'; readonly now: number; readonly by: number }
  /** Start equals target, so there is nothing to reach; "keep at" is another kind of goal. */
  | { readonly kind: 'no-distance' }
  | { readonly kind: 'unknown'; readonly lacks: 'target' | 'baseline' };

/**
 * How far a goal has come at the cut-off.
 *
 * A goal counts occasions when it has no level to start from; steps without a value count one each. With a baseline it is a level,
 * and the last reading says where it stands; before the first reading it stands at its baseline.
 *
 * Missing: without a target, or with readings but no baseline, it is not known.
 */
export function goalProgress(goals: GoalRows, goal: number, cutoff: Day): GoalProgress {
  const target = goals.target[goal]!;
  const baseline = goals.baseline[goal]!;
  const steps = goals.progress[goal]!.filter(({ day }) => day <= cutoff);
  if (Number.isNaN(target)) return { kind: 'unknown', lacks: 'target' };
  const counts = !goals.progress[goal]!.some(({ value }) => !Number.isNaN(value));
  if (Number.isNaN(baseline) || (baseline === 0 && counts && steps.length > 0)) {
    if (!counts) return { kind: 'unknown', lacks: 'baseline' };
    return target > 0 ? { kind: 'counted', done: steps.length, target } : { kind: 'no-distance' };
  }
  if (baseline === target) return { kind: 'no-distance' };
  const now = steps.findLast(({ value }) => !Number.isNaN(value))?.value ?? baseline;
  const share = (now - baseline) / (target - baseline);
  return share < 0
    ? { kind: 'moved-away', now, by: Math.abs(now - baseline) }
    : { kind: 'measured', now, share: Math.min(1, share) };
}

/** Share of the way for a mean, 0 to 1; undefined where it is not known. */
export function shareOfWay(progress: GoalProgress): number | undefined {
  if (progress.kind === 'counted') return Math.min(1, progress.done / progress.target);
  if (progress.kind === 'measured') return progress.share;
  return progress.kind === 'moved-away' ? 0 : undefined;
}

/**
 * Whether a goal is an activity: what it counts is attending or doing something, not a level of skill. Then somebody should ask how
 * one will notice that the skill is there.
 */
export function isActivity(goals: GoalRows, goal: number): boolean {
  const baseline = goals.baseline[goal]!;
  const steps = goals.progress[goal]!;
  if (Number.isNaN(goals.target[goal]!) || steps.some(({ value }) => !Number.isNaN(value))) return false;
  return Number.isNaN(baseline) || (baseline === 0 && steps.length > 0);
}
