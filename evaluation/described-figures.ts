import { clusteredMean } from '#stats/means/clustered-mean.ts';
import type { Prepared } from './designs/prepared.ts';
import type { OutcomeValues } from './effect/exact-figures.ts';
import { alikeCount } from './effect/alike-count.ts';
import { meanRange, shareRange } from './effect/ranges.ts';
import type { ExactFigures, Missing, Range } from './finding.ts';
import { pickColumns } from './study/pick.ts';

/** On a scale, from this part of its length on an answer is favourable: 4 of 1 to 5 (measure M26). */
const FAVOURABLE_FROM = 0.75;

/** The paired change of participants, or why there is none. Who answered only once is counted, not guessed. */
export function changeFigures(prepared: Prepared, outcome: OutcomeValues): ExactFigures | Missing {
  const { before, values } = outcome;
  const paired = positionsWhere(
    values,
    (i) => !Number.isNaN(values[i]!) && !Number.isNaN(before?.[i] ?? Number.NaN),
  );
  if (!before || paired.length < 2)
    return { reason: 'too-few-people', values: { have: paired.length, need: 2 } };
  const mean = meanOf(prepared, paired, (i) => values[i]! - before[i]!);
  const after = meanOf(prepared, paired, (i) => values[i]!);
  return {
    ...ranges((level) => meanRange(mean, level)),
    groups: [
      {
        who: 'participants',
        n: paired.length,
        asked: values.length,
        value: after.estimate,
        range95: meanRange(after, 0.95),
        count: null,
        before: meanOf(prepared, paired, (i) => before[i]!).estimate,
        alike: alikeCount(pickColumns(values, paired)),
        alikeBefore: alikeCount(pickColumns(before, paired)),
      },
    ],
    estimate: mean.estimate,
    standardError: mean.standardError,
    nStar: [paired.length],
    events: null,
    nonEvents: null,
    df: mean.degreesOfFreedom > 0 ? mean.degreesOfFreedom : null,
    ...nothingElse,
    notes: [{ key: 'regression-to-mean', values: {} }],
    bounds: null,
  };
}

/** The share of participants who answered favourably, with the bounds that those who did not answer leave open. */
export function opinionFigures(prepared: Prepared, outcome: OutcomeValues): ExactFigures | Missing {
  const { values, ends } = outcome;
  if (!ends) return { reason: 'no-such-data', values: { column: 'low, high' } };
  const known = positionsWhere(values, (i) => !Number.isNaN(values[i]!));
  if (known.length < 2) return { reason: 'too-few-people', values: { have: known.length, need: 2 } };
  const limit = ends[0] + FAVOURABLE_FROM * (ends[1] - ends[0]);
  const said = (i: number): number => (values[i]! >= limit ? 1 : 0);
  const share = meanOf(prepared, known, said);
  const count = known.reduce((sum, i) => sum + said(i), 0);
  return {
    ...ranges((level) => shareRange(share, known.length, level)),
    groups: [
      {
        who: 'participants',
        n: known.length,
        asked: outcome.asked,
        value: share.estimate,
        range95: shareRange(share, known.length, 0.95),
        count,
        before: null,
      },
    ],
    estimate: share.estimate,
    standardError: share.standardError,
    nStar: [known.length],
    events: count,
    nonEvents: known.length - count,
    df: share.degreesOfFreedom > 0 ? share.degreesOfFreedom : null,
    ...nothingElse,
    bounds: [count / outcome.asked, (count + outcome.asked - known.length) / outcome.asked],
  };
}

const nothingElse = { model: null, k: 1, naive: null, sensitivity: null, notes: [] } as const;

function ranges(at: (level: number) => Range | null) {
  return { range95: at(0.95), range80: at(0.8), range50: at(0.5), rangeFamily: at(0.95) };
}

function positionsWhere(values: Float64Array, holds: (i: number) => boolean): Int32Array {
  return new Int32Array(values.length).map((_, i) => i).filter(holds);
}

function meanOf(prepared: Prepared, rows: Int32Array, value: (i: number) => number) {
  return clusteredMean({
    values: Float64Array.from(rows, value),
    clusters: rows.map((i) => prepared.clusters[i]!),
  });
}
