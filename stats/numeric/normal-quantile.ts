import cumulative from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * The value that a standard normal quantity stays below with a given probability.
 *
 * Units: probability between 0 and 1, both excluded.
 *
 * @throws RangeError when the probability is outside that range
 * @see Wichura, M. J. (1988). Algorithm AS 241. Applied Statistics 37, 477–484.
 * @see quantiles.oracle.R (R's `qnorm`)
 * @example
 * normalQuantile(0.5)
 * // => 0
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`normalQuantile: probability is ${probability}; it must lie between 0 and 1`);
  }
  if (probability === 0.5) return 0;
  const tail = Math.min(probability, 1 - probability);
  const start = quantile(tail, 0, 1);
  // One Newton step: the library's far tails are right to 9 digits only.
  const density = Math.exp(-(start * start) / 2) / Math.sqrt(2 * Math.PI);
  const value = start - (cumulative(start, 0, 1) - tail) / density;
  return probability < 0.5 ? value : -value;
}
