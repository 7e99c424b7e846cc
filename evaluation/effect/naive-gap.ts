import { linkedPeople } from '../designs/clusters.ts';
import type { FigureKind, NaiveGap } from '../finding.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { modelFigures } from './model.ts';
import { meanRange, shareDifferenceRange } from './ranges.ts';

/** The plain gap between all eligible people with a known outcome; it never stands alone. */
export function naiveGap(
  study: Study,
  population: Population,
  values: Float64Array,
  kind: FigureKind,
): NaiveGap | null {
  const known = new Int32Array(population.n).map((_, i) => i).filter((i) => !Number.isNaN(values[i]!));
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
  const n = [participants, known.length - participants] as const;
  return {
    participants: figures.participants.estimate,
    comparison: figures.comparison.estimate,
    estimate: figures.difference.estimate,
    range95:
      kind === 'share' ? shareDifferenceRange(figures, n, 0.95).range : meanRange(figures.difference, 0.95),
    n,
  };
}
