import type { Missing } from './finding.ts';
import type { Scale } from './instruments/instrument.ts';
import type { ReliabilityFinding } from './instruments/reliability.ts';
import { instrumentsOf } from './instruments/score-answers.ts';
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
  at: {
    readonly cutoff: Day;
    readonly due: boolean;
    readonly reliability: readonly ReliabilityFinding[];
  },
): MeasureFinding[] {
  const columns = programColumns(rows, plan, at.cutoff);
  const context = contextOf(rows, plan, at);
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

function contextOf(
  rows: StudyRows,
  plan: Plan,
  { cutoff, reliability }: { readonly cutoff: Day; readonly reliability: readonly ReliabilityFinding[] },
): MeasureContext {
  const scales = instrumentsOf(rows).flatMap((instrument) => instrument.scales);
  const known = (id: string): Scale | undefined => scales.find((scale) => scale.id === id);
  return {
    cutoff,
    reviewEvery: REVIEW_EVERY,
    seed: plan.seed ?? 0,
    matters: (scale) => plannedScale(plan, scale)?.matters,
    better: (scale) => plannedScale(plan, scale)?.better ?? known(scale)?.better ?? 'higher',
    who: (scale) => plannedScale(plan, scale)?.who ?? 'mentees',
    subject: (scale) => known(scale)?.subject,
    reliability: (scale) => {
      const own = reliability.filter((finding) => finding.scale === scale);
      const { alpha } = own.find(({ about }) => about === 'oneself') ?? own[0] ?? {};
      return alpha?.kind === 'figure' ? alpha.value : undefined;
    },
  };
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
