import { newcombe } from '#stats/proportions/newcombe.ts';
import { clusteredLeastSquares } from '#stats/regression/clustered-least-squares.ts';
import { tRange } from './t-range.ts';

/** The difference between two times whose people cannot be joined, or that one time had nobody. */
export type UnpairedChange =
  | {
      readonly kind: 'change';
      /** Two groups that may overlap in part; nobody's own change is known. */
      readonly groups: 'independent-groups';
      readonly estimate: number;
      /** `null` where a time has one cluster only. */
      readonly range: readonly [low: number, high: number] | null;
      /** People before and after. */
      readonly n: readonly [before: number, after: number];
    }
  | { readonly kind: 'missing'; readonly reason: 'nobody-at-one-time' };

/** The values of one time. */
export interface ValuesAtOneTime {
  readonly values: Float64Array;
  /** One code per value; codes of the two times have nothing to do with each other. */
  readonly clusters: Int32Array;
}

/**
 * The difference of two means whose people cannot be joined: after − before, the two times taken as independent groups.
 *
 * Use it for answers without names, and say that it is the difference of two groups. Where the same people answered both times the range
 * is too wide, not too short; where others answered, the difference may be theirs alone. Spreads of the two times may differ.
 *
 * Shape: one value and one cluster code per person and time.
 * Units: those of the values; level between 0 and 1, both excluded.
 * Missing: not allowed; leave absent people out first.
 *
 * @returns `nobody-at-one-time` when a time has no values
 * @throws RangeError when lengths differ, a value is not finite or the level is out of range
 * @see Welch, B. L. (1938). The significance of the difference between two means when the population variances are unequal. Biometrika 29, 350–362
 * @see Pustejovsky, J. & Tipton, E. (2018). 10.1080/07350015.2016.1247004 (degrees of freedom)
 * @see change.oracle.R (clubSandwich)
 * @example
 * unpairedChange({ values: Float64Array.of(1, 3), clusters: Int32Array.of(0, 1) }, { values: Float64Array.of(4, 6), clusters: Int32Array.of(0, 1) }, 0.95).estimate
 * // => 3
 */
export function unpairedChange(
  before: ValuesAtOneTime,
  after: ValuesAtOneTime,
  level: number,
): UnpairedChange {
  const n = [before.values.length, after.values.length] as const;
  for (const { values, clusters } of [before, after]) {
    if (values.length === clusters.length) continue;
    throw new RangeError(
      `unpairedChange: there are ${values.length} values and ${clusters.length} clusters; there must be as many`,
    );
  }
  if (n[0] === 0 || n[1] === 0) return { kind: 'missing', reason: 'nobody-at-one-time' };
  const outcome = joined(before.values, after.values);
  const late = outcome.map((_, i) => (i < n[0] ? 0 : 1));
  const fit = clusteredLeastSquares({
    outcome,
    columns: [new Float64Array(outcome.length).fill(1), late],
    clusters: apart(before.clusters, after.clusters),
  });
  const { estimate, standardError, degreesOfFreedom } = fit.contrast([0, 1]);
  const judged = severalClusters(before.clusters) && severalClusters(after.clusters) && degreesOfFreedom > 0;
  const range = judged ? tRange(estimate, standardError, degreesOfFreedom, level) : null;
  return { kind: 'change', groups: 'independent-groups', estimate, range, n };
}

/**
 * The difference of two shares whose people cannot be joined: after − before, with Newcombe's range.
 *
 * Use it for answers without names, everyone independent of the others, and say that it is the difference of two groups.
 *
 * Units: whole numbers of people; level between 0 and 1, both excluded.
 *
 * @returns `nobody-at-one-time` when a time has no people
 * @throws RangeError as `newcombe`
 * @see Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions. Statistics in Medicine 17, 873–890.
 * @see change.oracle.R
 * @example
 * unpairedChangeOfShares({ events: 1, people: 4 }, { events: 3, people: 4 }, 0.95).estimate
 * // => 0.5
 */
export function unpairedChangeOfShares(
  before: { readonly events: number; readonly people: number },
  after: { readonly events: number; readonly people: number },
  level: number,
): UnpairedChange {
  if (before.people === 0 || after.people === 0) return { kind: 'missing', reason: 'nobody-at-one-time' };
  const { estimate, low, high } = newcombe(after.events, after.people, before.events, before.people, level);
  return {
    kind: 'change',
    groups: 'independent-groups',
    estimate,
    range: [low, high],
    n: [before.people, after.people],
  };
}

function joined(before: Float64Array, after: Float64Array): Float64Array {
  const values = new Float64Array(before.length + after.length);
  values.set(before);
  values.set(after, before.length);
  return values;
}

/** Cluster codes of both times, those after moved beyond those before. */
function apart(before: Int32Array, after: Int32Array): Int32Array {
  const beyond = before.reduce((most, code) => Math.max(most, code), 0) + 1;
  const lowest = after.reduce((least, code) => Math.min(least, code), 0);
  const codes = new Int32Array(before.length + after.length);
  codes.set(before);
  codes.set(
    after.map((code) => code - lowest + beyond),
    before.length,
  );
  return codes;
}

function severalClusters(clusters: Int32Array): boolean {
  return clusters.some((code) => code !== clusters[0]);
}
