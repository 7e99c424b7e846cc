import { groupBalance, type Groups } from './group-balance.ts';

/**
 * The difference of two groups in one characteristic, in units of the participants' spread before matching.
 *
 * Use it for one characteristic; for many of the same groups, `groupBalance` works out the groups once.
 *
 * Shape: one number; participants minus comparison people.
 * Units: the participants' standard deviation (n − 1).
 * Missing: not allowed; fill first.
 *
 * @returns 0 when the means agree; `undefined` when a group counts for nothing, or participants do not differ among themselves
 * @throws RangeError when the lists differ in length or a weight is negative
 * @see Austin, P. C. (2009). Balance diagnostics for comparing the distribution of baseline covariates. 10.1002/sim.3697
 * @see balance.oracle.R
 * @example
 * standardisedDifference({ column: Float64Array.of(1, 3, 1, 1), treated: Uint8Array.of(1, 1, 0, 0), weights: Float64Array.of(1, 1, 1, 1) })
 * // => 0.7071067811865475
 */
export function standardisedDifference(
  input: Groups & { readonly column: Float64Array },
): number | undefined {
  return groupBalance(input).standardisedDifference(input.column);
}
