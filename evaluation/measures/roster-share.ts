import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { normalQuantile } from '#stats/numeric/normal-quantile.ts';
import { wilson } from '#stats/proportions/wilson.ts';
import { shareRange } from '../effect/ranges.ts';
import type { Range } from '../finding.ts';
import type { MeasureFigure, PartOfSum } from './measure.ts';
import { sumOf } from './pooled-share.ts';

/** With fewer degrees of freedom the spread says too little about itself for a range (measurement.md 3.1). */
const LEAST_DEGREES = 4;

/** Who of a roster meets a condition. */
export interface RosterShare {
  readonly key: string;
  readonly topic?: string;
  readonly of: 'people' | 'pairs';
  /** 1 for each that is known to meet it, 0 for the others, known or not. */
  readonly values: Float64Array;
  /** How many are not known and count as not meeting it. */
  readonly unknown: number;
  /** How many are not known and count as meeting it: where that is the worse. */
  readonly assumed?: number;
  readonly clusters: Int32Array;
  readonly people: number;
  readonly sums?: readonly PartOfSum[];
  readonly need: number;
}

/**
 * The share of a whole roster that is known to meet a condition, with Wilson's range (interval code W): the plain one where nobody belongs
 * together, else at the effective size.
 */
export function rosterShare({
  unknown,
  assumed = 0,
  values,
  clusters,
  need,
  ...facts
}: RosterShare): MeasureFigure {
  const all = values.length;
  const count = sumOf(values);
  const base = {
    ...facts,
    unit: 'share' as const,
    n: all - unknown - assumed,
    asked: all,
    outOf: all,
    least: { need, have: all },
  };
  if (all === 0)
    return {
      ...base,
      value: { reason: 'nothing-due', values: {} },
      range95: null,
      noRange: 'no-figure',
      count: null,
      bounds: null,
    };
  const range95 = rangeOf(values, count / all, clusters);
  return {
    ...base,
    value: count / all,
    range95,
    noRange: range95 === null ? 'few-clusters' : null,
    count,
    bounds: unknown + assumed === 0 ? null : [(count - assumed) / all, (count + unknown) / all],
  };
}

function rangeOf(values: Float64Array, share: number, clusters: Int32Array): Range | null {
  const sizes = new Map<number, number>();
  for (const code of clusters) sizes.set(code, (sizes.get(code) ?? 0) + 1);
  if (sizes.size === values.length) return wilson(share, values.length, normalQuantile(0.975));
  const figure = clusteredMean({ values, clusters });
  if (!(figure.degreesOfFreedom >= LEAST_DEGREES)) return null;
  const squares = [...sizes.values()].reduce((sum, size) => sum + size * size, 0);
  return shareRange({ ...figure, estimate: share }, values.length ** 2 / squares, 0.95);
}
