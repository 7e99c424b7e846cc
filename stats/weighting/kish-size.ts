import { compensatedSum } from '#stats/numeric/compensated-sum.ts';

/**
 * The number of equally weighted people who would tell as much as these weighted ones: (Σw)² ÷ Σw².
 *
 * Use it when weights differ and a reader needs to know how many people really carry the figure.
 * It assumes that weights are not related to the outcome.
 *
 * Shape: any length; an empty list, or weights that are all 0, give 0.
 * Units: people; between 1 and the number of positive weights.
 * Missing: not allowed; a person left out has weight 0.
 *
 * @throws RangeError when a weight is negative or not finite
 * @see Kish, L. (1965). Survey Sampling. Wiley, section 11.7.
 * @see weights.oracle.R
 * @example
 * kishSize([1, 1, 1, 3])
 * // => 3
 */
export function kishSize(weights: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`kishSize: weights[${i}] is ${weight}; it must be finite and not negative`);
    }
    if (weight > largest) largest = weight;
  }
  if (largest === 0) return 0;
  // Against the largest weight first, so that squares of very small weights do not vanish.
  const relative = new Float64Array(weights.length);
  for (let i = 0; i < weights.length; i++) relative[i] = weights[i]! / largest;
  const sum = compensatedSum(relative);
  for (let i = 0; i < relative.length; i++) relative[i]! *= relative[i]!;
  return sum ** 2 / compensatedSum(relative);
}
