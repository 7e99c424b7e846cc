import { centreAndSpread } from '#stats/numeric/centre-and-spread.ts';
import { CompensatedTotals } from '#stats/numeric/compensated-totals.ts';
import { ROWS_PER_BLOCK, weightedGram } from '#stats/numeric/weighted-gram.ts';

/** The data of a logistic regression, with columns to be read on a common scale. */
export interface LogisticModel {
  readonly outcome: Uint8Array;
  readonly weights: Float64Array | undefined;
  /** The columns that take part, as given. */
  readonly columns: readonly Float64Array[];
  readonly centres: readonly number[];
  /** 1 ÷ the spread of each column; 0 for a column that never varies. */
  readonly inverseSpreads: readonly number[];
}

/** What a logistic model says at one set of coefficients (intercept first, on the common scale). */
export interface LogisticPoint {
  readonly coefficients: Float64Array;
  /** −2 × the logarithm of the likelihood. */
  readonly deviance: number;
  /** The slope of the log-likelihood along each coefficient. */
  readonly score: Float64Array;
  /** The expected curvature, square by rows. */
  readonly information: Float64Array;
  /** The largest distance of a linear predictor from 0. */
  readonly largest: number;
}

/**
 * A logistic model with its columns' centres and spreads.
 *
 * @see logistic.oracle.R
 * @example
 * logisticModel(Uint8Array.of(0, 1), [Float64Array.of(1, 5)], undefined).centres
 * // => [3]
 */
export function logisticModel(
  outcome: Uint8Array,
  columns: readonly Float64Array[],
  weights: Float64Array | undefined,
): LogisticModel {
  const scales = columns.map((column) => centreAndSpread(column, weights));
  return {
    outcome,
    weights,
    columns,
    centres: scales.map(({ centre }) => centre),
    inverseSpreads: scales.map(({ spread }) => (spread > 0 ? 1 / spread : 0)),
  };
}

/**
 * Fills a block with a column of ones and the columns on the common scale, and gives each row's linear predictor.
 *
 * Shape: rows `start` to `start + count` of the data; column k of the block at k × ROWS_PER_BLOCK.
 *
 * @see logistic.oracle.R
 */
export function loadPredictors(
  model: LogisticModel,
  coefficients: Float64Array,
  start: number,
  count: number,
  block: Float64Array,
  predictor: Float64Array,
): void {
  block.fill(1, 0, count);
  predictor.fill(coefficients[0]!, 0, count);
  for (let j = 0; j < model.columns.length; j++) {
    const column = model.columns[j]!;
    const centre = model.centres[j]!;
    const inverse = model.inverseSpreads[j]!;
    const coefficient = coefficients[j + 1]!;
    const offset = (j + 1) * ROWS_PER_BLOCK;
    for (let r = 0; r < count; r++) {
      const value = (column[start + r]! - centre) * inverse;
      block[offset + r] = value;
      predictor[r]! += coefficient * value;
    }
  }
}

/**
 * The deviance, its slopes and its curvature at one set of coefficients, in one pass over the rows.
 *
 * Shape: `predictors`, one per row, is overwritten with the linear predictors.
 *
 * @see McCullagh, P. & Nelder, J. (1989). Generalized Linear Models, 2nd ed., section 4.4.
 * @see logistic.oracle.R
 * @example
 * [...evaluated(logisticModel(Uint8Array.of(0, 1, 1), [], undefined), Float64Array.of(0), new Float64Array(3)).score]
 * // => [0.5]
 */
export function evaluated(
  model: LogisticModel,
  coefficients: Float64Array,
  predictors: Float64Array,
): LogisticPoint {
  const { outcome, weights } = model;
  const columnCount = coefficients.length;
  const block = new Float64Array(columnCount * ROWS_PER_BLOCK);
  const predictor = new Float64Array(ROWS_PER_BLOCK);
  const curvature = new Float64Array(ROWS_PER_BLOCK);
  const residual = new Float64Array(ROWS_PER_BLOCK);
  const scratch = new Float64Array(columnCount * columnCount);
  const information = new CompensatedTotals(columnCount * columnCount);
  const score = new CompensatedTotals(columnCount);
  const deviance = new CompensatedTotals(1);
  let largest = 0;
  for (let start = 0; start < outcome.length; start += ROWS_PER_BLOCK) {
    const rows = Math.min(ROWS_PER_BLOCK, outcome.length - start);
    loadPredictors(model, coefficients, start, rows, block, predictor);
    let lost = 0;
    for (let r = 0; r < rows; r++) {
      const away = Math.abs(predictor[r]!);
      const weight = weights ? weights[start + r]! : 1;
      const y = outcome[start + r]!;
      // exp of a negative number only: nothing overflows, and 1 − p keeps its digits.
      const odds = Math.exp(-away);
      const small = odds / (1 + odds);
      const right = (y === 1) === predictor[r]! > 0;
      residual[r] = weight * (y === 1 ? 1 : -1) * (right ? small : 1 - small);
      curvature[r] = (weight * small) / (1 + odds);
      lost += weight * (Math.log1p(odds) + (right ? 0 : away));
      if (away > largest && weight > 0) largest = away;
    }
    predictors.set(predictor.subarray(0, rows), start);
    deviance.addAt(0, 2 * lost);
    addScore(score, block, residual, rows, columnCount);
    information.add(
      weightedGram({ block, weights: curvature, rows, stride: ROWS_PER_BLOCK, columnCount }, scratch),
    );
  }
  return {
    coefficients,
    deviance: deviance.at(0),
    score: score.values(),
    information: information.values(),
    largest,
  };
}

/**
 * Adds Z'r of one block to running totals.
 *
 * @see logistic.oracle.R
 */
export function addScore(
  totals: CompensatedTotals,
  block: Float64Array,
  residual: Float64Array,
  rows: number,
  columnCount: number,
): void {
  for (let k = 0; k < columnCount; k++) {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += block[k * ROWS_PER_BLOCK + r]! * residual[r]!;
    totals.addAt(k, sum);
  }
}
