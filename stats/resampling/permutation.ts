import type { MersenneTwister } from './mersenne-twister.ts';

/**
 * The whole numbers from 0 to count − 1 in a random order.
 *
 * Use it to draw without replacement: the first k of it are what `sample.int(count, k)` gives in R 3.6.0 or later, less one.
 *
 * Shape: `count` entries, each number once; none for 0.
 *
 * @param random moves on by the numbers that are used, as R's generator does
 * @throws RangeError when the count is not a whole number of at least 0
 * @see Fisher & Yates 1938, in the form of R's `sample`: what was drawn is replaced by the last one that is left
 * @see permutation.oracle.R
 */
export function permutation(count: number, random: MersenneTwister): Int32Array {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`permutation: count is ${count}; it must be a whole number of at least 0`);
  }
  const left = new Int32Array(count).map((_, i) => i);
  const order = new Int32Array(count);
  for (let i = 0, n = count; i < count; i++) {
    const at = random.index(n);
    order[i] = left[at]!;
    left[at] = left[--n]!;
  }
  return order;
}
