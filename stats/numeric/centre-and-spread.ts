import { compensatedSum } from './compensated-sum.ts';
import { ROWS_PER_BLOCK } from './weighted-gram.ts';

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
 * centreAndSpread(Float64Array.of(1, 5)).spread
 * // => 2
 */
export function centreAndSpread(
  values: Float64Array,
  weights?: Float64Array,
): { readonly centre: number; readonly spread: number } {
  const total = weights ? compensatedSum(weights) : values.length;
  if (!(total > 0)) {
    throw new RangeError(`centreAndSpread: weights sum to ${total}; they must sum to more than 0`);
  }
  const blocks = Math.ceil(values.length / ROWS_PER_BLOCK);
  const sums = new Float64Array(blocks);
  const squares = new Float64Array(blocks);
  for (let i = 0; i < values.length; i++) {
    sums[Math.floor(i / ROWS_PER_BLOCK)]! += (weights ? weights[i]! : 1) * values[i]!;
  }
  const centre = compensatedSum(sums) / total;
  for (let i = 0; i < values.length; i++) {
    const away = values[i]! - centre;
    squares[Math.floor(i / ROWS_PER_BLOCK)]! += (weights ? weights[i]! : 1) * away * away;
  }
  const spread = Math.sqrt(compensatedSum(squares) / total);
  // What rounding leaves of a constant such as 0.1 is not variation.
  return { centre, spread: spread > Math.abs(centre) * 1e-13 ? spread : 0 };
}
