import { groupRows } from './group-rows.ts';
import { weightedMean, weightedVariance } from './weighted-moments.ts';

/** Two groups whose balance is asked for, one entry per person. */
export interface Groups {
  /** 1 for participants, 0 for comparison people. */
  readonly treated: Uint8Array;
  /** What each person counts for; 0 leaves a person out. */
  readonly weights: Float64Array;
  /** What participants count for in their spread: the weights before matching; all alike when left out. */
  readonly spread?: Float64Array;
}

/** How alike two groups are, one characteristic at a time. */
export interface GroupBalance {
  /**
   * Participants' mean minus comparison people's, in the participants' standard deviations before matching (n − 1).
   * 0 when the means agree; `undefined` when a group counts for nothing, or participants do not differ among themselves.
   */
  standardisedDifference(column: Float64Array): number | undefined;
  /**
   * How many times the participants' variance is the comparison people's; `undefined` when a group has fewer than two
   * people, or the comparison people are all alike.
   */
  varianceRatio(column: Float64Array): number | undefined;
}

/**
 * The balance of two groups: who belongs to them is worked out once, each characteristic then costs one pass.
 *
 * Use it for many characteristics of the same groups. Balance says nothing about what was not measured.
 *
 * Shape: lists and columns of one length.
 * Missing: not allowed; fill first.
 *
 * @throws RangeError when lists or columns differ in length, or a weight is negative
 * @see Austin, P. C. (2009). Balance diagnostics for comparing the distribution of baseline covariates. 10.1002/sim.3697
 * @see Rubin, D. B. (2001). Using propensity scores to help design observational studies. 10.1023/A:1020363010465
 * @see balance.oracle.R
 * @example
 * groupBalance({ treated: Uint8Array.of(1, 1, 0, 0), weights: Float64Array.of(1, 1, 1, 1) }).varianceRatio(Float64Array.of(1, 3, 1, 5))
 * // => 0.25
 */
export function groupBalance({ treated, weights, spread }: Groups): GroupBalance {
  const { comparison, participants } = groupRows(treated, weights);
  const before = spread ?? new Float64Array(treated.length).fill(1);
  const beforeRows = groupRows(treated, before).participants;
  const checked = (column: Float64Array): Float64Array => {
    if (column.length === treated.length) return column;
    throw new RangeError(`groupBalance: column has ${column.length} entries; it must have ${treated.length}`);
  };
  return {
    standardisedDifference(column) {
      const first = weightedMean(checked(column), weights, participants);
      const second = weightedMean(column, weights, comparison);
      if (first === undefined || second === undefined) return undefined;
      // Means of one constant can differ in the last digit when weights are fractions.
      if (Math.abs(first - second) <= 4 * Number.EPSILON * Math.abs(first)) return 0;
      const variance = weightedVariance(column, before, beforeRows);
      return variance === undefined || variance === 0 ? undefined : (first - second) / Math.sqrt(variance);
    },
    varianceRatio(column) {
      const first = weightedVariance(checked(column), weights, participants);
      const second = weightedVariance(column, weights, comparison);
      return first === undefined || second === undefined || second === 0 ? undefined : first / second;
    },
  };
}
