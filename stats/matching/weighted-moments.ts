/**
 * The weighted mean of some rows of a column, exact to about one rounding.
 *
 * Shape: rows are places in both lists, each with a weight above 0.
 * Units: those of the column.
 *
 * @returns `undefined` for no rows
 * @see Knuth, D. E. (1998). The Art of Computer Programming 2, 4.2.2 (what an addition rounds away)
 * @see balance.oracle.R (R's `cov.wt`)
 * @example
 * weightedMean(Float64Array.of(1, 4, 9), Float64Array.of(2, 1, 1), Int32Array.of(0, 1))
 * // => 2
 */
export function weightedMean(
  column: Float64Array,
  weights: Float64Array,
  rows: Int32Array,
): number | undefined {
  let total = 0;
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const weight = weights[row]!;
    total += weight;
    const value = weight * column[row]!;
    const next = sum + value;
    const added = next - sum;
    lost += sum - (next - added) + (value - added);
    sum = next;
  }
  return rows.length === 0 ? undefined : (sum + lost) / total;
}

/**
 * The weighted variance of some rows of a column: Σ w (x − mean)² · Σw ÷ ((Σw)² − Σw²), which is n − 1 for equal weights.
 *
 * Shape: rows are places in both lists, each with a weight above 0.
 * Units: the square of the column's.
 *
 * @returns `undefined` for fewer than two rows
 * @see Galassi, M. et al. GNU Scientific Library Reference Manual, weighted samples
 * @see balance.oracle.R (R's `cov.wt`)
 * @example
 * weightedVariance(Float64Array.of(1, 3, 9), Float64Array.of(1, 1, 1), Int32Array.of(0, 1))
 * // => 2
 */
export function weightedVariance(
  column: Float64Array,
  weights: Float64Array,
  rows: Int32Array,
): number | undefined {
  const mean = weightedMean(column, weights, rows);
  if (mean === undefined || rows.length < 2) return undefined;
  let [total, squaredTotal, squares] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const weight = weights[rows[i]!]!;
    const apart = column[rows[i]!]! - mean;
    total += weight;
    squaredTotal += weight * weight;
    squares += weight * apart * apart;
  }
  return squares / (total - squaredTotal / total);
}
