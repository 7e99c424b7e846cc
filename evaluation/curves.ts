import { normalQuantile } from '#stats/numeric/normal-quantile.ts';
import { wilson } from '#stats/proportions/wilson.ts';
import { incidenceCurve } from '#stats/survival/incidence-curve.ts';
import { quarterSteps } from '#stats/survival/quarter-steps.ts';
import type { Prepared } from './designs/prepared.ts';
import type { CurveStep, OutcomeCurves } from './evaluation.ts';
import type { Finding, GroupFigure } from './finding.ts';
import { eventValues } from './measures/event-share.ts';
import { measureOf } from './measures/registry.ts';
import { armFollowUp } from './study/arm-follow-up.ts';
import { horizonDays } from './study/day.ts';
import { type FollowUp, followUp } from './study/follow-up.ts';
import type { Study } from './study/study.ts';

const MONTHS_PER_STEP = 3;

/** When the event of a finding happens, per quarter and arm; `undefined` for outcomes that are no events, or where leaving is the event. */
export function curvesOf(study: Study, prepared: Prepared, finding: Finding): OutcomeCurves | undefined {
  const measure = measureOf(finding.outcome);
  const { months, exact } = finding;
  if (measure.counts === null || measure.counts === 'exit' || months === null || !exact) return undefined;
  const followed = followUp(
    prepared.population.followed,
    study.employment,
    measure.counts,
    horizonDays(months),
    study.cutoff,
  );
  return {
    outcome: finding.outcome,
    who: finding.who,
    months,
    label: finding.label,
    arms: (['participants', 'comparison'] as const).map((who, arm) => {
      const steps = armSteps(prepared, followed, arm === 0 ? 1 : 0, months, exact.groups[arm]!);
      const last = steps.at(-1)?.month ?? 0;
      return { who, steps, stopsAtMonth: last < months ? last : null };
    }),
  };
}

function armSteps(
  prepared: Prepared,
  followed: FollowUp,
  arm: number,
  months: number,
  group: GroupFigure,
): CurveStep[] {
  const places = new Int32Array(prepared.positions.length)
    .map((_, i) => i)
    .filter((i) => prepared.treated[i] === arm);
  const weights = Float64Array.from(places, (i) => prepared.weights[i]!);
  const positions = places.map((i) => prepared.positions[i]!);
  const own = armFollowUp(prepared.population, positions, followed, prepared.inclination);
  const ends: number[] = [];
  for (let month = MONTHS_PER_STEP; month < months; month += MONTHS_PER_STEP) ends.push(month);
  ends.push(months);
  const monthOf = new Map(ends.map((month) => [horizonDays(month), month]));
  return quarterSteps(incidenceCurve(own, [...monthOf.keys()])).map((step) => {
    const month = monthOf.get(step.day)!;
    const atHorizon = month === months && group.value !== null;
    const { value, range95 } = atHorizon
      ? { value: group.value!, range95: group.range95 }
      : weightedShare({ ...own, horizonDays: step.day }, weights);
    return { month, observed: step.underView, value, range95 };
  });
}

/** The weighted share with the event by a day: the mean of the pseudo-values at that day, with Wilson's range. */
function weightedShare(followed: FollowUp, weights: Float64Array): Pick<CurveStep, 'value' | 'range95'> {
  const values = eventValues(followed);
  if ('kind' in values) return { value: 0, range95: null };
  let sum = 0;
  let weight = 0;
  values.forEach((value, i) => {
    sum += weights[i]! * value;
    weight += weights[i]!;
  });
  const share = Math.min(1, Math.max(0, sum / weight));
  let squares = 0;
  values.forEach((value, i) => (squares += (weights[i]! * (value - share)) ** 2));
  const variance = squares / weight ** 2;
  const size = variance > 0 && share > 0 && share < 1 ? (share * (1 - share)) / variance : values.length;
  return { value: share, range95: wilson(share, size, normalQuantile(0.975)) };
}
