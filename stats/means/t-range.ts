import { tQuantile } from '#stats/numeric/t-quantile.ts';

/**
 * The symmetric range around an estimate that covers the truth in the given share of repetitions, by Student's t.
 *
 * Use it for means, changes and effects with a standard error; shares have ranges of their own.
 *
 * Shape: low end first.
 * Units: those of the estimate; level between 0 and 1, both excluded.
 *
 * @throws RangeError when the level or the degrees of freedom are out of range
 * @see Student (1908). The probable error of a mean. Biometrika 6, 1–25.
 * @see means.oracle.R
 * @example
 * tRange(5, 0, 9, 0.95)
 * // => [5, 5]
 */
export function tRange(
  estimate: number,
  standardError: number,
  degreesOfFreedom: number,
  level: number,
): [low: number, high: number] {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`tRange: level is ${level}; it must lie between 0 and 1`);
  }
  const reach = tQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  return [estimate - reach, estimate + reach];
}
