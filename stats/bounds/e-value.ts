/** Turns standard deviations into a ratio of shares above the middle (Chinn 2000, by way of odds and their root). */
const RATIO_PER_DEVIATION = 0.91;

/** A ratio or difference with its range. */
export interface EstimateWithRange {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** How strong a hidden cause would have to be. */
export interface EValue {
  /** To explain the estimate away; 1 when there is nothing to explain. */
  readonly estimate: number;
  /** To bring the nearer end of the range to no difference; 1 when the range holds no difference already. */
  readonly limit: number;
}

/**
 * The E-value of a ratio: what a hidden cause would have to multiply both taking part and the outcome by to explain it away.
 *
 * Use it for comparisons that nobody drew by lot. It assumes one hidden cause beyond the covariates, and says nothing about whether
 * there is one: measure it against how much each known covariate does.
 *
 * Units: ratios above 0; 1 is no difference. E-values are 1 or more.
 *
 * @throws RangeError when a ratio is not above 0 or the estimate lies outside its range
 * @see VanderWeele, T. J. & Ding, P. (2017). Sensitivity analysis in observational research: introducing the E-value. 10.7326/M16-2607
 * @see e-value.oracle.R
 * @example
 * eValueOfRatio({ estimate: 2, low: 0.9, high: 4.4 }).limit
 * // => 1
 */
export function eValueOfRatio({ estimate, low, high }: EstimateWithRange): EValue {
  if (!(low > 0 && low <= estimate && estimate <= high && high < Infinity)) {
    throw new RangeError(
      `eValueOfRatio: the ratio is ${estimate}, from ${low} to ${high}; it must be above 0 and inside its range`,
    );
  }
  const nearer = low > 1 ? low : high < 1 ? high : 1;
  return { estimate: strength(estimate), limit: strength(nearer) };
}

/**
 * The E-value of a difference of means, by the ratio that it is about worth.
 *
 * Use it as `eValueOfRatio`. It assumes scores that are roughly normal in both groups.
 *
 * Units: differences and spread in units of the score; E-values are 1 or more.
 *
 * @param spread standard deviation of the score, before or among comparison people
 * @throws RangeError when the spread is not above 0 or the estimate lies outside its range
 * @see VanderWeele, T. J. & Ding, P. (2017). 10.7326/M16-2607, table 2
 * @see e-value.oracle.R
 * @example
 * eValueOfMeans({ estimate: 0, low: -1, high: 1 }, 0.6)
 * // => { estimate: 1, limit: 1 }
 */
export function eValueOfMeans({ estimate, low, high }: EstimateWithRange, spread: number): EValue {
  if (!(spread > 0 && spread < Infinity)) {
    throw new RangeError(`eValueOfMeans: spread is ${spread}; it must be above 0`);
  }
  const ratio = (difference: number): number => Math.exp((RATIO_PER_DEVIATION * difference) / spread);
  return eValueOfRatio({ estimate: ratio(estimate), low: ratio(low), high: ratio(high) });
}

/** E with E² ÷ (2E − 1) equal to the ratio, or to its inverse where that is above 1. */
function strength(ratio: number): number {
  const above = ratio < 1 ? 1 / ratio : ratio;
  return above + Math.sqrt(above * (above - 1));
}
