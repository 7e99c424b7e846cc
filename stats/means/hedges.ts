/** From here on the series below is exact to 16 digits; its first term left out is 3e-3 ÷ x⁵. */
const SERIES_FROM = 2000;

/**
 * Hedges' J: what an effect size in standard deviations is multiplied by to be right on average in small groups.
 *
 * Use it for Hedges' g = mean difference ÷ standard deviation × J. It assumes a standard deviation from normal values.
 *
 * Units: degrees of freedom are whole, 2 or more; n − 1 for one group. The result lies between 0.56 and 1.
 *
 * @throws RangeError when the degrees of freedom are not a whole number of 2 or more
 * @see Hedges, L. (1981). Distribution theory for Glass's estimator of effect size. J. Educ. Stat. 6, 107–128; the exact
 *   form Γ(m/2) ÷ (√(m/2) Γ((m−1)/2)), by Γ(x + 1) = xΓ(x); far out by DLMF 5.11.13
 * @see means.oracle.R
 * @example
 * hedgesCorrection(2)
 * // => 0.5641895835477563
 */
export function hedgesCorrection(degreesOfFreedom: number): number {
  if (!(Number.isInteger(degreesOfFreedom) && degreesOfFreedom >= 2)) {
    throw new RangeError(
      `hedgesCorrection: degreesOfFreedom is ${degreesOfFreedom}; it must be a whole number of 2 or more`,
    );
  }
  if (degreesOfFreedom >= SERIES_FROM) return far(degreesOfFreedom);
  const even = degreesOfFreedom % 2 === 0;
  // Γ(1) ÷ Γ(1/2) and Γ(3/2) ÷ Γ(1)
  let ratio = even ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI) / 2;
  for (let m = even ? 2 : 3; m < degreesOfFreedom; m += 2) ratio *= m / (m - 1);
  return ratio / Math.sqrt(degreesOfFreedom / 2);
}

/** Γ(x + 1/2) ÷ Γ(x) = √x (1 − 1/8x + 1/128x² + 5/1024x³ − 21/32768x⁴ …) at x = (m − 1)/2. */
function far(degreesOfFreedom: number): number {
  const x = (degreesOfFreedom - 1) / 2;
  const series = 1 - 1 / (8 * x) + 1 / (128 * x ** 2) + 5 / (1024 * x ** 3) - 21 / (32768 * x ** 4);
  return Math.sqrt((degreesOfFreedom - 1) / degreesOfFreedom) * series;
}
