/**
 * The largest share that a single row of a block has in its own fitted value.
 *
 * Use it to see whether one person decides a coefficient. It assumes columns already changed so that they are orthonormal under the weights.
 *
 * Shape: column k of the block starts at k × stride; over all blocks between columns ÷ rows and 1; 0 for no rows.
 * Missing: not allowed.
 *
 * @param weights one per row of the block
 * @see Hoaglin, D. C. & Welsch, R. E. (1978). The hat matrix in regression and ANOVA. The American Statistician 32, 17–22.
 * @see largest-leverage.test.ts (by hand)
 * @example
 * largestLeverage({ block: Float64Array.of(0.5, 0.5, 0.5, 0.5), stride: 4, rows: 4, columnCount: 1 }, Float64Array.of(1, 1, 1, 1))
 * // => 0.25
 */
export function largestLeverage(
  {
    block,
    stride,
    rows,
    columnCount,
  }: {
    readonly block: Float64Array;
    readonly stride: number;
    readonly rows: number;
    readonly columnCount: number;
  },
  weights: Float64Array,
): number {
  let largest = 0;
  for (let r = 0; r < rows; r++) {
    let length = 0;
    for (let k = 0; k < columnCount; k++) length += block[k * stride + r]! ** 2;
    length *= weights[r]!;
    if (length > largest) largest = length;
  }
  return largest;
}
