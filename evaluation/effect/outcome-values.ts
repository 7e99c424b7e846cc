import type { Missing, Range } from '../finding.ts';
import { isMissing, type ArmOutcome, type Measure, type MeasureColumns } from '../measures/measure.ts';
import type { PlannedOutcome } from '../plan/plan.ts';
import { MISSING_DAY, horizonDays } from '../study/day.ts';
import { armFollowUp } from '../study/arm-follow-up.ts';
import { type FollowUp, followUp } from '../study/follow-up.ts';
import { pickColumns, pickedRows } from '../study/pick.ts';
import type { Population } from '../study/population.ts';
import { scoreColumn } from '../study/score-column.ts';
import type { Study } from '../study/study.ts';
import type { OutcomeValues } from './exact-figures.ts';

const DEFAULT_MONTHS = 24;
/** A value before may come so many days after the start (F8). */
const LATEST_BEFORE_DAYS = 14;

/** The columns of an outcome for a whole population, read once; outcomes of some of its people are picked from them. */
export interface OutcomeColumns extends Partial<MeasureColumns> {
  readonly measure: Measure;
  readonly population: Population;
  readonly ends: Range | null;
  /** How inclined each person was to take part; only its order counts. Undefined where the design does not tell. */
  readonly inclination?: () => Float64Array;
  /** Day of each answer at the wave; undefined for events. */
  readonly scoreDay?: Int32Array;
  /** 1 per person whose value before came too late. */
  readonly lateBefore?: Uint8Array;
  readonly beforeDates: { readonly late: number; readonly known: number };
  readonly asked?: Uint8Array;
  readonly instruments?: OutcomeValues['instruments'];
}

/** The outcome of people at given positions, one number each; pseudo-values are made per arm. */
export function outcomeValues(
  study: Study,
  population: Population,
  planned: PlannedOutcome,
  measure: Measure,
  positions: Int32Array,
): OutcomeValues | Missing {
  return outcomeAt(outcomeColumns(study, population, planned, measure), positions);
}

/** The same from columns that were read before. */
export function outcomeAt(columns: OutcomeColumns, positions: Int32Array): OutcomeValues | Missing {
  const { measure, population } = columns;
  const values = new Float64Array(positions.length).fill(Number.NaN);
  const unknown = new Uint8Array(positions.length);
  const arms: ArmOutcome[] = [];
  for (const arm of [1, 0]) {
    const own = ownPlaces(population, positions, arm);
    const outcome = measure.outcome(armColumns(columns, pickedRows(positions, own)));
    if (isMissing(outcome)) return outcome;
    for (let o = 0; o < own.length; o++) {
      values[own[o]!] = outcome.values[o]!;
      unknown[own[o]!] = outcome.unknown[o]!;
    }
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
    instruments: columns.instruments ?? { before: [], at: [] },
    asked: askedCount(columns.asked, values, positions),
    arms: [arms[0]!, arms[1]!],
    ends: measure.kind === 'share' ? [0, 1] : columns.ends,
  };
}

/** Places in a list of positions that belong to an arm, rising. */
function ownPlaces({ treated }: Population, positions: Int32Array, arm: number): Int32Array {
  const places = new Int32Array(positions.length);
  let count = 0;
  for (let i = 0; i < positions.length; i++) if (treated[positions[i]!] === arm) places[count++] = i;
  return places.slice(0, count);
}

/** How long people are followed for an event. */
export function plannedMonths({ months }: PlannedOutcome): number {
  return months ?? DEFAULT_MONTHS;
}

/** The columns that an outcome needs, for everybody of a population. */
export function outcomeColumns(
  study: Study,
  population: Population,
  planned: PlannedOutcome,
  measure: Measure,
  inclination?: () => Float64Array,
): OutcomeColumns {
  const base = { measure, population, ...(inclination && { inclination }) };
  if (measure.counts !== null) {
    const days = horizonDays(plannedMonths(planned));
    const followed = followUp(population.followed, study.employment, measure.counts, days, study.cutoff);
    return { ...base, [measure.counts]: followed, ends: [0, 1], beforeDates: { late: 0, known: 0 } };
  }
  const score = scoreColumn(study, population, planned.outcome, planned.wave ?? 'after');
  const before = scoreColumn(study, population, planned.outcome, 'before');
  const lateBefore = Uint8Array.from(before.day, (day, i) =>
    day !== MISSING_DAY && day > population.followed.index[i]! + LATEST_BEFORE_DAYS ? 1 : 0,
  );
  return {
    ...base,
    score: score.value,
    scoreDay: score.day,
    scoreBefore: before.value.map((value, i) => (lateBefore[i] === 1 ? Number.NaN : value)),
    lateBefore,
    ends: score.ends,
    beforeDates: { late: lateBefore.reduce((sum, late) => sum + late, 0), known: before.answered },
    asked: score.asked,
    instruments: { before: before.instruments, at: score.instruments },
  };
}

function armColumns(columns: OutcomeColumns, positions: Int32Array): MeasureColumns {
  const follow = (f: FollowUp | undefined): FollowUp | undefined =>
    f && armFollowUp(columns.population, positions, f, columns.inclination);
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
