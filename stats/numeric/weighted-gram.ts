/**
 * How many rows a block holds: 16 columns of 256 doubles (32 KB) stay in a processor's fastest cache, and a plain
 * sum of 256 numbers loses less than the compensated sum over the blocks keeps.
 */
export const ROWS_PER_BLOCK = 256;

/** Columns on each side of a tile of products that are summed together. */
const TILE = 3;

/**
 * The weighted products of every column with every other, Z'WZ, of one block of rows.
 *
 * Use it as the inner step of a regression: add the blocks' results by `CompensatedTotals`.
 *
 * Shape: column k of the block is `block[k × stride … k × stride + rows)`; the result, `columnCount` × `columnCount`
 * by rows, overwrites `gram`. No rows give zeros.
 *
 * @param block.weights one per row
 * @see any text on least squares; nine products at a time only so that each number read is used three times
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
  for (let j = 0; j < columnCount; j += TILE) {
    for (let k = j; k < columnCount; k += TILE) {
      const j2 = Math.min(j + 1, last);
      const j3 = Math.min(j + 2, last);
      const k2 = Math.min(k + 1, last);
      const k3 = Math.min(k + 2, last);
      const a = j * stride;
      const b = j2 * stride;
      const c = j3 * stride;
      const d = k * stride;
      const e = k2 * stride;
      const f = k3 * stride;
      let ad = 0;
      let ae = 0;
      let af = 0;
      let bd = 0;
      let be = 0;
      let bf = 0;
      let cd = 0;
      let ce = 0;
      let cf = 0;
      for (let r = 0; r < rows; r++) {
        const weight = weights[r]!;
        const first = block[a + r]! * weight;
        const second = block[b + r]! * weight;
        const third = block[c + r]! * weight;
        const x = block[d + r]!;
        const y = block[e + r]!;
        const z = block[f + r]!;
        ad += first * x;
        ae += first * y;
        af += first * z;
        bd += second * x;
        be += second * y;
        bf += second * z;
        cd += third * x;
        ce += third * y;
        cf += third * z;
      }
      gram[j * columnCount + k] = gram[k * columnCount + j] = ad;
      gram[j * columnCount + k2] = gram[k2 * columnCount + j] = ae;
      gram[j * columnCount + k3] = gram[k3 * columnCount + j] = af;
      gram[j2 * columnCount + k] = gram[k * columnCount + j2] = bd;
      gram[j2 * columnCount + k2] = gram[k2 * columnCount + j2] = be;
      gram[j2 * columnCount + k3] = gram[k3 * columnCount + j2] = bf;
      gram[j3 * columnCount + k] = gram[k * columnCount + j3] = cd;
      gram[j3 * columnCount + k2] = gram[k2 * columnCount + j3] = ce;
      gram[j3 * columnCount + k3] = gram[k3 * columnCount + j3] = cf;
    }
  }
  return gram;
}
