/**
 * The range of a share: every true share that would not be surprised by the one seen.
 *
 * Use it when a share has 20 people or more behind it, also near 0 and 1, where a symmetric range leaves the
 * possible. It assumes that the share's variance is share × (1 − share) ÷ effective size; with clusters or weights
 * the effective size is share × (1 − share) ÷ standard error², or Kish's size where that is 0 ÷ 0.
 *
 * Shape: low end first; never below 0 or above 1.
 * Units: share between 0 and 1, both included; effective size in people, above 0, fractions allowed; quantile of
 * the normal or t distribution for the level wanted, 0 or more.
 *
 * @throws RangeError when an argument is outside its range
 * @see Wilson, E. B. (1927). Probable inference. JASA 22, 209–212.
 * @see Korn, E. L. & Graubard, B. I. (1998). Confidence intervals for proportions. Survey Methodology 24, 193–201.
 * @see proportions.oracle.R (R's `prop.test(correct = FALSE)`)
 * @example
 * wilson(0, 4, 2)
 * // => [0, 0.5]
 */
export function wilson(share: number, effectiveSize: number, quantile: number): [low: number, high: number] {
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`wilson: share is ${share}; it must lie between 0 and 1`);
  }
  if (!(effectiveSize > 0)) {
    throw new RangeError(`wilson: effectiveSize is ${effectiveSize}; it must be above 0`);
  }
  if (!(quantile >= 0)) {
    throw new RangeError(`wilson: quantile is ${quantile}; it must be 0 or more`);
  }
  if (effectiveSize === Infinity) return [share, share];
  const shrink = (quantile * quantile) / effectiveSize;
  const reach = Math.sqrt(share * (1 - share) * shrink + (shrink * shrink) / 4);
  const high = (share + shrink / 2 + reach) / (1 + shrink);
  // The low end as 1 − the high end of the opposite share: the plain formula subtracts nearly equal numbers.
  const low = (share * share) / (share + shrink / 2 + reach);
  return [share === 0 ? 0 : Math.min(share, low), share === 1 ? 1 : Math.min(1, Math.max(share, high))];
}
