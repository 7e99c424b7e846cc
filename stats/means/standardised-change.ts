import { compensatedSum } from '#stats/numeric/compensated-sum.ts';
import { centreAndSpread } from '#stats/numeric/centre-and-spread.ts';
import { hedgesCorrection } from './hedges.ts';

/**
 * Hedges' g of a paired change: the mean change in standard deviations before, corrected for small groups.
 *
 * Use it beside the change in points, to compare scales with each other. It assumes that the spread before is the yardstick; a group
 * chosen for being alike has a small one, and its g is too large.
 *
 * Shape: one value before and one after per person.
 * Units: standard deviations (n − 1) of the values before.
 * Missing: not allowed; leave out who is missing at one time.
 *
 * @returns `undefined` with fewer than three people, or when the values before do not vary
 * @throws RangeError when lengths differ
 * @see Hedges, L. (1981). Distribution theory for Glass's estimator of effect size. J. Educ. Stat. 6, 107–128
 * @see change.oracle.R
 * @example
 * standardisedChange(Float64Array.of(1, 2, 3), Float64Array.of(2, 3, 4))
 * // => 0.5641895835477564
 */
export function standardisedChange(before: Float64Array, after: Float64Array): number | undefined {
  if (before.length !== after.length) {
    throw new RangeError(
      `standardisedChange: before has ${before.length} values and after ${after.length}; they must have as many`,
    );
  }
  const n = before.length;
  if (n < 3) return undefined;
  const { spread } = centreAndSpread(before);
  if (spread === 0) return undefined;
  const change = compensatedSum(after.map((value, i) => value - before[i]!)) / n;
  return (change / (spread * Math.sqrt(n / (n - 1)))) * hedgesCorrection(n - 1);
}
