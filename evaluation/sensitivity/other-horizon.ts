import { type OutcomeColumns, plannedMonths, outcomeAt, outcomeColumns } from '../effect/outcome-values.ts';
import { MISSING_DAY, dayFromIso } from '../study/day.ts';
import { medianDay } from '../study/score-column.ts';
import { type OtherWay, type PlannedWay, defineCalculation } from './analysis.ts';
import type { NotApplied } from './sensitivity.ts';

/** The other horizon of a plan that follows people for longer. */
const OTHER_MONTHS = 18;
/** A plan that follows for 18 months or less is read at this part of its horizon. */
const SHORTER_PART = 0.75;
/** Answers further from the day of their wave are left out. */
const NEAR_DAYS = 30;

/** Another horizon: 18 months, or three quarters of a shorter one; of answers only those within 30 days of their wave. */
export const otherHorizon = defineCalculation({
  id: 'other-horizon',
  vary(way) {
    return way.columns.measure.counts === null ? nearTheWave(way) : atOtherMonths(way);
  },
});

function atOtherMonths({ study, population, planned, prepared, columns }: PlannedWay): OtherWay | NotApplied {
  const months = plannedMonths(planned);
  const shorter = months > OTHER_MONTHS ? OTHER_MONTHS : Math.round(months * SHORTER_PART);
  if (shorter === months || shorter < 1) return 'changes-nothing';
  const { measure, inclination } = columns;
  const other = outcomeColumns(study, population, { ...planned, months: shorter }, measure, inclination);
  const outcome = outcomeAt(other, prepared.positions);
  return 'reason' in outcome ? 'followed-too-short' : { prepared, outcome, months: shorter };
}

function nearTheWave({ population, planned, plan, prepared, columns }: PlannedWay): OtherWay | NotApplied {
  const answered = prepared.positions.filter((i) => !Number.isNaN(columns.score![i]!));
  const days = columns.scoreDay!;
  if (answered.some((i) => days[i] === MISSING_DAY)) return 'no-dates';
  const stated = plan.waves?.[planned.wave ?? 'after'];
  const waveDay = stated === undefined ? undefined : dayFromIso(stated);
  const { index } = population.followed;
  const since = (i: number): number => days[i]! - (waveDay ?? index[i]!);
  const middle = waveDay === undefined ? medianDay([...answered].map(since)) : 0;
  const far = answered.filter((i) => Math.abs(since(i) - middle) > NEAR_DAYS);
  if (far.length === 0) return 'all-in-time';
  const outcome = outcomeAt(without(columns, far), prepared.positions);
  return 'reason' in outcome ? 'could-not-be-calculated' : { prepared, outcome };
}

function without(columns: OutcomeColumns, positions: Int32Array): OutcomeColumns {
  const score = columns.score!.slice();
  for (const i of positions) score[i] = Number.NaN;
  return { ...columns, score };
}
