/** A share with its own range, as `recoveredDifference` needs it. */
export interface SharedRange {
  /** The share, 0 to 1. */
  readonly share: number;
  /** Its standard error; 0 if it has none. */
  readonly standardError: number;
  /** The low end of its own range. */
  readonly low: number;
  /** The high end of its own range. */
  readonly high: number;
}

/** A difference of two shares with its range. */
export interface DifferenceRange {
  /** First share minus second share. */
  readonly estimate: number;
  /** The low end of the range, not below −1. */
  readonly low: number;
  /** The high end of the range, not above 1. */
  readonly high: number;
}

/**
 * The difference of two shares, with a range recovered from the ranges of the two.
 *
 * Use it when the shares come from a model or from clusters, so that they may move together. It assumes that each
 * share's own range (for example Wilson's) was made at the level wanted for the difference.
 *
 * Shape: first minus second; swapping the two turns the signs round.
 * Units: shares and standard errors between 0 and 1.
 *
 * @param compared the two shares, and the standard error of their difference, from which their correlation follows
 * @throws RangeError when a share lies outside its own range or a standard error is negative
 * @see Zou, G. Y. & Donner, A. (2008). Construction of confidence limits about effect measures. Statistics in Medicine 27, 1693–1702.
 * @see Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions. Statistics in Medicine 17, 873–890.
 * @see recovered-difference.test.ts (hand calculations; Newcombe's own table through `newcombe`)
 * @example
 * recoveredDifference({ first: { share: 1, standardError: 0, low: 0.5, high: 1 }, second: { share: 0, standardError: 0, low: 0, high: 0 }, differenceStandardError: 0 })
 * // => { estimate: 1, low: 0.5, high: 1 }
 */
export function recoveredDifference(compared: {
  readonly first: SharedRange;
  readonly second: SharedRange;
  readonly differenceStandardError: number;
}): DifferenceRange {
  const { first, second, differenceStandardError } = compared;
  checkRange(first, 'first');
  checkRange(second, 'second');
  if (!(differenceStandardError >= 0)) {
    throw new RangeError(
      `recoveredDifference: differenceStandardError is ${differenceStandardError}; it must be 0 or more`,
    );
  }
  const together = correlation(first.standardError, second.standardError, differenceStandardError);
  const estimate = first.share - second.share;
  const down = reach(first.share - first.low, second.high - second.share, together);
  const up = reach(first.high - first.share, second.share - second.low, together);
  return { estimate, low: Math.max(-1, estimate - down), high: Math.min(1, estimate + up) };
}

/** How strongly the two shares move together, from Var(a − b) = Var(a) + Var(b) − 2 Cov(a, b). */
function correlation(first: number, second: number, difference: number): number {
  if (first === 0 || second === 0) return 0;
  const covariance = (first * first + second * second - difference * difference) / 2;
  return Math.max(-1, Math.min(1, covariance / (first * second)));
}

/** Zou & Donner's distance from the estimate to one end. */
function reach(own: number, other: number, together: number): number {
  return Math.sqrt(Math.max(0, own * own + other * other - 2 * together * own * other));
}

function checkRange({ share, standardError, low, high }: SharedRange, which: string): void {
  if (!(low <= share && share <= high)) {
    throw new RangeError(
      `recoveredDifference: ${which} has share ${share} and range ${low} to ${high}; the share must lie inside its range`,
    );
  }
  if (!(standardError >= 0)) {
    throw new RangeError(
      `recoveredDifference: ${which}.standardError is ${standardError}; it must be 0 or more`,
    );
  }
}
