/** Two-sided 95 in 100 of a normal error, as Jacobson and Truax print it. */
const NORMAL = 1.96;
/** Differences of decimals that are equal on paper may differ by this. */
const ROUNDING = 1e-9;

/** How many people changed by more than the instrument's own error. */
export interface ReliableChange {
  readonly increased: number;
  readonly unchanged: number;
  readonly decreased: number;
  readonly n: number;
}

/**
 * The change that a person's score must pass to be more than the instrument's own error: 1.96 SD √(2(1 − α)).
 *
 * Use it to count people who changed. It assumes that errors of both times are independent and of equal size.
 *
 * Units: those of the score; reliability (alpha) at most 1.
 *
 * @param spread standard deviation of the scores before
 * @throws RangeError when the spread is negative or the reliability above 1
 * @see Jacobson, N. S. & Truax, P. (1991). Clinical significance. J. Consulting Clin. Psych. 59, 12–19. 10.1037/0022-006X.59.1.12
 * @see change.oracle.R
 * @example
 * reliableChangeThreshold(0.6, 0.8).toFixed(4)
 * // => '0.7438'
 */
export function reliableChangeThreshold(spread: number, reliability: number): number {
  if (!(spread >= 0 && spread < Infinity)) {
    throw new RangeError(`reliableChangeThreshold: spread is ${spread}; it must be 0 or more`);
  }
  if (!(reliability <= 1)) {
    throw new RangeError(`reliableChangeThreshold: reliability is ${reliability}; it must be at most 1`);
  }
  return NORMAL * spread * Math.sqrt(2 * (1 - reliability));
}

/**
 * The counts of people whose score rose by more than a threshold, fell by more than it, or did neither.
 *
 * Use it beside the mean change, which hides who got worse. A change of exactly the threshold is none.
 *
 * Shape: one value before and one after per person; nobody gives four zeros.
 * Units: people; the threshold in units of the score, 0 or more.
 * Missing: not allowed; leave out who is missing at one time, and count them.
 *
 * @throws RangeError when lengths differ, a value is not a number or the threshold is negative
 * @see Jacobson, N. S. & Truax, P. (1991). Clinical significance. 10.1037/0022-006X.59.1.12
 * @see change.oracle.R
 * @example
 * reliableChange(Float64Array.of(3, 3, 3), Float64Array.of(4, 3.5, 2), 0.7438)
 * // => { increased: 1, unchanged: 1, decreased: 1, n: 3 }
 */
export function reliableChange(before: Float64Array, after: Float64Array, threshold: number): ReliableChange {
  if (before.length !== after.length) {
    throw new RangeError(
      `reliableChange: before has ${before.length} values and after ${after.length}; they must have as many`,
    );
  }
  if (!(threshold >= 0)) {
    throw new RangeError(`reliableChange: threshold is ${threshold}; it must be 0 or more`);
  }
  let increased = 0;
  let decreased = 0;
  for (let i = 0; i < before.length; i++) {
    const change = after[i]! - before[i]!;
    if (Number.isNaN(change)) {
      throw new RangeError(
        `reliableChange: person ${i} has ${before[i]} before and ${after[i]} after; both must be numbers`,
      );
    }
    if (change > threshold + ROUNDING) increased++;
    else if (change < -threshold - ROUNDING) decreased++;
  }
  const n = before.length;
  return { increased, unchanged: n - increased - decreased, decreased, n };
}
