import { CompensatedTotals } from './compensated-totals.ts';

/**
 * The weighted mean of a column and its standard deviation around it (divided by the sum of weights).
 *
 * Use it to bring columns to one scale before an iteration; a column that never varies has a spread of exactly 0.
 *
 * Shape: one weight per value; without weights all count the same.
 * Units: both in units of the values.
 *
 * @throws RangeError when the weights sum to 0
 * @see centre-and-spread.test.ts (by hand)
 * @example
 * centreAndSpread(Float64Array.of(1, 5))
 * // => { centre: 3, spread: 2 }
 */
export function centreAndSpread(
  values: Float64Array,
  weights?: ArrayLike<number>,
): { readonly centre: number; readonly spread: number } {
  const sums = new CompensatedTotals(3);
  for (let i = 0; i < values.length; i++) {
    const weight = weights ? weights[i]! : 1;
    sums.addAt(0, weight);
    sums.addAt(1, weight * values[i]!);
  }
  const total = sums.at(0);
  if (!(total > 0))
    throw new RangeError(`centreAndSpread: weights sum to ${total}; they must sum to more than 0`);
  const centre = sums.at(1) / total;
  for (let i = 0; i < values.length; i++) {
    const weight = weights ? weights[i]! : 1;
    sums.addAt(2, weight * (values[i]! - centre) ** 2);
  }
  const spread = Math.sqrt(sums.at(2) / total);
  // What rounding leaves of a constant such as 0.1 is not variation.
  return { centre, spread: spread > Math.abs(centre) * 1e-13 ? spread : 0 };
}
