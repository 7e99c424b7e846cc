import { groupBalance, type Groups } from './group-balance.ts';

/**
 * How many times the participants' variance in one characteristic is the comparison people's.
 *
 * Use it beside the standardised difference: groups with one mean can still differ in spread. It suits amounts, not 0/1 columns.
 *
 * Shape: one number; 1 for equal spread.
 * Missing: not allowed; fill first.
 *
 * @returns `undefined` when a group has fewer than two people, or the comparison people are all alike
 * @throws RangeError when the lists differ in length or a weight is negative
 * @see Rubin, D. B. (2001). Using propensity scores to help design observational studies. 10.1023/A:1020363010465
 * @see balance.oracle.R
 * @example
 * varianceRatio({ column: Float64Array.of(1, 3, 1, 5), treated: Uint8Array.of(1, 1, 0, 0), weights: Float64Array.of(1, 1, 1, 1) })
 * // => 0.25
 */
export function varianceRatio(input: Groups & { readonly column: Float64Array }): number | undefined {
  return groupBalance(input).varianceRatio(input.column);
}
