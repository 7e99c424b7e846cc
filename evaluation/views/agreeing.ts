import type { Range } from '../finding.ts';

/** Who answers 4 or 5 of 5 agrees; on other scales the same part of their length. */
const AGREE_FROM = 0.75;
/** Means of several answers miss a step by less than this. */
const NEARLY = 1e-9;

/**
 * The least value that agrees, a hair lower, so that a mean of several answers does not miss its step by rounding.
 *
 * @example
 * agreesFrom([1, 5])
 * // => 3.999999999
 */
export function agreesFrom([low, high]: Range): number {
  return low + AGREE_FROM * (high - low) - NEARLY;
}

/**
 * 1 for each value that agrees, 0 for each other, NaN where it is not known.
 *
 * @example
 * Array.from(agreeing(Float64Array.of(4, 3.9), [1, 5]))
 * // => [1, 0]
 */
export function agreeing(values: Float64Array, ends: Range): Float64Array {
  const limit = agreesFrom(ends);
  return values.map((value) => (Number.isNaN(value) ? value : value >= limit ? 1 : 0));
}
