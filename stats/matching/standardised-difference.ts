import { groupMoments } from './group-moments.ts';

/** A characteristic of two groups, one entry per person. */
export interface BalanceInput {
  /** The characteristic. */
  readonly column: Float64Array;
  /** 1 for participants, 0 for comparison people. */
  readonly treated: Uint8Array;
  /** What each person counts for; 0 leaves a person out. */
  readonly weights: Float64Array;
}

/**
 * The difference of two groups in a characteristic, in units of the participants' spread before matching.
 *
 * Use it to see whether groups are alike, for each characteristic on its own. It says nothing about what was not measured.
 *
 * Shape: one number; participants minus comparison people.
 * Units: the participants' standard deviation (n − 1).
 * Missing: not allowed; fill first.
 *
 * @param input.spread who counts for the spread, and how much: the weights before matching; all alike when left out
 * @returns 0 when the means agree; `undefined` when a group counts for nothing, or the means differ where participants do not differ among themselves
 * @throws RangeError when the lists differ in length or a weight is negative
 * @see Austin, P. C. (2009). Balance diagnostics for comparing the distribution of baseline covariates. 10.1002/sim.3697
 * @see balance.oracle.R
 * @example
 * standardisedDifference({ column: Float64Array.of(1, 3, 1, 1), treated: Uint8Array.of(1, 1, 0, 0), weights: Float64Array.of(1, 1, 1, 1) })
 * // => 0.7071067811865475
 */
export function standardisedDifference(
  input: BalanceInput & { readonly spread?: Float64Array },
): number | undefined {
  const { column, treated, weights } = input;
  const participants = groupMoments(column, treated, weights, 1);
  const comparison = groupMoments(column, treated, weights, 0);
  if (participants === undefined || comparison === undefined) return undefined;
  const difference = participants.mean - comparison.mean;
  // Means of one constant can differ in the last digit when weights are fractions.
  if (Math.abs(difference) <= 4 * Number.EPSILON * Math.abs(participants.mean)) return 0;
  const spread = input.spread ?? new Float64Array(column.length).fill(1);
  const variance = groupMoments(column, treated, spread, 1)?.variance;
  return variance === undefined || variance === 0 ? undefined : difference / Math.sqrt(variance);
}
