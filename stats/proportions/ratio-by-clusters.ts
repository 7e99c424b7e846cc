import { CompensatedTotals } from '#stats/numeric/compensated-totals.ts';
import { ROWS_PER_BLOCK } from '#stats/numeric/weighted-gram.ts';
import { tQuantile } from '#stats/numeric/t-quantile.ts';
import { wilson } from './wilson.ts';

/** With fewer clusters their spread says too little about itself for a range (measurement.md 3.3). */
const FEWEST_CLUSTERS = 5;

/** A share of occasions that lie in clusters, or that there was no occasion at all. */
export type ClusterRatio =
  | {
      readonly kind: 'ratio';
      /** All counted ÷ all due, 0 to 1. */
      readonly estimate: number;
      /** Clusters with anything due. */
      readonly clusterCount: number;
      /** `null` with a single cluster. */
      readonly standardError: number | null;
      /** How many independent occasions the share is worth; `null` with a single cluster. */
      readonly effectiveSize: number | null;
      /** Wilson's range; `null` with fewer than five clusters. */
      readonly range: readonly [low: number, high: number] | null;
    }
  | { readonly kind: 'missing'; readonly reason: 'nothing-due' };

/**
 * The share of all occasions that count, when occasions belong to clusters of different sizes.
 *
 * Use it for promises kept of promises due, days kept of days, where each cluster has many. It assumes independent clusters;
 * occasions inside one may depend on each other in any way. Large clusters count for more.
 *
 * Shape: one numerator and one denominator per cluster; clusters with nothing due are left out and not counted.
 * Units: both in occasions (or days, or hours), 0 ≤ numerator ≤ denominator; level between 0 and 1, both excluded.
 * Missing: an occasion not known belongs to the denominator alone.
 *
 * @returns `nothing-due` when all denominators are 0. Where clusters do not differ at all (no standard error), the effective
 *   size is Kish's number of clusters: ten clusters that all kept everything are ten observations, not their occasions.
 * @throws RangeError when lengths differ, a numerator is not between 0 and its denominator, or the level is out of range
 * @see Cochran, W. G. (1977). Sampling Techniques, 3rd edition, 6.3 and 9A.
 * @see Korn, E. L. & Graubard, B. I. (1998). Confidence intervals for proportions. Survey Methodology 24, 193–201.
 * @see ratio-by-clusters.oracle.R
 * @example
 * ratioByClusters({ numerators: Float64Array.of(1, 4), denominators: Float64Array.of(4, 4), level: 0.95 }).estimate
 * // => 0.625
 */
export function ratioByClusters(input: {
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  readonly level: number;
}): ClusterRatio {
  const { numerators, denominators, level } = input;
  const { clusterCount, kept, due, squaredDue } = sums(numerators, denominators, level);
  if (clusterCount === 0) return { kind: 'missing', reason: 'nothing-due' };
  const estimate = Math.min(1, kept / due);
  if (clusterCount === 1) {
    return { kind: 'ratio', estimate, clusterCount, standardError: null, effectiveSize: null, range: null };
  }
  const squares = residualSquares(numerators, denominators, estimate);
  const standardError = Math.sqrt((clusterCount / (clusterCount - 1)) * squares) / due;
  // What rounding leaves of clusters with one and the same share is no spread.
  const spread = standardError > 1e-12 ? standardError : 0;
  const kish = (due * due) / squaredDue;
  const effectiveSize = spread === 0 ? kish : (estimate * (1 - estimate)) / spread ** 2;
  const range =
    clusterCount < FEWEST_CLUSTERS
      ? null
      : wilson(estimate, effectiveSize, tQuantile((1 + level) / 2, clusterCount - 1));
  return { kind: 'ratio', estimate, clusterCount, standardError: spread, effectiveSize, range };
}

/** What the ratio is made of; plain sums inside a block, compensated over blocks. */
function sums(
  numerators: Float64Array,
  denominators: Float64Array,
  level: number,
): {
  readonly clusterCount: number;
  readonly kept: number;
  readonly due: number;
  readonly squaredDue: number;
} {
  checked(numerators, denominators, level);
  const totals = new CompensatedTotals(3);
  let clusterCount = 0;
  for (let start = 0; start < denominators.length; start += ROWS_PER_BLOCK) {
    const end = Math.min(denominators.length, start + ROWS_PER_BLOCK);
    let kept = 0;
    let due = 0;
    let squaredDue = 0;
    let counted = 0;
    let wrong = 0;
    for (let i = start; i < end; i++) {
      const part = numerators[i]!;
      const whole = denominators[i]!;
      kept += part;
      due += whole;
      squaredDue += whole * whole;
      counted += whole > 0 ? 1 : 0;
      wrong += part >= 0 && part <= whole && whole < Infinity ? 0 : 1;
    }
    if (wrong > 0) refuse(numerators, denominators, start);
    totals.addAt(0, kept);
    totals.addAt(1, due);
    totals.addAt(2, squaredDue);
    clusterCount += counted;
  }
  return { clusterCount, kept: totals.at(0), due: totals.at(1), squaredDue: totals.at(2) };
}

/** Σ(k − R d)² over the clusters. */
function residualSquares(numerators: Float64Array, denominators: Float64Array, ratio: number): number {
  const total = new CompensatedTotals(1);
  for (let start = 0; start < numerators.length; start += ROWS_PER_BLOCK) {
    const end = Math.min(numerators.length, start + ROWS_PER_BLOCK);
    let squares = 0;
    let others = 0;
    let i = start;
    for (; i + 1 < end; i += 2) {
      const left = numerators[i]! - ratio * denominators[i]!;
      const next = numerators[i + 1]! - ratio * denominators[i + 1]!;
      squares += left * left;
      others += next * next;
    }
    for (; i < end; i++) squares += (numerators[i]! - ratio * denominators[i]!) ** 2;
    total.addAt(0, squares + others);
  }
  return total.at(0);
}

function checked(numerators: Float64Array, denominators: Float64Array, level: number): void {
  if (numerators.length !== denominators.length) {
    throw new RangeError(
      `ratioByClusters: there are ${numerators.length} numerators and ${denominators.length} denominators; there must be as many`,
    );
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`ratioByClusters: level is ${level}; it must lie between 0 and 1`);
  }
}

function refuse(numerators: Float64Array, denominators: Float64Array, from: number): never {
  let i = from;
  while (numerators[i]! >= 0 && numerators[i]! <= denominators[i]! && denominators[i]! < Infinity) i++;
  throw new RangeError(
    `ratioByClusters: numerators[${i}] is ${numerators[i]} of ${denominators[i]}; it must lie between 0 and its denominator`,
  );
}
