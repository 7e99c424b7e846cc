import type { Missing } from './finding.ts';
import {
  isMissing,
  type MeasureContext,
  type MeasureFigure,
  type ProgramMeasure,
} from './measures/measure.ts';
import { PROGRAM_MEASURES } from './measures/registry.ts';
import type { Plan, PlannedOutcome } from './plan/plan.ts';
import type { Day } from './study/day.ts';
import { type ProgramColumns, programColumns } from './study/program-columns.ts';
import type { StudyRows } from './study/rows.ts';

/** What one program measure found, unrounded and inside, or why it found nothing. */
export interface MeasureFinding {
  readonly measure: string;
  /** M01 … M37. */
  readonly number: string;
  readonly better: 'higher' | 'lower';
  readonly sensitive: boolean;
  readonly from: ProgramMeasure['from'];
  readonly figures: readonly MeasureFigure[];
  readonly missing: Missing | null;
}

/** A review is due after so many confirmed meetings where nothing else was agreed (requirement S30). */
const REVIEW_EVERY = 6;

/** Every program measure on the tables of a study. One that cannot be computed says why; one that throws spoils only itself. */
export function measureFindings(
  rows: StudyRows,
  plan: Plan,
  at: { readonly cutoff: Day; readonly due: boolean },
): MeasureFinding[] {
  const columns = programColumns(rows, plan, at.cutoff);
  const context: MeasureContext = {
    cutoff: at.cutoff,
    reviewEvery: REVIEW_EVERY,
    seed: plan.seed ?? 0,
    matters: (scale) => plannedScale(plan, scale)?.matters,
    better: (scale) => plannedScale(plan, scale)?.better ?? 'higher',
    reliability: () => undefined,
  };
  return PROGRAM_MEASURES.map((measure) => {
    const facts = {
      measure: measure.id,
      number: measure.number,
      better: measure.better,
      sensitive: measure.sensitive,
      from: measure.from,
    };
    const answer = answerOf(measure, columns, context, at.due);
    return isMissing(answer)
      ? { ...facts, figures: [], missing: answer }
      : { ...facts, figures: answer, missing: null };
  });
}

function answerOf(
  measure: ProgramMeasure,
  columns: Partial<ProgramColumns>,
  context: MeasureContext,
  due: boolean,
): readonly MeasureFigure[] | Missing {
  if (measure.when === 'at-look' && !due) return { reason: 'not-due', values: {} };
  const absent = measure.needs.find((need) => columns[need] === undefined);
  if (absent !== undefined) return { reason: 'not-recorded', values: { file: `${absent}.csv` } };
  const received = Object.fromEntries(
    [...measure.needs, ...(measure.uses ?? [])].map((need) => [need, columns[need]]),
  );
  try {
    return measure.compute(received as unknown as ProgramColumns, context);
  } catch (error) {
    return {
      reason: 'could-not-be-calculated',
      values: { why: error instanceof Error ? error.message : '' },
    };
  }
}

/** The outcome of the plan that is a scale, wherever it names it. */
function plannedScale(plan: Plan, scale: string): PlannedOutcome | undefined {
  return [plan.primary, ...(plan.also ?? []), ...(plan.watchOuts ?? [])].find(
    ({ outcome }) => outcome === scale,
  );
}
