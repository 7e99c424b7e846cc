/**
 * How many rows a block holds: 16 columns of 256 doubles (32 KB) stay in a processor's fastest cache, and a plain
 * sum of 256 numbers loses less than the compensated sum over the blocks keeps.
 */
export const ROWS_PER_BLOCK = 256;

/**
 * The weighted products of every column with every other, Z'WZ, of one block of rows.
 *
 * Use it as the inner step of a regression: add the blocks' results by `CompensatedTotals`.
 *
 * Shape: column k of the block is `block[k × stride … k × stride + rows)`; the result, `columnCount` × `columnCount`
 * by rows, overwrites `gram`. No rows give zeros.
 *
 * @param block.weights one per row
 * @see any text on least squares; four products at a time only so that each number read is used twice
 * @see weighted-gram.test.ts (the definition, by a plain loop)
 * @example
 * [...weightedGram({ block: Float64Array.of(1, 3), weights: Float64Array.of(1, 10), rows: 2, stride: 2, columnCount: 1 }, new Float64Array(1))]
 * // => [91]
 */
export function weightedGram(
  {
    block,
    weights,
    rows,
    stride,
    columnCount,
  }: {
    readonly block: Float64Array;
    readonly weights: Float64Array;
    readonly rows: number;
    readonly stride: number;
    readonly columnCount: number;
  },
  gram: Float64Array,
): Float64Array {
  const last = columnCount - 1;
  for (let j1 = 0; j1 < columnCount; j1 += 2) {
    const j2 = Math.min(j1 + 1, last);
    for (let k1 = j1; k1 < columnCount; k1 += 2) {
      const k2 = Math.min(k1 + 1, last);
      const [a, b, c, d] = [j1 * stride, j2 * stride, k1 * stride, k2 * stride];
      let ac = 0;
      let ad = 0;
      let bc = 0;
      let bd = 0;
      for (let r = 0; r < rows; r++) {
        const left = block[a + r]! * weights[r]!;
        const right = block[b + r]! * weights[r]!;
        const third = block[c + r]!;
        const fourth = block[d + r]!;
        ac += left * third;
        ad += left * fourth;
        bc += right * third;
        bd += right * fourth;
      }
      gram[j1 * columnCount + k1] = gram[k1 * columnCount + j1] = ac;
      gram[j1 * columnCount + k2] = gram[k2 * columnCount + j1] = ad;
      gram[j2 * columnCount + k1] = gram[k1 * columnCount + j2] = bc;
      gram[j2 * columnCount + k2] = gram[k2 * columnCount + j2] = bd;
    }
  }
  return gram;
}
