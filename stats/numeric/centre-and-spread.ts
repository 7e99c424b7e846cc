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
  const centre = compensatedSum(blockSums(values, weights, 0, 1)) / total;
  const squares = compensatedSum(blockSums(values, weights, centre, 2));
  const spread = Math.sqrt(squares / total);
  // What rounding leaves of a constant such as 0.1 is not variation.
  return { centre, spread: spread > Math.abs(centre) * 1e-13 ? spread : 0 };
}

/** Sums over blocks of rows, of distances from a centre or of their squares; plain inside a block, where little is lost. */
function blockSums(
  values: Float64Array,
  weights: Float64Array | undefined,
  centre: number,
  power: 1 | 2,
): Float64Array {
  const sums = new Float64Array(Math.ceil(values.length / ROWS_PER_BLOCK));
  for (let b = 0; b < sums.length; b++) {
    const end = Math.min(values.length, (b + 1) * ROWS_PER_BLOCK);
    let sum = 0;
    for (let i = b * ROWS_PER_BLOCK; i < end; i++) {
      const away = values[i]! - centre;
      const part = power === 1 ? away : away * away;
      sum += weights === undefined ? part : weights[i]! * part;
    }
    sums[b] = sum;
  }
  return sums;
}
