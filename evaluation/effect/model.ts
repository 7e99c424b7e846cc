import { type ClusteredFit, clusteredDesign } from '#stats/regression/clustered-least-squares.ts';

/** People of a comparison whose outcome is known, in columns of equal length. */
export interface ComparedPeople {
  readonly treated: Uint8Array;
  readonly weights: Float64Array;
  readonly clusters: Int32Array;
  /** Columns to adjust for; they are centred at the participants' weighted mean. */
  readonly covariates: readonly Float64Array[];
}

/** The same with their outcome. */
export interface Compared extends ComparedPeople {
  readonly outcome: Float64Array;
}

/** A model of compared people that gives the figures of any outcome of theirs; what no outcome changes is worked out once. */
export type EffectModel = (outcome: Float64Array) => ModelFigures | undefined;

/** The three figures of the one estimator, each with its standard error and degrees of freedom. */
export interface ModelFigures {
  readonly participants: ModelFigure;
  readonly comparison: ModelFigure;
  readonly difference: ModelFigure;
  /** Positions in `covariates` that could not be told apart from others and were dropped. */
  readonly dropped: readonly number[];
  /** The largest share that one person has in the own fitted value. */
  readonly largestLeverage: number;
  /** People less columns. */
  readonly residualDegreesOfFreedom: number;
}

/** One contrast of the model. */
export interface ModelFigure {
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
}

/** The model as it is laid out: intercept, arm, covariates. */
const INTERCEPT = 0;
const ARM = 1;
const FIRST_COVARIATE = 2;

/**
 * The one estimator: weighted least squares of the outcome on participation and centred covariates, with CR2 variance by cluster
 * and Satterthwaite degrees of freedom. Arm figures are standardised to the participants.
 *
 * Missing: `undefined` when an arm is empty or arm and intercept cannot be told apart.
 */
export function modelFigures({ outcome, ...people }: Compared): ModelFigures | undefined {
  return adjustedModel(people)(outcome);
}

/** The one estimator made ready for any outcome of the same people. */
export function adjustedModel(people: ComparedPeople): EffectModel {
  const { treated } = people;
  const participants = treated.reduce((sum, t) => sum + t, 0);
  if (participants === 0 || participants === treated.length) return () => undefined;
  const columns = [
    new Float64Array(treated.length).fill(1),
    Float64Array.from(treated),
    ...people.covariates.map((column) => centred(column, people)),
  ];
  const design = clusteredDesign({ columns, weights: people.weights, clusters: people.clusters });
  if (design.dropped.includes(INTERCEPT) || design.dropped.includes(ARM)) return () => undefined;
  return (outcome) => {
    const fit = design.fit(outcome);
    const contrast = (intercept: number, arm: number): ModelFigure =>
      figure(fit, columns.length, intercept, arm);
    return {
      participants: contrast(1, 1),
      comparison: contrast(1, 0),
      difference: contrast(0, 1),
      dropped: design.dropped.map((column) => column - FIRST_COVARIATE),
      largestLeverage: fit.largestLeverage,
      residualDegreesOfFreedom: design.n - (columns.length - design.dropped.length),
    };
  };
}

function figure(fit: ClusteredFit, size: number, intercept: number, arm: number): ModelFigure {
  const vector = new Float64Array(size);
  vector[INTERCEPT] = intercept;
  vector[ARM] = arm;
  const { estimate, standardError, degreesOfFreedom } = fit.contrast(vector);
  return { estimate, standardError, degreesOfFreedom };
}

/** A column less the participants' weighted mean, so that arm figures speak of people like the participants. */
function centred(column: Float64Array, people: ComparedPeople): Float64Array {
  const mean = participantsMean(column, people);
  return column.map((value) => value - mean);
}

/** The participants' weighted mean of a column. */
export function participantsMean(column: Float64Array, { treated, weights }: ComparedPeople): number {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < column.length; i++) {
    if (treated[i] === 0) continue;
    sum += weights[i]! * column[i]!;
    weight += weights[i]!;
  }
  return weight > 0 ? sum / weight : 0;
}
