import quantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * The value that Student's t stays below with a given probability.
 *
 * Units: probability between 0 and 1, both excluded; degrees of freedom above 0, fractions allowed.
 *
 * @throws RangeError when the probability or the degrees of freedom are outside those ranges
 * @see Student (1908). The probable error of a mean. Biometrika 6, 1–25.
 * @see quantiles.oracle.R (R's `qt`)
 * @example
 * tQuantile(0.975, 10)
 * // => 2.2281388519862744
 */
export function tQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`tQuantile: probability is ${probability}; it must lie between 0 and 1`);
  }
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError(`tQuantile: degreesOfFreedom is ${degreesOfFreedom}; it must be above 0`);
  }
  return quantile(probability, degreesOfFreedom);
}
