import { ratioByClusters } from '#stats/proportions/ratio-by-clusters.ts';
import type { Range } from '../finding.ts';
import type { PairRows } from '../study/program-rows.ts';
import type { MeasureFigure } from './measure.ts';

/** Something counted of something due, pair by pair of the roster. */
export interface PairCounts {
  readonly key: string;
  readonly of: MeasureFigure['of'];
  /** What the pairs kept, held, met … of what is due; an unknown is only due. */
  readonly counted: Float64Array;
  readonly due: Float64Array;
  /** What would be counted if every unknown were at its best; left out where nothing is unknown. */
  readonly atBest?: Float64Array;
  /** Bounds in their own right, where an unknown changes also what is due. */
  readonly bounds?: Range;
  /** How much of what is due is known. */
  readonly known: number;
  /** Which pairs belong together (`linkedPairs`). */
  readonly clusters: Int32Array;
  readonly pairs: PairRows;
  readonly sums?: MeasureFigure['sums'];
  /** People behind it; those in the pairs that have something due when not given. */
  readonly people?: number;
  readonly least: MeasureFigure['least'];
}

/** Its share is of whole things that can be counted, not of days. */
const WHOLE: ReadonlySet<MeasureFigure['of']> = new Set([
  'occasions',
  'goals',
  'meetings',
  'gaps',
  'reviews',
  'items',
  'pairs',
]);

/** A share of everything due, pooled over the pairs, with its range by clusters of pairs (interval code R). */
export function pooledShare(input: PairCounts): MeasureFigure {
  const { key, of, counted, due, clusters, pairs, least } = input;
  const total = sumOf(due);
  const facts = {
    key,
    unit: 'share' as const,
    n: input.known,
    asked: total,
    of,
    outOf: total,
    people: input.people ?? peopleOf(pairs, due),
    ...(input.sums && { sums: input.sums }),
    least,
  };
  const ratio = ratioByClusters({ ...byCluster(counted, due, clusters), level: 0.95 });
  if (ratio.kind === 'missing')
    return {
      ...facts,
      value: { reason: ratio.reason, values: {} },
      range95: null,
      noRange: 'no-figure',
      count: null,
      bounds: null,
    };
  return {
    ...facts,
    value: ratio.estimate,
    range95: ratio.range,
    noRange: ratio.range === null ? 'few-clusters' : null,
    count: WHOLE.has(of) ? sumOf(counted) : null,
    bounds: boundsOf(input, total),
  };
}

/** Of two things that must be there, the one that lacks most. */
export function bindingLeast(...needs: readonly MeasureFigure['least'][]): MeasureFigure['least'] {
  return needs.reduce((a, b) => (b.have / b.need < a.have / a.need ? b : a));
}

/** How many pairs have something due. */
export function pairsWith(due: Float64Array): number {
  return due.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
}

/** How many different people are in the pairs that have something due; somebody who is not known is nobody. */
export function peopleOf({ mentor, mentee }: PairRows, due: Float64Array): number {
  const people = new Set<string>();
  for (let i = 0; i < due.length; i++) {
    if (due[i] === 0) continue;
    people.add(mentor[i]!);
    people.add(mentee[i]!);
  }
  people.delete('');
  return people.size;
}

/** How many different people have said or done something, given the row of the pair and the side of each time. */
export function peopleWho(
  pairs: PairRows,
  times: Iterable<readonly [pair: number, side: 'mentor' | 'mentee']>,
): number {
  const people = new Set<string>();
  for (const [pair, side] of times) people.add(pairs[side][pair]!);
  people.delete('');
  return people.size;
}

export function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function boundsOf({ counted, atBest, bounds }: PairCounts, total: number): Range | null {
  const [worst, best] = bounds ?? [sumOf(counted) / total, sumOf(atBest ?? counted) / total];
  return worst === best ? null : [worst, best];
}

function byCluster(
  counted: Float64Array,
  due: Float64Array,
  clusters: Int32Array,
): { numerators: Float64Array; denominators: Float64Array } {
  const size = clusters.reduce((most, code) => Math.max(most, code + 1), 0);
  const numerators = new Float64Array(size);
  const denominators = new Float64Array(size);
  for (let i = 0; i < clusters.length; i++) {
    numerators[clusters[i]!]! += counted[i]!;
    denominators[clusters[i]!]! += due[i]!;
  }
  return { numerators, denominators };
}
