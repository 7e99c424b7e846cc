/** People of two groups in clusters, one entry per person. */
export interface ClusteredGroups {
  readonly outcome: Float64Array;
  /** 1 for the first group, 0 for the second. */
  readonly treated: Uint8Array;
  readonly weights: Float64Array;
  /** Cluster of each person, 0 … clusters − 1. */
  readonly clusters: Int32Array;
}

/**
 * The difference of two weighted means, as a figure of how often each cluster was drawn.
 *
 * Use it as the `statistic` of a bootstrap. Each cluster is added up once, so that a replicate costs a step per cluster.
 *
 * Shape: takes as many counts as there are clusters.
 * Units: those of the outcome.
 * Missing: not allowed; leave people out, or give them weight 0.
 *
 * @returns a function that gives `undefined` when a group has no weight among the clusters drawn
 * @throws RangeError when the lists differ in length or a cluster is negative
 * @see Davison, A. C. & Hinkley, D. V. (1997). Bootstrap Methods and their Application, 3.8.
 * @see resampling.oracle.R
 * @example
 * differenceOfMeans({ outcome: Float64Array.of(5, 1), treated: Uint8Array.of(1, 0), weights: Float64Array.of(1, 1), clusters: Int32Array.of(0, 1) })([1, 1])
 * // => 4
 */
export function differenceOfMeans(
  people: ClusteredGroups,
): (timesDrawn: ArrayLike<number>) => number | undefined {
  const { outcome, treated, weights, clusters } = people;
  const n = outcome.length;
  if (treated.length !== n || weights.length !== n || clusters.length !== n) {
    throw new RangeError(
      `differenceOfMeans: treated, weights and clusters have ${treated.length}, ${weights.length} and ${clusters.length} entries; they must have ${n}, as outcome has`,
    );
  }
  const clusterCount = clusters.reduce((count, code) => Math.max(count, code + 1), 0);
  // Four numbers per cluster side by side: sum and weight of the first group, then of the second.
  const totals = new Float64Array(4 * clusterCount);
  for (let i = 0; i < n; i++) {
    const cluster = clusters[i]!;
    if (cluster < 0)
      throw new RangeError(`differenceOfMeans: clusters[${i}] is ${cluster}; it must be 0 or more`);
    const at = 4 * cluster + (treated[i] === 1 ? 0 : 2);
    totals[at]! += weights[i]! * outcome[i]!;
    totals[at + 1]! += weights[i]!;
  }
  return (timesDrawn) => {
    let [first, firstTotal, second, secondTotal] = [0, 0, 0, 0];
    for (let c = 0; c < clusterCount; c++) {
      const times = timesDrawn[c]!;
      first += times * totals[4 * c]!;
      firstTotal += times * totals[4 * c + 1]!;
      second += times * totals[4 * c + 2]!;
      secondTotal += times * totals[4 * c + 3]!;
    }
    return firstTotal > 0 && secondTotal > 0 ? first / firstTotal - second / secondTotal : undefined;
  };
}
