import { errorsNeeded } from './detectable-difference.ts';
import { type PlannedOutcome, plannedVariances } from './planned-comparison.ts';

/** People of each group whose outcome must be known. */
export interface PeopleNeeded {
  readonly treated: number;
  readonly comparison: number;
}

/**
 * How many people a comparison needs to see a true difference with a given chance.
 *
 * Use it before anything starts; divide by the share of people whose outcome will be known to get people to invite. It assumes a normal
 * estimate.
 *
 * Shape: the fewest whole participants; comparison people are `ratio` times as many, rounded up.
 * Units: people whose outcome is known.
 *
 * @param planned.ratio comparison people per participant, above 0
 * @param planned.difference the true difference, not 0, with its sign
 * @throws RangeError when an argument is outside its range
 * @see Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd edition, chapters 2 and 6
 * @see power.oracle.R
 * @example
 * peopleNeeded({ outcome: { kind: 'share', comparisonShare: 0.15 }, designEffect: 1, ratio: 2, difference: 0.05, chance: 0.8, level: 0.95 })
 * // => { treated: 703, comparison: 1406 }
 */
export function peopleNeeded(planned: {
  readonly outcome: PlannedOutcome;
  readonly designEffect: number;
  readonly ratio: number;
  readonly difference: number;
  readonly chance: number;
  readonly level: number;
}): PeopleNeeded {
  const { outcome, designEffect, ratio, difference, chance, level } = planned;
  if (!(ratio > 0 && ratio < Infinity)) {
    throw new RangeError(`peopleNeeded: ratio is ${ratio}; it must be above 0`);
  }
  if (!(Math.abs(difference) > 0)) {
    throw new RangeError(`peopleNeeded: difference is ${difference}; no number of people shows none`);
  }
  const variances = plannedVariances(outcome, designEffect, difference);
  const errors = errorsNeeded({ chance, level });
  const exact = (errors / difference) ** 2 * (variances.treated + variances.comparison / ratio);
  // What rounding adds to a whole number is not another person.
  const treated = Math.max(1, Math.ceil(exact - 1e-9 * exact));
  return { treated, comparison: Math.ceil(treated * ratio - 1e-9 * treated * ratio) };
}
