import { clusteredMean } from '#stats/means/clustered-mean.ts';
import type { Prepared } from './designs/prepared.ts';
import { alikeCount } from './effect/alike-count.ts';
import { meanRange } from './effect/ranges.ts';
import type { CoursePoint, OutcomeCourse } from './evaluation.ts';
import type { Finding } from './finding.ts';
import { measureOf } from './measures/registry.ts';
import { isoFromDay } from './study/day.ts';
import { medianDay, type ScoreColumn, scoreColumn, wavesOf } from './study/score-column.ts';
import type { Study } from './study/study.ts';

const DAYS_PER_MONTH = 365.2425 / 12;

/** How a scale went over its waves, both arms, weighted as the comparison is; `undefined` for outcomes that are no scales. */
export function courseOf(study: Study, prepared: Prepared, finding: Finding): OutcomeCourse | undefined {
  if (measureOf(finding.outcome).counts !== null || !finding.exact) return undefined;
  const waves = wavesOf(study, finding.outcome).flatMap((wave) => {
    const column = scoreColumn(study, prepared.population, finding.outcome, wave);
    return ([1, 0] as const).flatMap((arm) => coursePoint(study, prepared, column, arm) ?? []);
  });
  return {
    outcome: finding.outcome,
    who: finding.who,
    label: finding.label,
    unit: finding.unit,
    scale: finding.scale,
    waves,
  };
}

function coursePoint(
  study: Study,
  prepared: Prepared,
  column: ScoreColumn,
  arm: 0 | 1,
): CoursePoint | undefined {
  const { positions, population } = prepared;
  const own = new Int32Array(positions.length)
    .map((_, i) => i)
    .filter((i) => prepared.treated[i] === arm && !Number.isNaN(column.value[positions[i]!]!));
  if (own.length === 0) return undefined;
  const values = Float64Array.from(own, (i) => column.value[positions[i]!]!);
  const mean = clusteredMean({
    values,
    weights: Float64Array.from(own, (i) => prepared.weights[i]!),
    clusters: own.map((i) => prepared.clusters[i]!),
  });
  const days = Array.from(own, (i) => column.day[positions[i]!]!);
  const since = Array.from(
    own,
    (i) => column.day[positions[i]!]! - study.index[population.rows[positions[i]!]!]!,
  );
  return {
    wave: column.wave,
    who: arm === 1 ? 'participants' : 'comparison',
    month: Math.round(medianDay(since) / DAYS_PER_MONTH),
    date: isoFromDay(medianDay(days)),
    n: own.length,
    value: mean.estimate,
    range95: meanRange(mean, 0.95),
    range80: meanRange(mean, 0.8),
    range50: meanRange(mean, 0.5),
    alike: alikeCount(values),
  };
}
