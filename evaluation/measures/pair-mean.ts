import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { tRange } from '#stats/means/t-range.ts';
import type { PairRows } from '../study/program-rows.ts';
import type { MeasureFigure } from './measure.ts';
import { peopleOf, sumOf } from './pooled-share.ts';

/** With fewer degrees of freedom the spread says too little about itself for a range (measurement.md 3.1). */
const LEAST_DEGREES = 4;

/** What rounding leaves of shares that are all the same is no spread. */
const SPREAD = 1e-12;

/** One share for every pair of the roster. */
export interface PairShares {
  readonly key: string;
  /** Of each pair, 0 to 1; 0 where nothing is known. */
  readonly values: Float64Array;
  /** The same if every unknown were at its best. */
  readonly atBest: Float64Array;
  /** Pairs of which something is known. */
  readonly known: number;
  readonly clusters: Int32Array;
  readonly pairs: PairRows;
  /** People in all pairs, where the caller has counted them. */
  readonly people?: number;
  readonly need: number;
}

/** The mean share over all pairs ever made, each pair once, with its range by clusters of pairs (interval code T). */
export function pairMean({
  key,
  values,
  atBest,
  known,
  clusters,
  pairs,
  people,
  need,
}: PairShares): MeasureFigure {
  const facts = {
    key,
    unit: 'share' as const,
    n: known,
    asked: pairs.count,
    of: 'pairs' as const,
    count: null,
    people: people ?? peopleOf(pairs, new Float64Array(pairs.count).fill(1)),
    least: { need, have: pairs.count },
  };
  if (pairs.count === 0)
    return {
      ...facts,
      value: { reason: 'nothing-due', values: {} },
      range95: null,
      noRange: 'no-figure',
      bounds: null,
    };
  const mean = clusteredMean({ values, clusters });
  const { estimate, standardError, degreesOfFreedom } = mean;
  const noRange = !(degreesOfFreedom >= LEAST_DEGREES)
    ? 'few-clusters'
    : standardError > SPREAD
      ? null
      : 'all-alike';
  const best = sumOf(atBest) / pairs.count;
  return {
    ...facts,
    value: Math.min(1, Math.max(0, estimate)),
    range95: noRange ? null : insideShare(tRange(estimate, standardError, degreesOfFreedom, 0.95)),
    noRange,
    bounds: best - estimate > 1e-12 ? [estimate, best] : null,
  };
}

/** A share lies between 0 and 1 and so does its range. */
function insideShare([low, high]: readonly [number, number]): [number, number] {
  return [Math.max(0, low), Math.min(1, high)];
}
