import { CompensatedTotals } from '#stats/numeric/compensated-totals.ts';
import { ROWS_PER_BLOCK } from '#stats/numeric/weighted-gram.ts';
import type { Design } from './design-block.ts';

/**
 * The residuals and their products X'We with the columns as they are, which are 0 but for rounding.
 *
 * Shape: one residual per entry of `rows`, in that order.
 *
 * @param coefficients of the columns as they are
 * @see clustered-least-squares.oracle.R
 * @example
 * [...residuals(Float64Array.of(3, 5), { columns: [Float64Array.of(1, 1)], transform: Float64Array.of(1) }, Float64Array.of(4), undefined, Int32Array.of(0, 1)).values]
 * // => [-1, 1]
 */
export function residuals(
  outcome: Float64Array,
  design: Design,
  coefficients: Float64Array,
  weights: Float64Array | undefined,
  rows: Int32Array,
) {
  const values = new Float64Array(rows.length);
  const left = new CompensatedTotals(coefficients.length);
  const block = new Float64Array(coefficients.length * ROWS_PER_BLOCK);
  const fitted = new Float64Array(ROWS_PER_BLOCK);
  for (let start = 0; start < rows.length; start += ROWS_PER_BLOCK) {
    const count = Math.min(ROWS_PER_BLOCK, rows.length - start);
    fitted.fill(0);
    for (const [k, column] of design.columns.entries()) {
      const [offset, coefficient] = [k * ROWS_PER_BLOCK, coefficients[k]!];
      for (let r = 0; r < count; r++) {
        const value = column[rows[start + r]!]!;
        block[offset + r] = value;
        fitted[r]! += value * coefficient;
      }
    }
    for (let r = 0; r < count; r++) {
      const row = rows[start + r]!;
      values[start + r] = outcome[row]! - fitted[r]!;
      fitted[r] = weights ? weights[row]! * values[start + r]! : values[start + r]!;
    }
    for (let k = 0; k < coefficients.length; k++) {
      let sum = 0;
      for (let r = 0; r < count; r++) sum += block[k * ROWS_PER_BLOCK + r]! * fitted[r]!;
      left.addAt(k, sum);
    }
  }
  return { values, left: Float64Array.from(left.values()) };
}

/**
 * The products X'Wy of an outcome with the columns as they are; plain sums inside a block, compensated over blocks.
 *
 * Shape: one product per column.
 *
 * @see clustered-least-squares.oracle.R
 * @example
 * [...moments(Float64Array.of(3, 5), { columns: [Float64Array.of(1, 2)], transform: Float64Array.of(1) }, undefined, Int32Array.of(0, 1))]
 * // => [13]
 */
export function moments(
  outcome: Float64Array,
  design: Design,
  weights: Float64Array | undefined,
  rows: Int32Array,
): Float64Array {
  const totals = new CompensatedTotals(design.columns.length);
  const weighted = new Float64Array(ROWS_PER_BLOCK);
  for (let start = 0; start < rows.length; start += ROWS_PER_BLOCK) {
    const count = Math.min(ROWS_PER_BLOCK, rows.length - start);
    for (let r = 0; r < count; r++) {
      const row = rows[start + r]!;
      weighted[r] = weights ? weights[row]! * outcome[row]! : outcome[row]!;
    }
    for (const [j, column] of design.columns.entries()) {
      let sum = 0;
      for (let r = 0; r < count; r++) sum += column[rows[start + r]!]! * weighted[r]!;
      totals.addAt(j, sum);
    }
  }
  return Float64Array.from(totals.values());
}
