import { CompensatedTotals } from '#stats/numeric/compensated-totals.ts';
import { symmetricEigen } from '#stats/numeric/symmetric-eigen.ts';
import { ROWS_PER_BLOCK, weightedGram } from '#stats/numeric/weighted-gram.ts';
import { whitening } from '#stats/numeric/whitening.ts';
import { designBlock, loadRows, type Design } from './design-block.ts';

/** A design whose changed columns satisfy Z'WZ = 1 and Z'W²Z = diagonal. */
export interface OrthonormalDesign extends Design {
  /** The numbers of the columns kept, ascending. */
  readonly kept: readonly number[];
  /** The numbers of the columns dropped, ascending. */
  readonly dropped: readonly number[];
  /** The diagonal of Z'W²Z. */
  readonly squares: Float64Array;
}

/** The columns of a regression and the rows that take part. */
export interface DesignData {
  readonly columns: readonly Float64Array[];
  /** One weight per row of the data; `undefined` for all equal. */
  readonly weights: Float64Array | undefined;
  /** The rows that take part. */
  readonly rows: Int32Array;
}

/**
 * The columns of a regression made orthonormal, twice over, so that nothing after it needs a matrix inverse.
 *
 * Use it under every regression; it knows no outcome, so several can share it. The first change comes from the columns as they are and may be inexact when they are
 * nearly alike; the second is measured on the changed columns and removes what the first left (CholeskyQR2).
 *
 * @see Yamamoto, Y. et al. (2015). Roundoff error analysis of the CholeskyQR2 algorithm. ETNA 44, 306–326.
 * @see clustered-least-squares.oracle.R
 * @example
 * orthonormalDesign({ columns: [Float64Array.of(2)], weights: undefined, rows: Int32Array.of(0) }).transform[0]
 * // => 0.5
 */
export function orthonormalDesign(data: DesignData): OrthonormalDesign {
  const count = data.columns.length;
  const identity = Float64Array.from({ length: count * count }, (_, i) => (i % (count + 1) === 0 ? 1 : 0));
  const first = whitening(products({ columns: data.columns, transform: identity }, data).gram, count);
  const rank = first.kept.length;
  const columns = first.kept.map((k) => data.columns[k]!);
  const rough = keptRows(first.transform, first.kept, rank);
  const measured = products({ columns, transform: rough }, data);
  const second = whitening(measured.gram, rank).transform;
  const spread = data.weights ? between(second, measured.squares, rank) : undefined;
  const turned = spread ? symmetricEigen(spread, rank) : undefined;
  const change = turned ? times(second, turned.vectors, rank) : second;
  return {
    columns,
    transform: times(rough, change, rank),
    kept: first.kept,
    dropped: first.dropped,
    squares: turned?.values ?? new Float64Array(rank).fill(1),
  };
}

/** Z'WZ and Z'W²Z (only with weights) of the changed columns; plain sums inside a block, compensated over blocks. */
function products(design: Design, { weights, rows }: DesignData) {
  const columnCount = design.columns.length;
  const block = designBlock(columnCount, ROWS_PER_BLOCK);
  const gram = new CompensatedTotals(columnCount * columnCount);
  const squares = new CompensatedTotals(columnCount * columnCount);
  const scratch = new Float64Array(columnCount * columnCount);
  const weight = new Float64Array(ROWS_PER_BLOCK).fill(1);
  const weightSquared = new Float64Array(ROWS_PER_BLOCK);
  for (let start = 0; start < rows.length; start += ROWS_PER_BLOCK) {
    const count = Math.min(ROWS_PER_BLOCK, rows.length - start);
    const changed = loadRows(design, rows, start, count, block);
    const shape = { block: changed, rows: count, stride: ROWS_PER_BLOCK, columnCount };
    if (weights) {
      for (let r = 0; r < count; r++) {
        weight[r] = weights[rows[start + r]!]!;
        weightSquared[r] = weight[r]! ** 2;
      }
      squares.add(weightedGram({ ...shape, weights: weightSquared }, scratch));
    }
    gram.add(weightedGram({ ...shape, weights: weight }, scratch));
  }
  return { gram: gram.values(), squares: squares.values() };
}

/** The rows of a transform that belong to kept columns. */
function keptRows(transform: Float64Array, kept: readonly number[], rank: number): Float64Array {
  const result = new Float64Array(rank * rank);
  for (const [i, k] of kept.entries()) result.set(transform.subarray(k * rank, (k + 1) * rank), i * rank);
  return result;
}

/** A B, both size × size by rows. */
function times(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let m = 0; m < size; m++) {
      for (let j = 0; j < size; j++) result[i * size + j]! += a[i * size + m]! * b[m * size + j]!;
    }
  }
  return result;
}

/** T' S T. */
function between(t: Float64Array, s: Float64Array, size: number): Float64Array {
  const transposed = Float64Array.from(t, (_, i) => t[(i % size) * size + Math.floor(i / size)]!);
  return times(times(transposed, s, size), t, size);
}
