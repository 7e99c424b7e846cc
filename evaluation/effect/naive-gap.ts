import { normalQuantile } from '#stats/numeric/normal-quantile.ts';
import { recoveredDifference, type SharedRange } from '#stats/proportions/recovered-difference.ts';
import { wilson } from '#stats/proportions/wilson.ts';
import { linkedPeople } from '../designs/clusters.ts';
import type { FigureKind, NaiveGap } from '../finding.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { knownRows } from './compared-outcome.ts';
import { modelFigures } from './model.ts';
import { meanRange } from './ranges.ts';

/** The plain gap between all eligible people with a known outcome; it never stands alone. */
export function naiveGap(
  study: Study,
  population: Population,
  values: Float64Array,
  kind: FigureKind,
): NaiveGap | null {
  const known = knownRows(values);
  return kind === 'share' ? shareGap(population, known, values) : scoreGap(study, population, known, values);
}

/** Two independent shares, as a spreadsheet has them: Newcombe's range on the headcounts. */
function shareGap(population: Population, known: Int32Array, values: Float64Array): NaiveGap | null {
  const arm = (treated: number) =>
    independentShare(
      known.filter((i) => population.treated[i] === treated),
      values,
    );
  const [participants, comparison] = [arm(1), arm(0)];
  if (!participants || !comparison) return null;
  const { estimate, low, high } = recoveredDifference({
    first: participants.shared,
    second: comparison.shared,
    // Independent shares: any standard errors of 0 say so.
    differenceStandardError: 0,
  });
  return {
    participants: participants.shared.share,
    comparison: comparison.shared.share,
    estimate,
    range95: [low, high],
    n: [participants.n, comparison.n],
  };
}

function independentShare(
  rows: Int32Array,
  values: Float64Array,
): { shared: SharedRange; n: number } | undefined {
  const n = rows.length;
  if (n === 0) return undefined;
  let share = 0;
  for (const i of rows) share += values[i]! / n;
  const plain = Math.min(1, Math.max(0, share));
  const [low, high] = wilson(plain, n, normalQuantile(0.975));
  return { shared: { share: plain, standardError: 0, low, high }, n };
}

function scoreGap(
  study: Study,
  population: Population,
  known: Int32Array,
  values: Float64Array,
): NaiveGap | null {
  const treated = Uint8Array.from(known, (i) => population.treated[i]!);
  const figures = modelFigures({
    outcome: Float64Array.from(known, (i) => values[i]!),
    treated,
    weights: new Float64Array(known.length).fill(1),
    clusters: linkedPeople(study, population, known).codes,
    covariates: [],
  });
  if (!figures) return null;
  const participants = treated.reduce((sum, t) => sum + t, 0);
  return {
    participants: figures.participants.estimate,
    comparison: figures.comparison.estimate,
    estimate: figures.difference.estimate,
    range95: meanRange(figures.difference, 0.95),
    n: [participants, known.length - participants],
  };
}
