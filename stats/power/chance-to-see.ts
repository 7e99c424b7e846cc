import { normalBelow } from '#stats/numeric/normal-below.ts';
import { normalQuantile } from '#stats/numeric/normal-quantile.ts';
import { plannedError, type PlannedGroups, type PlannedOutcome } from './planned-comparison.ts';

/** How often a comparison would find what is there. */
export interface ChanceToSee {
  /** A range that excludes no difference: some benefit. */
  readonly some: number;
  /** A range that lies beyond the smallest difference that matters: clear benefit. */
  readonly clear: number;
}

/**
 * The chances that a planned comparison would show a true difference at all, and clearly.
 *
 * Use it before anything starts. Print both: where the true difference is the smallest that matters, the second is
 * 2.5 in 100 however many people there are. It assumes a normal estimate; for shares in groups of a few hundred, ranges by recovered variances
 * see a difference up to 4 in 100 more often than this says.
 *
 * Units: differences in units of the outcome (shares 0 to 1), with the sign of what is expected; chances between 0 and 1; level between
 * 0 and 1, both excluded.
 *
 * @param planned.difference the true difference
 * @param planned.matters the smallest difference that matters, above 0
 * @throws RangeError when an argument is outside its range
 * @see Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd edition, chapters 2 and 6
 * @see power.oracle.R (also by simulation)
 * @example
 * chanceToSee({ outcome: { kind: 'score', spread: 1, correlation: 0 }, groups: { treated: 50, comparison: 50, designEffect: 1 }, difference: 0, matters: 0.2, level: 0.95 }).some.toFixed(3)
 * // => '0.025'
 */
export function chanceToSee(planned: {
  readonly outcome: PlannedOutcome;
  readonly groups: PlannedGroups;
  readonly difference: number;
  readonly matters: number;
  readonly level: number;
}): ChanceToSee {
  const { outcome, groups, difference, matters, level } = planned;
  if (!(matters > 0)) throw new RangeError(`chanceToSee: matters is ${matters}; it must be above 0`);
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`chanceToSee: level is ${level}; it must lie between 0 and 1`);
  }
  const error = plannedError(outcome, groups, difference);
  const reach = normalQuantile((1 + level) / 2);
  // A share of 0 or 1 in both groups has no error: then a difference of 0 is 0 errors away.
  const errors = (distance: number): number => (distance === 0 ? 0 : distance / error);
  const size = Math.abs(difference);
  return { some: normalBelow(errors(size) - reach), clear: normalBelow(errors(size - matters) - reach) };
}
