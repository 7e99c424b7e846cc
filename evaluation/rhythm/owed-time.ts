import { type Day, MISSING_DAY } from '../study/day.ts';
import type { Interval, PairRows } from '../study/program-rows.ts';

/** The time in which a pair owes what it agreed: after the first day, up to and with the last. */
export interface OwedTime {
  readonly from: Day;
  readonly to: Day;
  /** Agreed pauses: their days are owed nothing. */
  readonly paused: readonly Interval[];
  /** Agreed days between meetings; 0 when none is known: then nothing that happened is known to be as agreed. */
  readonly rhythmDays: number;
}

/**
 * The owed time of every pair, from the day it was made to its planned end or the cut-off. Ending early shortens nothing.
 *
 * Missing: without a planned end the pair owes to the cut-off. When the day it was made is not known it owes from the first day
 * of any pair on, and its rhythm counts as not known: so erasing facts can't make a figure better.
 *
 * @returns undefined when no pair has a day on which it was made
 */
export function owedTimes(pairs: PairRows, cutoff: Day): readonly OwedTime[] | undefined {
  let first = Infinity;
  for (const made of pairs.made) if (made !== MISSING_DAY) first = Math.min(first, made);
  if (first === Infinity) return undefined;
  return Array.from({ length: pairs.count }, (_, i) => {
    const made = pairs.made[i]!;
    const plannedEnd = pairs.plannedEnd[i]!;
    const known = made !== MISSING_DAY;
    const from = known ? made : first;
    const to = plannedEnd === MISSING_DAY ? cutoff : Math.min(cutoff, plannedEnd);
    return {
      from,
      to: Math.max(from, to),
      paused: pairs.paused[i]!,
      rhythmDays: known ? Math.max(0, pairs.rhythmDays[i]!) : 0,
    };
  });
}

/**
 * The days after `from`, up to and with `to`, on which no pause was agreed.
 *
 * @example
 * activeDays(0, 30, [[11, 20]])
 * // => 20
 */
export function activeDays(from: Day, to: Day, paused: readonly Interval[]): number {
  let days = to - from;
  for (const [first, last] of paused) days -= Math.max(0, Math.min(last, to) - Math.max(first - 1, from));
  return Math.max(0, days);
}
