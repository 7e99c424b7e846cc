import { firstNotFinite } from '#stats/numeric/first-not-finite.ts';
import { adjustments } from './adjustments.ts';
import { clusterLayout } from './cluster-layout.ts';
import { contrastOf, type Contrast } from './contrast.ts';
import { contrastSpread, type ContrastSpread, type DesignParts } from './contrast-spread.ts';
import { orthonormalDesign, type OrthonormalDesign } from './orthonormal-design.ts';
import { moments, residuals } from './residuals.ts';

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
  readonly largestLeverage: number;
}

/** The columns of a regression with clusters, ready for any number of outcomes. */
export interface ClusteredDesign {
  /** As in a fit. */
  readonly dropped: readonly number[];
  readonly n: number;
  readonly clusterCount: number;
  /** The fit of an outcome, one value per row. */
  fit(outcome: Float64Array): ClusteredFit;
}

/** What an outcome is fitted on. */
export interface ClusteredColumns {
  /** The whole design matrix with its column of ones, one array per column. */
  readonly columns: readonly Float64Array[];
  /** One weight per row, counted as fixed; left out, all rows weigh 1. A row of weight 0 is left out. */
  readonly weights?: Float64Array;
  /** One code per row; rows with the same code belong together. */
  readonly clusters: Int32Array;
}

/** What is fitted: the outcome on the columns. */
export interface ClusteredInput extends ClusteredColumns {
  /** One value per row. */
  readonly outcome: Float64Array;
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
  const { outcome, ...rest } = input;
  checkedLengths(rest, outcome.length);
  return clusteredDesign(rest).fit(outcome);
}

/**
 * The same for several outcomes on the same columns, rows, weights and clusters: what does not depend on the outcome is worked
 * out once.
 *
 * Shape, units, missing, errors: as above.
 *
 * @see clustered-least-squares.oracle.R (clubSandwich)
 * @example
 * clusteredDesign({ columns: [Float64Array.of(1, 1)], clusters: Int32Array.of(0, 1) }).fit(Float64Array.of(1, 5)).coefficients[0]
 * // => 3
 */
export function clusteredDesign(input: ClusteredColumns): ClusteredDesign {
  const length = input.clusters.length;
  checkedLengths(input, length);
  checkedColumns(input);
  const weights = varyingWeights(input.weights);
  const rows = includedRows(length, input.weights);
  if (rows.length === 0)
    throw new RangeError('clusteredLeastSquares: outcome has no row with a weight above 0');
  const design = orthonormalDesign({ columns: input.columns, weights, rows });
  const layout = clusterLayout(input.clusters, rows);
  const parts = { design, weights, layout, ...adjustments(design, weights, layout) };
  const spreads = new Map<string, ContrastSpread>();
  const spreadOf = (vector: ArrayLike<number>): ContrastSpread => {
    const key = Array.from(vector).join();
    const spread = spreads.get(key) ?? contrastSpread(parts, input.columns.length, vector);
    spreads.set(key, spread);
    return spread;
  };
  const facts = { dropped: design.dropped, n: rows.length, clusterCount: layout.clusterCount };
  return {
    ...facts,
    fit(outcome) {
      checkedOutcome(outcome, length);
      const { coefficients, values } = leastSquares(outcome, parts, input.columns.length);
      return {
        ...facts,
        coefficients,
        largestLeverage: parts.largestLeverage,
        contrast: (vector) => contrastOf(layout, values, coefficients, vector, spreadOf(vector)),
      };
    },
  };
}

/** Coefficients of the columns as they are, and the residuals by position of the layout. */
function leastSquares(outcome: Float64Array, { design, weights, layout }: DesignParts, columnCount: number) {
  // Products with the columns as they are make a rough answer.
  const solved = (plain: Float64Array): Float64Array =>
    inPlainColumns(design, inChangedColumns(design, plain));
  const rough = solved(moments(outcome, design, weights, layout.rows));
  const { values, left } = residuals(outcome, design, rough, weights, layout.rows);
  // One step of refinement: what rounding left in the residuals goes back into the coefficients.
  const rest = solved(left);
  const coefficients = new Float64Array(columnCount);
  for (const [i, column] of design.kept.entries()) coefficients[column] = rough[i]! + rest[i]!;
  return { coefficients, values };
}

function checkedLengths({ columns, weights, clusters }: ClusteredColumns, rows: number): void {
  const lengths = [...columns.map((column) => column.length), clusters.length, weights?.length ?? rows];
  if (lengths.some((length) => length !== rows)) {
    throw new RangeError(
      `clusteredLeastSquares: outcome has ${rows} rows; columns, weights and clusters must have as many`,
    );
  }
}

function checkedOutcome(outcome: Float64Array, rows: number): void {
  if (outcome.length !== rows)
    throw new RangeError(`clusteredLeastSquares: outcome has ${outcome.length} rows; it must have ${rows}`);
  checkedFinite('outcome', outcome);
}

function checkedFinite(name: string, values: Float64Array): void {
  const wrong = firstNotFinite(values);
  if (wrong < 0) return;
  throw new RangeError(`clusteredLeastSquares: ${name}[${wrong}] is ${values[wrong]}; it must be finite`);
}

function checkedColumns({ columns, weights }: ClusteredColumns): void {
  for (const [j, column] of columns.entries()) checkedFinite(`columns[${j}]`, column);
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

/** Products with the columns as they are, for the changed columns. */
function inChangedColumns({ transform }: OrthonormalDesign, plain: Float64Array): Float64Array {
  const rank = plain.length;
  return Float64Array.from({ length: rank }, (_, k) => {
    let sum = 0;
    for (let i = 0; i < rank; i++) sum += transform[i * rank + k]! * plain[i]!;
    return sum;
  });
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
