import { type Design, designBlock, loadRows } from './design-block.ts';

const ROWS_AT_A_TIME = 256;

/**
 * The largest share that a single row has in its own fitted value.
 *
 * Use it to see whether one person decides a coefficient. It assumes columns already changed so that they are orthonormal under the weights.
 *
 * Shape: between columns ÷ rows and 1; 0 for no rows.
 * Missing: not allowed.
 *
 * @param weights one per row of the data; all 1 when left out
 * @see Hoaglin, D. C. & Welsch, R. E. (1978). The hat matrix in regression and ANOVA. The American Statistician 32, 17–22.
 * @see largest-leverage.test.ts (by hand)
 * @example
 * largestLeverage({ columns: [Float64Array.of(1, 1, 1, 1)], transform: Float64Array.of(0.5) }, Int32Array.of(0, 1, 2, 3))
 * // => 0.25
 */
export function largestLeverage(design: Design, rows: Int32Array, weights?: Float64Array): number {
  const size = design.columns.length;
  const block = designBlock(size, ROWS_AT_A_TIME);
  let largest = 0;
  for (let start = 0; start < rows.length; start += ROWS_AT_A_TIME) {
    const count = Math.min(ROWS_AT_A_TIME, rows.length - start);
    const changed = loadRows(design, rows, start, count, block);
    for (let r = 0; r < count; r++) {
      let length = 0;
      for (let k = 0; k < size; k++) length += changed[k * block.stride + r]! ** 2;
      largest = Math.max(largest, length * (weights?.[rows[start + r]!] ?? 1));
    }
  }
  return largest;
}
