import { type ChangeColumns, changeColumns, valueBeforeAmong } from './change/change-columns.ts';
import { withChangeFacts } from './change/change-facts.ts';
import { earlierChange } from './change/earlier-change.ts';
import type { Prepared } from './designs/prepared.ts';
import { type OutcomeColumns, outcomeColumns } from './effect/outcome-values.ts';
import type { ExactFigures, Gate, Missing, Note } from './finding.ts';
import type { Measure } from './measures/measure.ts';
import type { Plan, PlannedOutcome } from './plan/plan.ts';
import type { Study } from './study/study.ts';
import { followedOutcome } from './waiting-over.ts';

/** What a design makes of an outcome: the columns that are compared, and what it adds to gates and figures. */
export interface ComparedColumns {
  /** What is compared: the outcome, or its change where the design compares changes. */
  readonly columns: OutcomeColumns;
  /** The outcome as it stands at its wave or horizon. */
  readonly plain: OutcomeColumns;
  readonly gates: readonly Gate[];
  /** Why this design cannot compare the outcome; null when it can. */
  readonly missing: Missing | null;
  /** The figures with what the design adds to them. */
  readonly completed: (exact: ExactFigures) => ExactFigures;
}

/** The columns of one outcome as the design compares them. */
export function comparedColumns(
  study: Study,
  prepared: Prepared,
  plan: Plan,
  planned: PlannedOutcome,
  measure: Measure,
): ComparedColumns {
  const { population, gates } = followedOutcome(study, prepared, planned, measure);
  const plain = outcomeColumns(study, population, planned, measure, prepared.inclination);
  const asItIs = { columns: plain, plain, gates, missing: null, completed: (exact: ExactFigures) => exact };
  if (prepared.method !== 'change') return asItIs;
  if (measure.counts !== null || (plain.ends?.[0] === 0 && plain.ends[1] === 1))
    return { ...asItIs, missing: { reason: 'no-change-of-shares', values: { outcome: planned.outcome } } };
  const earlier = earlierChange(study, prepared, planned.outcome, plain.scoreBefore!);
  const noted = (exact: ExactFigures, ...more: Note[]): ExactFigures => ({
    ...exact,
    notes: [...exact.notes, ...more, ...earlier.notes],
  });
  const taken = valueBeforeAmong(study, plan, plain);
  if (taken !== undefined) {
    const note: Note = { key: 'value-before-taken-in', values: { column: taken } };
    return { ...asItIs, gates: [...gates, ...earlier.gates], completed: (exact) => noted(exact, note) };
  }
  const columns: ChangeColumns = changeColumns(plain);
  return {
    columns,
    plain,
    gates: [...gates, ...earlier.gates],
    missing: null,
    completed: (exact) => noted(withChangeFacts(exact, prepared, columns)),
  };
}
