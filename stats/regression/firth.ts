import { CompensatedTotals } from '#stats/numeric/compensated-totals.ts';
import { newtonStep } from '#stats/numeric/newton-step.ts';
import { ROWS_PER_BLOCK } from '#stats/numeric/weighted-gram.ts';
import { whitening } from '#stats/numeric/whitening.ts';
import {
  addScore,
  evaluated,
  loadPredictors,
  type LogisticModel,
  type LogisticPoint,
} from './logistic-model.ts';

/** A step smaller than this, on the common scale of the columns, ends the iteration: the goal is 8 digits. */
const CONVERGED = 1e-11;
const MOST_ITERATIONS = 200;
const MOST_HALVINGS = 30;

/**
 * The point of largest penalised likelihood: finite even when the columns separate the outcomes.
 *
 * Use it when maximum likelihood has no answer; with many rows the two hardly differ.
 * It assumes columns of which none repeats another.
 *
 * Shape: `predictors`, one per row, is overwritten with the linear predictors.
 *
 * @returns `undefined` when the iteration does not come to rest
 * @see Firth, D. (1993). Bias reduction of maximum likelihood estimates. 10.1093/biomet/80.1.27
 * @see logistic.oracle.R (brglm2, type AS_mean)
 */
export function firth(
  model: LogisticModel,
  predictors: Float64Array,
): { readonly point: LogisticPoint; readonly iterations: number } | undefined {
  let point = evaluated(model, new Float64Array(model.columns.length + 1), predictors);
  for (let iterations = 1; iterations <= MOST_ITERATIONS; iterations++) {
    const step = newtonStep(point.information, penalisedScore(model, point));
    const length = Math.max(...step.map(Math.abs));
    const reach = 1 + Math.max(...point.coefficients.map(Math.abs));
    const least = penalisedLikelihood(point) - 1e-12 * Math.abs(penalisedLikelihood(point));
    let next = point;
    for (let halvings = 0, size = 1; halvings < MOST_HALVINGS; halvings++, size /= 2) {
      const coefficients = point.coefficients.map((value, k) => value + size * step[k]!);
      next = evaluated(model, coefficients, predictors);
      if (penalisedLikelihood(next) >= least) break;
    }
    point = next;
    if (length <= CONVERGED * reach) return { point, iterations };
  }
  return undefined;
}

/** The log-likelihood plus half the logarithm of the information's determinant. */
function penalisedLikelihood({ deviance, information, coefficients }: LogisticPoint): number {
  const { kept, transform } = whitening(information, coefficients.length);
  if (kept.length < coefficients.length) return -Infinity;
  let half = 0;
  for (let k = 0; k < kept.length; k++) half -= Math.log(transform[k * kept.length + k]!);
  return -deviance / 2 + half;
}

/** Z'(w(y − p) + h(1/2 − p)), with h each row's share in the information. */
function penalisedScore(model: LogisticModel, { coefficients, information }: LogisticPoint): Float64Array {
  const { outcome, weights } = model;
  const columnCount = coefficients.length;
  const { transform, kept } = whitening(information, columnCount);
  const block = new Float64Array(columnCount * ROWS_PER_BLOCK);
  const predictor = new Float64Array(ROWS_PER_BLOCK);
  const residual = new Float64Array(ROWS_PER_BLOCK);
  const score = new CompensatedTotals(columnCount);
  for (let start = 0; start < outcome.length; start += ROWS_PER_BLOCK) {
    const rows = Math.min(ROWS_PER_BLOCK, outcome.length - start);
    loadPredictors(model, coefficients, start, rows, block, predictor);
    for (let r = 0; r < rows; r++) {
      let share = 0;
      for (let k = 0; k < kept.length; k++) {
        let along = 0;
        for (let j = 0; j < columnCount; j++) {
          along += transform[j * kept.length + k]! * block[j * ROWS_PER_BLOCK + r]!;
        }
        share += along * along;
      }
      const weight = weights ? weights[start + r]! : 1;
      const chance = 1 / (1 + Math.exp(-predictor[r]!));
      share *= weight * chance * (1 - chance);
      residual[r] = weight * (outcome[start + r]! - chance) + share * (0.5 - chance);
    }
    addScore(score, block, residual, rows, columnCount);
  }
  return score.values();
}
