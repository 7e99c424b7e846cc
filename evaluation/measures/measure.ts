import type { FigureKind, Missing, Range } from '../finding.ts';
import type { FollowUp } from '../study/follow-up.ts';

/** Every column that a measure can ask for, for the people of one arm. */
export interface MeasureColumns {
  readonly promotion: FollowUp;
  readonly opportunity: FollowUp;
  readonly exit: FollowUp;
  /** Score at the wave of the plan; NaN when not known. */
  readonly score: Float64Array;
  /** Score of the same people before the start; NaN when not known. */
  readonly scoreBefore: Float64Array;
}
export type Need = keyof MeasureColumns;

/** One number per person of an arm: what the estimator compares. */
export interface ArmOutcome {
  /** NaN when not known. */
  readonly values: Float64Array;
  readonly events: number | null;
  readonly nonEvents: number | null;
  /** People of whom the share speaks: with the event, or still without it where staying is what counts. */
  readonly count: number | null;
  /** People lost from the file before horizon and cut-off, without an event. */
  readonly lost: number;
  /** 1 per person whose outcome is not known at the horizon or wave, for the bounds. */
  readonly unknown: Uint8Array;
}

/** A figure of one arm alone. */
export interface ArmFigure {
  readonly estimate: number;
  readonly standardError: number;
  readonly range95: Range | null;
  readonly n: number;
}

/** Tiny data and its right answer, from R or by hand; printed on the measure's page and run as its first test. */
export interface Worked<N extends Need> {
  readonly columns: Pick<MeasureColumns, N>;
  readonly expected: { readonly estimate: number; readonly standardError?: number; readonly range95?: Range };
  readonly from: string;
}

/** One way to turn a study into findings. */
export interface Measure<N extends Need = Need> {
  readonly id: string;
  /** M01 … M37. */
  readonly number: string;
  readonly kind: FigureKind;
  readonly source: 'hr' | 'survey';
  readonly sensitive: boolean;
  readonly better: 'higher' | 'lower';
  /** The columns it receives; reading others does not compile. */
  readonly needs: readonly N[];
  /** The kind of event that the figure counts, where it counts one. */
  readonly counts: 'promotion' | 'opportunity' | 'exit' | null;
  outcome(columns: Pick<MeasureColumns, N>): ArmOutcome | Missing;
  compute(columns: Pick<MeasureColumns, N>): ArmFigure | Missing;
  readonly sources: readonly string[];
  readonly reviewed: { readonly on: string; readonly again: string };
  readonly worked: readonly Worked<N>[];
}

/** A measure, checked by the compiler and returned as it is; its words stand in the catalogue under `measure.<id>`. */
export function defineMeasure<const N extends Need>(measure: Measure<N>): Measure<N> {
  return measure;
}

/** Whether an answer is the reason why there is none. */
export function isMissing(answer: object): answer is Missing {
  return 'reason' in answer;
}
