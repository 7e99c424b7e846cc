import { normalQuantile } from '#stats/numeric/normal-quantile.ts';
import { plannedError, type PlannedGroups, type PlannedOutcome } from './planned-comparison.ts';

/** What is asked of a planned comparison. */
export interface Detection {
  /** Which way the true difference points. */
  readonly direction: 'higher' | 'lower';
  /** How often it should be seen, for example 0.8. */
  readonly chance: number;
  readonly level: number;
}

/**
 * How many standard errors a true difference must be to be seen with a given chance: 2.8016 for 80 in 100 at level 0.95.
 *
 * @throws RangeError when the chance is not between the share that chance alone would see and 1, or the level is out of range
 * @see Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd edition, chapter 2
 * @see power.oracle.R
 * @example
 * errorsNeeded({ chance: 0.8, level: 0.95 }).toFixed(4)
 * // => '2.8016'
 */
export function errorsNeeded({ chance, level }: Omit<Detection, 'direction'>): number {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`errorsNeeded: level is ${level}; it must lie between 0 and 1`);
  }
  if (!(chance > (1 - level) / 2 && chance < 1)) {
    throw new RangeError(
      `errorsNeeded: chance is ${chance}; it must lie between ${(1 - level) / 2}, which no difference has, and 1`,
    );
  }
  return normalQuantile((1 + level) / 2) + normalQuantile(chance);
}

/**
 * The smallest true difference that a planned comparison would see with a given chance.
 *
 * Use it before anything starts, beside the smallest difference that matters: if it is larger, expect to be left without an answer. "See"
 * means some benefit, not a clear one. It assumes a normal estimate.
 *
 * Units: those of the outcome (shares 0 to 1), never negative; a share changes its own variance on the way, which is solved for.
 *
 * @returns `undefined` when not even the largest possible change of a share would be seen so often
 * @throws RangeError when an argument is outside its range
 * @see Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd edition, chapters 2 and 6
 * @see power.oracle.R (R's `uniroot`)
 * @example
 * detectableDifference({ kind: 'score', spread: 1, correlation: 0 }, { treated: 50, comparison: 50, designEffect: 1 }, { direction: 'higher', chance: 0.8, level: 0.95 }).toFixed(4)
 * // => '0.5603'
 */
export function detectableDifference(
  outcome: PlannedOutcome,
  groups: PlannedGroups,
  { direction, ...detection }: Detection,
): number | undefined {
  const errors = errorsNeeded(detection);
  const without = plannedError(outcome, groups, 0);
  if (outcome.kind === 'score') return errors * without;
  // d² = errors² × (p(1 − p) × a + rest) with p = share + d, a parabola in d; a share that falls is the other share that rises.
  const share = direction === 'higher' ? outcome.comparisonShare : 1 - outcome.comparisonShare;
  const a = (errors ** 2 * groups.designEffect) / groups.treated;
  const halfSlope = (a * (1 - 2 * share)) / 2;
  const difference = (halfSlope + Math.sqrt(halfSlope ** 2 + (1 + a) * (errors * without) ** 2)) / (1 + a);
  return difference <= 1 - share ? difference : undefined;
}
