import { ROWS_PER_BLOCK } from '#stats/numeric/weighted-gram.ts';
import { adjustedRows, inverseRoot } from './cluster-adjustment.ts';
import { runEnd, type ClusterLayout } from './cluster-layout.ts';
import { designBlock, loadRows } from './design-block.ts';
import { largestLeverage } from './largest-leverage.ts';
import type { OrthonormalDesign } from './orthonormal-design.ts';

/** Every cluster's rows after the CR2 adjustment. */
export interface Adjustments {
  /** The adjusted weight of each cluster of one row, at its position of the layout; 0 elsewhere. */
  readonly lone: Float64Array;
  /** The adjusted rows A W Z of all larger clusters, one after the other, by rows. */
  readonly shared: Float64Array;
  /** The largest share that a single row has in its own fitted value. */
  readonly largestLeverage: number;
}

/**
 * The CR2 adjustment of all clusters: a number for a row that is alone, adjusted rows for larger clusters.
 *
 * @see clustered-least-squares.oracle.R
 */
export function adjustments(
  design: OrthonormalDesign,
  weights: Float64Array | undefined,
  layout: ClusterLayout,
): Adjustments {
  const { rows, starts } = layout;
  const rank = design.kept.length;
  const lone = new Float64Array(rows.length);
  const shared = new Float64Array(rank * sharedRows(layout));
  const stride = Math.max(ROWS_PER_BLOCK, layout.largest);
  const block = designBlock(rank, stride);
  const weight = new Float64Array(stride).fill(1);
  let sharedAt = 0;
  let leverage = 0;
  for (let from = 0; from < layout.clusterCount;) {
    const to = runEnd(starts, from);
    const start = starts[from]!;
    const count = starts[to]! - start;
    const z = loadRows(design, rows, start, count, block);
    for (let r = 0; weights && r < count; r++) weight[r] = weights[rows[start + r]!]!;
    const shape = { block: z, stride, rows: count, columnCount: rank };
    leverage = Math.max(leverage, largestLeverage(shape, weight));
    for (let g = from; g < to; g++) {
      const offset = starts[g]! - start;
      const size = starts[g + 1]! - starts[g]!;
      if (size === 1) {
        lone[starts[g]!] = weight[offset]! * loneFactor(z, stride, offset, weight[offset]!, design.squares);
        continue;
      }
      const cluster = {
        z,
        stride,
        offset,
        rows: size,
        weights: weight.subarray(offset),
        squares: design.squares,
      };
      shared.set(adjustedRows(cluster), sharedAt);
      sharedAt += size * rank;
    }
    from = to;
  }
  return { lone, shared, largestLeverage: leverage };
}

/** (1 − 2h + z'Sz)^(−1/2), the adjustment of a cluster of one row. */
function loneFactor(
  z: Float64Array,
  stride: number,
  offset: number,
  weight: number,
  squares: Float64Array,
): number {
  let left = 1;
  for (let k = 0; k < squares.length; k++) {
    const value = z[k * stride + offset]!;
    left += value * value * (squares[k]! - 2 * weight);
  }
  return inverseRoot(left);
}

function sharedRows({ starts, clusterCount }: ClusterLayout): number {
  let count = 0;
  for (let g = 0; g < clusterCount; g++) {
    const size = starts[g + 1]! - starts[g]!;
    if (size > 1) count += size;
  }
  return count;
}
