/**
 * How many times as large the variance of a mean is when people come in clusters.
 *
 * Use it to plan. It assumes that people of one cluster are alike to the same degree everywhere.
 *
 * Units: mean people per cluster, 1 or more; variation of cluster sizes as standard deviation ÷ mean, 0 or more; intraclass
 * correlation from 0 to 1.
 *
 * @throws RangeError when an argument is outside its range
 * @see Eldridge, S. M., Ashby, D. & Kerry, S. (2006). Sample size for cluster randomized trials: effect of coefficient of variation of cluster size. 10.1093/ije/dyl129
 * @see power.oracle.R
 * @example
 * designEffect({ meanSize: 3, sizeVariation: 0, intraclassCorrelation: 0.1 })
 * // => 1.2
 */
export function designEffect(clusters: {
  readonly meanSize: number;
  readonly sizeVariation: number;
  readonly intraclassCorrelation: number;
}): number {
  const { meanSize, sizeVariation, intraclassCorrelation } = clusters;
  if (!(meanSize >= 1 && meanSize < Infinity)) {
    throw new RangeError(`designEffect: meanSize is ${meanSize}; it must be 1 or more`);
  }
  if (!(sizeVariation >= 0 && sizeVariation < Infinity)) {
    throw new RangeError(`designEffect: sizeVariation is ${sizeVariation}; it must be 0 or more`);
  }
  if (!(intraclassCorrelation >= 0 && intraclassCorrelation <= 1)) {
    throw new RangeError(
      `designEffect: intraclassCorrelation is ${intraclassCorrelation}; it must lie between 0 and 1`,
    );
  }
  return 1 + (meanSize * (1 + sizeVariation ** 2) - 1) * intraclassCorrelation;
}
