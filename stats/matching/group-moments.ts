/** Weighted mean and spread of one group in one column. */
export interface GroupMoments {
  /** People with a weight above 0. */
  readonly people: number;
  readonly mean: number;
  /** Σ w (x − mean)² · Σw ÷ ((Σw)² − Σw²), n − 1 for equal weights; `undefined` for fewer than two people. */
  readonly variance: number | undefined;
}

/**
 * Weighted mean and variance of one group, exact to about one rounding.
 *
 * Shape: lists of one length.
 * Units: those of the column, and their square.
 *
 * @param side the value in `treated` that marks the group
 * @returns `undefined` when nobody in the group has a weight
 * @throws RangeError when the lists differ in length or a weight is negative or not finite
 * @see Galassi, M. et al. GNU Scientific Library Reference Manual, weighted samples
 * @see balance.oracle.R (R's `cov.wt`)
 * @example
 * groupMoments(Float64Array.of(1, 3, 9), Uint8Array.of(1, 1, 0), Float64Array.of(1, 1, 1), 1)
 * // => { people: 2, mean: 2, variance: 2 }
 */
export function groupMoments(
  column: Float64Array,
  treated: Uint8Array,
  weights: Float64Array,
  side: 0 | 1,
): GroupMoments | undefined {
  const n = column.length;
  if (treated.length !== n || weights.length !== n) {
    throw new RangeError(
      `groupMoments: column, treated and weights have ${n}, ${treated.length} and ${weights.length} entries; they must have the same number`,
    );
  }
  let people = 0;
  let total = 0;
  let squaredTotal = 0;
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < n; i++) {
    if (treated[i] !== side) continue;
    const weight = weights[i]!;
    if (weight === 0) continue;
    people++;
    total += weight;
    squaredTotal += weight * weight;
    // What an addition rounds away, after Knuth: compensation without a branch.
    const value = weight * column[i]!;
    const next = sum + value;
    const added = next - sum;
    lost += sum - (next - added) + (value - added);
    sum = next;
  }
  if (people === 0) return undefined;
  if (!(total > 0 && total < Infinity)) {
    throw new RangeError(`groupMoments: the weights sum to ${total}; each must be finite and 0 or more`);
  }
  const mean = (sum + lost) / total;
  if (people < 2) return { people, mean, variance: undefined };
  let squares = 0;
  for (let i = 0; i < n; i++) {
    if (treated[i] === side) squares += weights[i]! * (column[i]! - mean) ** 2;
  }
  return { people, mean, variance: squares / (total - squaredTotal / total) };
}
