import { type BootstrapRange, clusterBootstrap } from '#stats/resampling/cluster-bootstrap.ts';
import { type TwoWayTable, twoWayTable } from './two-way-table.ts';

/** Questions answered by both sides of several pairs. */
export interface PairedAnswers {
  /** The first side's answer to each question, 0 to `categories` − 1. */
  readonly first: ArrayLike<number>;
  /** The second side's. */
  readonly second: ArrayLike<number>;
  readonly categories: number;
  /** Which pair answered, 0 … pairs − 1; questions of a pair belong together. */
  readonly clusters: Int32Array;
}

/** How the range is drawn. */
export interface AgreementRange {
  /** The figure of a table; `undefined` where there is none. */
  readonly figure: (table: TwoWayTable) => number | undefined;
  readonly seed: number;
  /** 1 999 when left out. */
  readonly replicates?: number;
  readonly level: number;
}

/**
 * The range of a measure of agreement when whole pairs are drawn again and again.
 *
 * Use it for kappa and AC1, whose questions belong to pairs. It assumes independent pairs, 20 of them or more.
 *
 * Shape: one code per question in `first`, `second` and `clusters`; the same seed draws the same pairs for every figure.
 * Missing: not allowed; leave out questions that one side did not answer.
 *
 * @returns `undefined-too-often` when more than 5 in 100 replicates have no value, for example because one answer alone is left
 * @throws RangeError as `twoWayTable` and `clusterBootstrap`, when there is no pair, or when `clusters` has another length or a negative code
 * @see Davison, A. C. & Hinkley, D. V. (1997). Bootstrap Methods and their Application, 3.8 and 5.3.1.
 * @see agreement.oracle.R (the same draws by `set.seed` and `sample.int`)
 * @example
 * agreementRange({ first: [0, 1], second: [0, 1], categories: 2, clusters: Int32Array.of(0, 0) }, { figure: (table) => table.counts[0], seed: 1, level: 0.95 }).kind
 * // => 'range'
 */
export function agreementRange(
  answers: PairedAnswers,
  { figure, seed, replicates, level }: AgreementRange,
): BootstrapRange {
  const { first, categories, clusters } = answers;
  twoWayTable(answers);
  if (clusters.length !== first.length || clusters.some((code) => code < 0)) {
    throw new RangeError(
      `agreementRange: clusters has ${clusters.length} codes for ${first.length} questions; it must have one of 0 or more for each`,
    );
  }
  const clusterCount = clusters.reduce((count, code) => Math.max(count, code + 1), 0);
  const { order, starts } = byCell(answers);
  const counts = new Float64Array(categories * categories);
  const statistic = (timesDrawn: Int32Array): number | undefined => {
    for (let cell = 0; cell < counts.length; cell++) {
      let count = 0;
      for (let at = starts[cell]!; at < starts[cell + 1]!; at++) count += timesDrawn[order[at]!]!;
      counts[cell] = count;
    }
    return figure({ categories, counts });
  };
  const bootstrap = { clusterCount, statistic, seed, level };
  return clusterBootstrap(replicates === undefined ? bootstrap : { ...bootstrap, replicates });
}

/** The pair of every question, those of one cell of the table side by side: a replicate then only adds up. */
function byCell({ first, second, categories, clusters }: PairedAnswers): {
  readonly order: Int32Array;
  readonly starts: Int32Array;
} {
  const cells = Int32Array.from(first, (code, i) => code * categories + second[i]!);
  const starts = new Int32Array(categories * categories + 1);
  for (const cell of cells) starts[cell + 1]!++;
  for (let cell = 1; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!;
  const next = starts.slice();
  const order = new Int32Array(cells.length);
  for (let i = 0; i < cells.length; i++) order[next[cells[i]!]!++] = clusters[i]!;
  return { order, starts };
}
