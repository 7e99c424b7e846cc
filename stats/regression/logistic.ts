import { firstNotFinite } from '#stats/numeric/first-not-finite.ts';
import { newtonStep } from '#stats/numeric/newton-step.ts';
import { whitening } from '#stats/numeric/whitening.ts';
import { firth } from './firth.ts';
import { evaluated, logisticModel, type LogisticModel, type LogisticPoint } from './logistic-model.ts';

/** A relative change of the deviance below this ends the iteration; the coefficients then have twice as many digits. */
const CONVERGED = 1e-12;
const MOST_ITERATIONS = 50;
const MOST_HALVINGS = 20;

/** A linear predictor beyond this means odds of three million to one: the columns separate the outcomes. */
const SEPARATED = 15;

/** A logistic regression, or why there is none. */
export type LogisticFit =
  | {
      readonly kind: 'fit';
      readonly intercept: number;
      /** One per column of the input; 0 for a column that was dropped. */
      readonly coefficients: Float64Array;
      /** One per row: the logarithm of the odds. */
      readonly linearPredictor: Float64Array;
      readonly iterations: number;
      /** `firth` when the columns separate the outcomes, so that the likelihood has no maximum. */
      readonly method: 'maximum-likelihood' | 'firth';
      /** The numbers of columns that never vary or repeat earlier ones, ascending. */
      readonly dropped: readonly number[];
    }
  | { readonly kind: 'missing'; readonly reason: 'no-rows' | 'one-outcome' | 'not-converged' };

/**
 * The chance of an outcome as the columns tell it: logistic regression by maximum likelihood, or by Firth's penalised
 * likelihood when the columns separate the outcomes.
 *
 * Use it for a propensity score. It assumes independent rows and odds that multiply.
 *
 * Shape: one value per row in each column and in `outcome`; the intercept is added here.
 * Units: coefficients are logarithms of odds per unit of the column.
 * Missing: not allowed; leave incomplete rows out first. A row of weight 0 changes nothing but gets a linear predictor.
 *
 * @throws RangeError when lengths differ, a value is not finite or a weight is negative
 * @see McCullagh, P. & Nelder, J. (1989). Generalized Linear Models, 2nd ed., section 4.4.
 * @see Firth, D. (1993). Bias reduction of maximum likelihood estimates. 10.1093/biomet/80.1.27
 * @see logistic.oracle.R (glm, brglm2)
 * @example
 * logisticRegression({ columns: [], outcome: Uint8Array.of(0, 1, 0, 1) }).intercept
 * // => 0
 */
export function logisticRegression(input: {
  readonly columns: readonly Float64Array[];
  /** 1 where the outcome happened, else 0. */
  readonly outcome: Uint8Array;
  readonly weights?: Float64Array;
}): LogisticFit {
  const groups = checked(input);
  if (groups === 'no-rows' || groups === 'one-outcome') return { kind: 'missing', reason: groups };
  const predictors = new Float64Array(input.outcome.length);
  const whole = logisticModel(input.outcome, input.columns, input.weights);
  const origin = evaluated(whole, new Float64Array(input.columns.length + 1), predictors);
  const { kept, dropped } = whitening(origin.information, origin.coefficients.length);
  const columns = kept.filter((k) => k > 0).map((k) => k - 1);
  const model = dropped.length === 0 ? whole : subset(whole, columns);
  const start =
    dropped.length === 0 ? origin : evaluated(model, new Float64Array(columns.length + 1), predictors);
  const likeliest = maximised(model, start, predictors);
  const separated = likeliest === undefined || likeliest.point.largest > SEPARATED;
  const found = separated ? firth(model, predictors) : likeliest;
  if (found === undefined) return { kind: 'missing', reason: 'not-converged' };
  return {
    kind: 'fit',
    ...inUnitsOfColumns(model, columns, found.point.coefficients, input.columns.length),
    linearPredictor: predictors,
    iterations: found.iterations,
    method: separated ? 'firth' : 'maximum-likelihood',
    dropped: dropped.map((k) => k - 1),
  };
}

function checked({ columns, outcome, weights }: Parameters<typeof logisticRegression>[0]) {
  const lengths = [...columns.map((column) => column.length), weights?.length ?? outcome.length];
  if (lengths.some((length) => length !== outcome.length)) {
    throw new RangeError(
      `logisticRegression: outcome has ${outcome.length} rows; columns and weights must have as many`,
    );
  }
  let happened = 0;
  let others = 0;
  for (let i = 0; i < outcome.length; i++) {
    const weight = weights ? weights[i]! : 1;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(
        `logisticRegression: weights[${i}] is ${weight}; it must be finite and not negative`,
      );
    }
    if (outcome[i]! > 1) {
      throw new RangeError(`logisticRegression: outcome[${i}] is ${outcome[i]}; it must be 0 or 1`);
    }
    if (weight > 0 && outcome[i] === 1) happened++;
    else if (weight > 0) others++;
  }
  for (const [j, column] of columns.entries()) {
    const wrong = firstNotFinite(column);
    if (wrong < 0) continue;
    throw new RangeError(
      `logisticRegression: columns[${j}][${wrong}] is ${column[wrong]}; it must be finite`,
    );
  }
  if (happened + others === 0) return 'no-rows';
  return happened === 0 || others === 0 ? 'one-outcome' : 'two-outcomes';
}

function subset(model: LogisticModel, columns: readonly number[]): LogisticModel {
  return {
    ...model,
    columns: columns.map((j) => model.columns[j]!),
    centres: columns.map((j) => model.centres[j]!),
    inverseSpreads: columns.map((j) => model.inverseSpreads[j]!),
  };
}

/** The point of largest likelihood, or nothing when the iteration does not come to rest. */
function maximised(model: LogisticModel, start: LogisticPoint, predictors: Float64Array) {
  let point = start;
  for (let iterations = 1; iterations <= MOST_ITERATIONS; iterations++) {
    const step = newtonStep(point.information, point.score);
    let next = point;
    for (let halvings = 0, size = 1; halvings < MOST_HALVINGS; halvings++, size /= 2) {
      next = evaluated(model, moved(point.coefficients, step, size), predictors);
      if (next.deviance <= point.deviance * (1 + CONVERGED)) break;
    }
    const change = Math.abs(point.deviance - next.deviance);
    point = next;
    if (change < CONVERGED * point.deviance) return { point, iterations };
  }
  return undefined;
}

function moved(from: Float64Array, step: Float64Array, size: number): Float64Array {
  return from.map((value, k) => value + size * step[k]!);
}

/** Coefficients of the common scale, turned back into units of the columns as given. */
function inUnitsOfColumns(
  model: LogisticModel,
  columns: readonly number[],
  scaled: Float64Array,
  length: number,
): { intercept: number; coefficients: Float64Array } {
  const coefficients = new Float64Array(length);
  let intercept = scaled[0]!;
  for (const [k, column] of columns.entries()) {
    const coefficient = scaled[k + 1]! * model.inverseSpreads[k]!;
    coefficients[column] = coefficient;
    intercept -= coefficient * model.centres[k]!;
  }
  return { intercept, coefficients };
}
