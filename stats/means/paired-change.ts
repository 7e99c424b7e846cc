import { clusteredMean } from './clustered-mean.ts';
import { tRange } from './t-range.ts';

/** The mean change of the same people, or that nobody was there both times. */
export type PairedChange =
  | {
      readonly kind: 'change';
      /** Both times the same people: their differences were taken one by one. */
      readonly groups: 'same-people';
      readonly estimate: number;
      readonly standardError: number;
      /** 0 when the clusters leave no variation to judge by. */
      readonly degreesOfFreedom: number;
      /** `null` with a single cluster. */
      readonly range: readonly [low: number, high: number] | null;
      readonly n: number;
    }
  | { readonly kind: 'missing'; readonly reason: 'nobody-both-times' };

/**
 * The mean of after − before over the same people, with its range.
 *
 * Use it where both values of a person are known. It assumes independent clusters and says nothing of causes: people chosen for extreme
 * values move towards the middle by themselves.
 *
 * Shape: one value before, one after and one cluster code per person.
 * Units: those of the values; level between 0 and 1, both excluded.
 * Missing: not allowed; leave out who is missing at one time, and count them.
 *
 * @returns `nobody-both-times` when there are no people
 * @throws RangeError when lengths differ, a value is not finite or the level is out of range
 * @see Student (1908). The probable error of a mean. Biometrika 6, 1–25; clusters as in `clusteredMean`
 * @see change.oracle.R (`t.test` and clubSandwich)
 * @example
 * pairedChange({ before: Float64Array.of(1, 2), after: Float64Array.of(2, 5), clusters: Int32Array.of(0, 1), level: 0.95 }).estimate
 * // => 2
 */
export function pairedChange(people: {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly clusters: Int32Array;
  readonly level: number;
}): PairedChange {
  const { before, after, clusters, level } = people;
  if (before.length !== after.length || clusters.length !== after.length) {
    throw new RangeError(
      `pairedChange: before, after and clusters have ${before.length}, ${after.length} and ${clusters.length} entries; they must have as many`,
    );
  }
  const n = after.length;
  if (n === 0) return { kind: 'missing', reason: 'nobody-both-times' };
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) values[i] = after[i]! - before[i]!;
  const { estimate, standardError, degreesOfFreedom } = clusteredMean({ values, clusters });
  const range = degreesOfFreedom > 0 ? tRange(estimate, standardError, degreesOfFreedom, level) : null;
  return { kind: 'change', groups: 'same-people', estimate, standardError, degreesOfFreedom, range, n };
}
