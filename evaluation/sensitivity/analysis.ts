import type { Prepared } from '../designs/prepared.ts';
import type { ModelOf } from '../effect/compared-outcome.ts';
import type { OutcomeValues } from '../effect/exact-figures.ts';
import type { OutcomeColumns } from '../effect/outcome-values.ts';
import type { ExactFigures } from '../finding.ts';
import type { Plan, PlannedOutcome } from '../plan/plan.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import type { AnalysisId, NotApplied } from './sensitivity.ts';

/** Everything that another way to calculate may start from: the planned way, taken apart. */
export interface PlannedWay {
  readonly study: Study;
  readonly population: Population;
  readonly plan: Plan;
  readonly planned: PlannedOutcome;
  readonly prepared: Prepared;
  /** What is compared: the outcome, or its change where the design compares changes. */
  readonly columns: OutcomeColumns;
  /** The outcome as it stands at its wave or horizon. */
  readonly plain: OutcomeColumns;
  readonly outcome: OutcomeValues;
  /** The outcome of everybody eligible; undefined when it cannot be told. */
  readonly everybody: OutcomeValues | undefined;
  readonly exact: ExactFigures;
}

/** What goes into the one estimator instead. */
export interface OtherWay {
  readonly prepared: Prepared;
  readonly outcome: OutcomeValues;
  readonly modelOf?: ModelOf;
  /** The horizon, where that is what is other. */
  readonly months?: number;
}

/** Another way to calculate a result. It gives its ingredients; the estimator, the ranges and the verdict are those of the planned way. */
export interface OtherCalculation {
  readonly id: AnalysisId;
  vary(way: PlannedWay): OtherWay | NotApplied;
}

/** A calculation, checked by the compiler and returned as it is. */
export function defineCalculation(calculation: OtherCalculation): OtherCalculation {
  return calculation;
}
