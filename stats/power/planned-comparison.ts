/** What is to be compared. */
export type PlannedOutcome =
  | {
      readonly kind: 'score';
      /** Standard deviation of the score. */
      readonly spread: number;
      /** Between the score before and after, which the comparison takes into account; 0 without a score before. */
      readonly correlation: number;
    }
  | {
      readonly kind: 'share';
      /** The share expected among comparison people, 0 to 1. */
      readonly comparisonShare: number;
    };

/** Between how many. */
export interface PlannedGroups {
  /** Participants whose outcome will be known. */
  readonly treated: number;
  /** Comparison people whose outcome will be known. */
  readonly comparison: number;
  /** Of the participants, who share mentors or teachers; see `designEffect`. 1 when nobody does. */
  readonly designEffect: number;
}

/** The variances that a planned comparison is made of, for one person of each group. */
export interface PlannedVariances {
  /** Of a participant, with the design effect. */
  readonly treated: number;
  readonly comparison: number;
}

/**
 * The variance that one person of each group brings to a planned difference.
 *
 * Units: squares of the score's units, or of shares.
 *
 * @param difference the true difference, which moves the variance of a share
 * @throws RangeError when a spread, correlation, share or design effect cannot be
 * @see Borm, G. F., Fransen, J. & Lemmens, W. A. J. G. (2007). A simple sample size formula for analysis of covariance. 10.1016/j.jclinepi.2007.02.006
 * @see power.oracle.R
 * @example
 * plannedVariances({ kind: 'share', comparisonShare: 0.5 }, 1, 0).comparison
 * // => 0.25
 */
export function plannedVariances(
  outcome: PlannedOutcome,
  effectOfDesign: number,
  difference: number,
): PlannedVariances {
  if (!(effectOfDesign >= 1 && effectOfDesign < Infinity)) {
    throw new RangeError(`plannedVariances: designEffect is ${effectOfDesign}; it must be 1 or more`);
  }
  if (outcome.kind === 'score') {
    const { spread, correlation } = outcome;
    if (!(spread > 0 && spread < Infinity && correlation >= -1 && correlation <= 1)) {
      throw new RangeError(
        `plannedVariances: spread is ${spread} and correlation ${correlation}; they must be above 0, and from −1 to 1`,
      );
    }
    const left = spread ** 2 * (1 - correlation ** 2);
    return { treated: left * effectOfDesign, comparison: left };
  }
  const share = outcome.comparisonShare;
  const other = share + difference;
  if (!(share >= 0 && share <= 1 && other >= 0 && other <= 1)) {
    throw new RangeError(
      `plannedVariances: comparisonShare is ${share} and with the difference ${other}; both must lie between 0 and 1`,
    );
  }
  return { treated: other * (1 - other) * effectOfDesign, comparison: share * (1 - share) };
}

/**
 * The standard error to be expected of a planned difference.
 *
 * Units: those of the difference.
 *
 * @throws RangeError when a group has nobody, or as `plannedVariances`
 * @see power.oracle.R
 * @example
 * plannedError({ kind: 'score', spread: 3, correlation: 0 }, { treated: 2, comparison: 2, designEffect: 1 }, 0)
 * // => 3
 */
export function plannedError(outcome: PlannedOutcome, groups: PlannedGroups, difference: number): number {
  for (const [name, people] of Object.entries({
    treated: groups.treated,
    comparison: groups.comparison,
  })) {
    if (people > 0 && people < Infinity) continue;
    throw new RangeError(`plannedError: ${name} is ${people}; it must be above 0`);
  }
  const { treated, comparison } = plannedVariances(outcome, groups.designEffect, difference);
  return Math.sqrt(treated / groups.treated + comparison / groups.comparison);
}
