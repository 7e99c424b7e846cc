import { ROWS_PER_BLOCK } from '#stats/numeric/weighted-gram.ts';

/** Rows grouped into clusters: which rows, one cluster after the other. */
export interface ClusterLayout {
  /** Row numbers, cluster by cluster in order of first appearance, ascending inside a cluster. */
  readonly rows: Int32Array;
  /** Where each cluster begins in `rows`; one entry more than clusters, the last one `rows.length`. */
  readonly starts: Int32Array;
  /** The number of clusters. */
  readonly clusterCount: number;
  /** The number of rows of the largest cluster. */
  readonly largest: number;
}

/**
 * The rows of each cluster, in an order that does not depend on how the clusters were numbered.
 *
 * Shape: only the rows listed in `included` take part; none gives no clusters.
 * Units: codes are whole numbers from 0, gaps allowed.
 *
 * @throws RangeError when a code is negative
 * @see cluster-layout.test.ts
 * @example
 * [...clusterLayout(Int32Array.of(7, 2, 7), Int32Array.of(0, 1, 2)).rows]
 * // => [0, 2, 1]
 */
export function clusterLayout(codes: Int32Array, included: Int32Array): ClusterLayout {
  let highest = -1;
  for (const row of included) {
    if (!(codes[row]! >= 0)) {
      throw new RangeError(`clusterLayout: codes[${row}] is ${codes[row]}; it must be a whole number from 0`);
    }
    highest = Math.max(highest, codes[row]!);
  }
  const numberOf = new Int32Array(highest + 1).fill(-1);
  const sizes = new Int32Array(included.length);
  let clusterCount = 0;
  let largest = 0;
  for (const row of included) {
    const code = codes[row]!;
    if (numberOf[code] === -1) numberOf[code] = clusterCount++;
    largest = Math.max(largest, ++sizes[numberOf[code]!]!);
  }
  const starts = new Int32Array(clusterCount + 1);
  for (let g = 0; g < clusterCount; g++) starts[g + 1] = starts[g]! + sizes[g]!;
  const next = starts.slice();
  const rows = new Int32Array(included.length);
  for (const row of included) rows[next[numberOf[codes[row]!]!]!++] = row;
  return { rows, starts, clusterCount, largest };
}

/**
 * The end of a run of whole clusters whose rows fit one block; a larger cluster is a run of its own.
 *
 * Shape: from 0 to `starts.length − 2`; gives the first cluster after the run.
 *
 * @see cluster-layout.test.ts
 * @example
 * runEnd(Int32Array.of(0, 200, 250, 300), 0)
 * // => 2
 */
export function runEnd(starts: Int32Array, from: number): number {
  let to = from + 1;
  while (to + 1 < starts.length && starts[to + 1]! - starts[from]! <= ROWS_PER_BLOCK) to++;
  return to;
}
