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
  const sums = new Float64Array(Math.ceil(values.length / ROWS_PER_BLOCK));
  const centre =
    compensatedSum(weights ? weightedSums(values, weights, sums) : plainSums(values, sums)) / total;
  const squares = compensatedSum(
    weights ? weightedSquares(values, weights, centre, sums) : plainSquares(values, centre, sums),
  );
  const spread = Math.sqrt(squares / total);
  // What rounding leaves of a constant such as 0.1 is not variation.
  return { centre, spread: spread > Math.abs(centre) * 1e-13 ? spread : 0 };
}

/** Sums of blocks of rows; plain inside a block, where little is lost, and four at a time, so that none need wait for another. */
function plainSums(values: Float64Array, sums: Float64Array): Float64Array {
  for (let b = 0; b < sums.length; b++) {
    const end = Math.min(values.length, (b + 1) * ROWS_PER_BLOCK);
    let i = b * ROWS_PER_BLOCK;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (; i + 3 < end; i += 4) {
      first += values[i]!;
      second += values[i + 1]!;
      third += values[i + 2]!;
      fourth += values[i + 3]!;
    }
    for (; i < end; i++) first += values[i]!;
    sums[b] = first + second + (third + fourth);
  }
  return sums;
}

/** The same of squared distances from a centre. */
function plainSquares(values: Float64Array, centre: number, sums: Float64Array): Float64Array {
  for (let b = 0; b < sums.length; b++) {
    const end = Math.min(values.length, (b + 1) * ROWS_PER_BLOCK);
    let i = b * ROWS_PER_BLOCK;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (; i + 3 < end; i += 4) {
      const a = values[i]! - centre;
      const c = values[i + 1]! - centre;
      const d = values[i + 2]! - centre;
      const e = values[i + 3]! - centre;
      first += a * a;
      second += c * c;
      third += d * d;
      fourth += e * e;
    }
    for (; i < end; i++) first += (values[i]! - centre) ** 2;
    sums[b] = first + second + (third + fourth);
  }
  return sums;
}

function weightedSums(values: Float64Array, weights: Float64Array, sums: Float64Array): Float64Array {
  for (let b = 0; b < sums.length; b++) {
    const end = Math.min(values.length, (b + 1) * ROWS_PER_BLOCK);
    let sum = 0;
    for (let i = b * ROWS_PER_BLOCK; i < end; i++) sum += weights[i]! * values[i]!;
    sums[b] = sum;
  }
  return sums;
}

function weightedSquares(
  values: Float64Array,
  weights: Float64Array,
  centre: number,
  sums: Float64Array,
): Float64Array {
  for (let b = 0; b < sums.length; b++) {
    const end = Math.min(values.length, (b + 1) * ROWS_PER_BLOCK);
    let sum = 0;
    for (let i = b * ROWS_PER_BLOCK; i < end; i++) {
      const away = values[i]! - centre;
      sum += weights[i]! * (away * away);
    }
    sums[b] = sum;
  }
  return sums;
}
