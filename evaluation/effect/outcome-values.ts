import type { Missing, Range } from '../finding.ts';
import { isMissing, type ArmOutcome, type Measure, type MeasureColumns } from '../measures/measure.ts';
import type { PlannedOutcome } from '../plan/plan.ts';
import { MISSING_DAY, horizonDays } from '../study/day.ts';
import { type FollowUp, followUp } from '../study/follow-up.ts';
import { pickColumns } from '../study/pick.ts';
import type { Population } from '../study/population.ts';
import { scoreColumn } from '../study/score-column.ts';
import type { Study } from '../study/study.ts';
import type { OutcomeValues } from './exact-figures.ts';

const DEFAULT_MONTHS = 24;
/** A value before may come so many days after the start (F8). */
const LATEST_BEFORE_DAYS = 14;

/** The outcome of people at given positions, one number each; pseudo-values are made per arm. */
export function outcomeValues(
  study: Study,
  population: Population,
  planned: PlannedOutcome,
  measure: Measure,
  positions: Int32Array,
): OutcomeValues | Missing {
  const treated = Uint8Array.from(positions, (i) => population.treated[i]!);
  const columns = columnsOf(study, population, planned, measure);
  const values = new Float64Array(positions.length).fill(Number.NaN);
  const unknown = new Uint8Array(positions.length);
  const arms: ArmOutcome[] = [];
  for (const arm of [1, 0]) {
    const own = new Int32Array(positions.length).map((_, i) => i).filter((i) => treated[i] === arm);
    const outcome = measure.outcome(
      pickedColumns(
        columns,
        own.map((i) => positions[i]!),
      ),
    );
    if (isMissing(outcome)) return outcome;
    own.forEach((i, o) => (values[i] = outcome.values[o]!));
    own.forEach((i, o) => (unknown[i] = outcome.unknown[o]!));
    arms.push(outcome);
  }
  const before = columns.scoreBefore && pickColumns(columns.scoreBefore, positions);
  const share = measure.kind === 'share' || (columns.ends?.[0] === 0 && columns.ends[1] === 1);
  return {
    kind: share ? 'share' : 'score',
    values,
    before,
    unknown,
    beforeDates: columns.beforeDates,
    asked: askedCount(columns.asked, values, positions),
    arms: [arms[0]!, arms[1]!],
    ends: measure.kind === 'share' ? [0, 1] : columns.ends,
  };
}

interface WholeColumns extends Partial<MeasureColumns> {
  readonly ends: Range | null;
  readonly beforeDates: { readonly late: number; readonly known: number };
  readonly asked?: Uint8Array;
}

function columnsOf(
  study: Study,
  population: Population,
  planned: PlannedOutcome,
  measure: Measure,
): WholeColumns {
  if (measure.counts !== null) {
    const days = horizonDays(planned.months ?? DEFAULT_MONTHS);
    const followed = followUp(population.followed, study.employment, measure.counts, days, study.cutoff);
    return { [measure.counts]: followed, ends: [0, 1], beforeDates: { late: 0, known: 0 } };
  }
  const score = scoreColumn(study, population, planned.outcome, planned.wave ?? 'after');
  const before = scoreColumn(study, population, planned.outcome, 'before');
  const beforeDates = { late: 0, known: before.answered };
  const inTime = before.value.map((value, i) => {
    const late =
      before.day[i] !== MISSING_DAY && before.day[i]! > population.followed.index[i]! + LATEST_BEFORE_DAYS;
    if (late) beforeDates.late++;
    return late ? Number.NaN : value;
  });
  return { score: score.value, scoreBefore: inTime, ends: score.ends, beforeDates, asked: score.asked };
}

function pickedColumns(columns: WholeColumns, positions: Int32Array): MeasureColumns {
  const follow = (f: FollowUp | undefined): FollowUp | undefined =>
    f && {
      time: positions.map((i) => f.time[i]!),
      event: Uint8Array.from(positions, (i) => f.event[i]!),
      lost: Uint8Array.from(positions, (i) => f.lost[i]!),
      horizonDays: f.horizonDays,
    };
  return {
    promotion: follow(columns.promotion),
    opportunity: follow(columns.opportunity),
    exit: follow(columns.exit),
    score: columns.score && pickColumns(columns.score, positions),
    scoreBefore: columns.scoreBefore && pickColumns(columns.scoreBefore, positions),
  } as MeasureColumns;
}

/**
 * How many people were asked: everybody on the roster, unless the file holds empty rows at the wave. Then it says itself who was
 * asked and did not answer, and people without any row were not asked.
 */
function askedCount(asked: Uint8Array | undefined, values: Float64Array, positions: Int32Array): number {
  if (!asked) return positions.length;
  let rows = 0;
  let silent = 0;
  for (let i = 0; i < positions.length; i++) {
    if (asked[positions[i]!] !== 1) continue;
    rows++;
    if (Number.isNaN(values[i]!)) silent++;
  }
  return silent > 0 ? rows : positions.length;
}
