import inverseBeta from '@stdlib/math-base-special-kernel-betaincinv';

/**
 * The value that a ratio of two independent variance estimates stays below with a given probability, when the variances are equal.
 *
 * Units: probability between 0 and 1, both excluded; degrees of freedom above 0, fractions allowed;
 * with fewer than 1 the far ends may pass the largest double and come out as infinite.
 *
 * @throws RangeError when the probability or the degrees of freedom are outside those ranges
 * @see Snedecor, G. W. (1934). Calculation and Interpretation of Analysis of Variance and Covariance; by DLMF 8.17 from the beta distribution
 * @see f-quantile.oracle.R (R's `qbeta`; `qf` itself is an approximation from 400,000 degrees of freedom on)
 * @example
 * fQuantile(0.5, 3, 3).toFixed(12)
 * // => '1.000000000000'
 */
export function fQuantile(probability: number, degreesAbove: number, degreesBelow: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`fQuantile: probability is ${probability}; it must lie between 0 and 1`);
  }
  for (const [name, degrees] of Object.entries({ degreesAbove, degreesBelow })) {
    if (degrees > 0 && degrees < Infinity) continue;
    throw new RangeError(`fQuantile: ${name} is ${degrees}; it must be above 0 and finite`);
  }
  const [share, rest] = inverseBeta(degreesAbove / 2, degreesBelow / 2, probability, 1 - probability);
  return (degreesBelow * share!) / (degreesAbove * rest!);
}
