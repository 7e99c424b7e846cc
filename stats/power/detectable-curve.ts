import { type Detection, detectableDifference } from './detectable-difference.ts';
import type { PlannedOutcome } from './planned-comparison.ts';

/** One point of the curve. */
export interface DetectablePoint {
  readonly treated: number;
  readonly comparison: number;
  /** `undefined` when not even the largest change would be seen. */
  readonly difference: number | undefined;
}

/**
 * The smallest difference that would be seen, over the number of participants.
 *
 * Use it for a picture of what more people would buy. It assumes that comparison people grow along and that clusters keep their size.
 *
 * Shape: one point per size, in the order given.
 * Units: people whose outcome is known; differences in units of the outcome.
 *
 * @param planned.ratio comparison people per participant, above 0
 * @throws RangeError when an argument is outside its range
 * @see detectableDifference
 * @see power.oracle.R
 * @example
 * detectableCurve({ outcome: { kind: 'score', spread: 1, correlation: 0 }, designEffect: 1, ratio: 1, sizes: [50], direction: 'higher', chance: 0.8, level: 0.95 })[0].comparison
 * // => 50
 */
export function detectableCurve(
  planned: Detection & {
    readonly outcome: PlannedOutcome;
    readonly designEffect: number;
    readonly ratio: number;
    /** Participants whose outcome would be known. */
    readonly sizes: readonly number[];
  },
): DetectablePoint[] {
  const { outcome, designEffect, ratio, sizes, ...detection } = planned;
  return sizes.map((treated) => {
    const groups = { treated, comparison: treated * ratio, designEffect };
    return {
      treated,
      comparison: groups.comparison,
      difference: detectableDifference(outcome, groups, detection),
    };
  });
}
