import { firstNotFinite } from '#stats/numeric/first-not-finite.ts';
import { adjustments } from './adjustments.ts';
import { clusterLayout } from './cluster-layout.ts';
import { contrastOf, type Contrast } from './contrast.ts';
import { largestLeverage } from './largest-leverage.ts';
import { orthonormalDesign, type OrthonormalDesign } from './orthonormal-design.ts';
import { residuals } from './residuals.ts';

/** What a weighted least squares fit with clusters found. */
export interface ClusteredFit {
  /** One per column of the input; 0 for a column that was dropped. */
  readonly coefficients: Float64Array;
  /** The numbers of columns that are zero or a combination of earlier ones, ascending. */
  readonly dropped: readonly number[];
  /** The rows that took part: those with a weight above 0. */
  readonly n: number;
  /** The clusters that took part. */
  readonly clusterCount: number;
  /**
   * A weighted sum of the coefficients, with its standard error and degrees of freedom.
   *
   * @param vector one multiplier per column of the input
   * @throws RangeError when a dropped column has a multiplier other than 0
   */
  contrast(vector: ArrayLike<number>): Contrast;
  /** The largest share that a single row has in its own fitted value, 0 to 1. */
  largestLeverage(): number;
}

/** What is fitted: the outcome on the columns. */
export interface ClusteredInput {
  /** One value per row. */
  readonly outcome: Float64Array;
  /** The whole design matrix with its column of ones, one array per column. */
  readonly columns: readonly Float64Array[];
  /** One weight per row, counted as fixed; left out, all rows weigh 1. A row of weight 0 is left out. */
  readonly weights?: Float64Array;
  /** One code per row; rows with the same code belong together. */
  readonly clusters: Int32Array;
}

/**
 * Weighted least squares with standard errors that allow for clusters (CR2) and Satterthwaite's degrees of freedom.
 *
 * Use it for every mean, change and effect: people who share a mentor are not independent. It assumes that the clusters
 * are independent of each other, that weights are fixed, and, for the small-sample correction only, equal variances.
 *
 * Shape: every array has one entry per row. The order of the rows moves results by rounding only; how clusters are
 * numbered does not matter at all.
 * Units: coefficients in units of the outcome per unit of the column.
 * Missing: not allowed; leave incomplete rows out first.
 *
 * @throws RangeError when there is no row, lengths differ, a value is not finite or a weight is negative
 * @see Bell, R. & McCaffrey, D. (2002). Bias reduction in standard errors for linear regression with multi-stage samples.
 *   Survey Methodology 28, 169–181.
 * @see Pustejovsky, J. & Tipton, E. (2018). 10.1080/07350015.2016.1247004
 * @see clustered-least-squares.oracle.R (clubSandwich)
 * @example
 * clusteredLeastSquares({ outcome: Float64Array.of(1, 5), columns: [Float64Array.of(1, 1)], clusters: Int32Array.of(0, 1) }).n
 * // => 2
 */
export function clusteredLeastSquares(input: ClusteredInput): ClusteredFit {
  checked(input);
  const weights = varyingWeights(input.weights);
  const rows = includedRows(input.outcome.length, input.weights);
  if (rows.length === 0)
    throw new RangeError('clusteredLeastSquares: outcome has no row with a weight above 0');
  const design = orthonormalDesign({ outcome: input.outcome, columns: input.columns, weights, rows });
  const layout = clusterLayout(input.clusters, rows);
  const rough = inPlainColumns(design, design.coefficients);
  const left = residuals(input.outcome, design, rough, weights, layout.rows);
  const parts = { design, weights, layout, residuals: left.values, ...adjustments(design, weights, layout) };
  const coefficients = new Float64Array(input.columns.length);
  // One step of refinement: what rounding left in the residuals goes back into the coefficients.
  const rest = inPlainColumns(design, left.moments);
  for (const [i, column] of design.kept.entries()) coefficients[column] = rough[i]! + rest[i]!;
  return {
    coefficients,
    dropped: design.dropped,
    n: rows.length,
    clusterCount: layout.clusterCount,
    largestLeverage: () => largestLeverage(design, layout.rows, weights),
    contrast: (vector) => contrastOf(parts, coefficients, vector),
  };
}

function checked({ outcome, columns, weights, clusters }: ClusteredInput): void {
  const lengths = [
    ...columns.map((column) => column.length),
    clusters.length,
    weights?.length ?? outcome.length,
  ];
  if (lengths.some((length) => length !== outcome.length)) {
    throw new RangeError(
      `clusteredLeastSquares: outcome has ${outcome.length} rows; columns, weights and clusters must have as many`,
    );
  }
  for (const [name, values] of [
    ['outcome', outcome] as const,
    ...columns.map((c, j) => [`columns[${j}]`, c] as const),
  ]) {
    const wrong = firstNotFinite(values);
    if (wrong < 0) continue;
    throw new RangeError(`clusteredLeastSquares: ${name}[${wrong}] is ${values[wrong]}; it must be finite`);
  }
  for (let i = 0; weights && i < weights.length; i++) {
    if (weights[i]! >= 0 && weights[i]! < Infinity) continue;
    throw new RangeError(
      `clusteredLeastSquares: weights[${i}] is ${weights[i]}; it must be finite and not negative`,
    );
  }
}

/** The weights, or nothing when those above 0 are all equal: every result is then the same without them. */
function varyingWeights(weights: Float64Array | undefined): Float64Array | undefined {
  const first = weights?.find((weight) => weight > 0);
  return weights?.some((weight) => weight > 0 && weight !== first) ? weights : undefined;
}

function includedRows(n: number, weights: Float64Array | undefined): Int32Array {
  const rows = new Int32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) if (weights === undefined || weights[i]! > 0) rows[count++] = i;
  return rows.subarray(0, count);
}

/** Coefficients of the changed columns, for the columns as they are. */
function inPlainColumns({ transform }: OrthonormalDesign, changed: Float64Array): Float64Array {
  const rank = changed.length;
  return Float64Array.from({ length: rank }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < rank; k++) sum += transform[i * rank + k]! * changed[k]!;
    return sum;
  });
}
