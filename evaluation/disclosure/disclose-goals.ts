import type { GoalStatus } from '../goals/goal-status.ts';
import type { GoalBar } from '../goals/what-became-of-goals.ts';
import type { ShownMeasure } from '../shown.ts';

/** The measure that counts the ends of goals: what it does not tell apart, the picture does not tell apart. */
const MEASURE = 'M22';

/**
 * The parts of the bar of goals through the door: told apart as far as the measure of goals tells them apart, else as one; empty where it
 * does not tell how many are on track.
 */
export function disclosedGoals(
  ends: readonly GoalBar[],
  measures: readonly ShownMeasure[],
  need: number,
): GoalBar[] {
  const figures = measures.find(({ number }) => number === MEASURE)?.figures ?? [];
  const isTold = (key: string): boolean =>
    figures.some((figure) => figure.key === key && figure.count !== null);
  if (!isTold('on-track')) return [];
  const end = (...statuses: readonly GoalStatus[]): GoalBar =>
    ends.find((one) => one.statuses.join() === statuses.join())!;
  const either = (first: GoalStatus, second: GoalStatus): GoalBar[] =>
    isTold(first) && isTold(second) ? [end(first), end(second)] : [end(first, second)];
  return [...either('reached', 'on-the-way'), ...either('late', 'let-go'), end('not-known')]
    .filter(({ goals }) => goals > 0)
    .map((bar) => ({ ...bar, people: bar.people !== null && bar.people >= need ? bar.people : null }));
}
