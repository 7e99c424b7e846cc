import { MersenneTwister } from './mersenne-twister.ts';

/** Replicates when nothing else is said: 1 999 makes the limits the 50th and the 1 950th value (measurement.md 3.9). */
const REPLICATES = 1999;

/** With more undefined replicates than this share, no range is given (measurement.md 3.9). */
const UNDEFINED_AT_MOST = 0.05;

/** A bootstrap range, or that too many replicates had no value. */
export type BootstrapRange =
  | {
      readonly kind: 'range';
      readonly low: number;
      readonly high: number;
      readonly undefinedReplicates: number;
    }
  | {
      readonly kind: 'undefined-too-often';
      readonly undefinedReplicates: number;
      readonly replicates: number;
    };

/** What is drawn again, and what is computed from it. */
export interface ClusterBootstrap {
  /** Things that are drawn with replacement: pairs, mentors, or people who are independent. */
  readonly clusterCount: number;
  /** The figure, from how often each cluster was drawn; `undefined` when it cannot be computed. */
  readonly statistic: (timesDrawn: Int32Array) => number | undefined;
  /** Replicate b, counted from 1, is what R draws after `set.seed(seed + b)`. */
  readonly seed: number;
  /** 1 999 when left out. */
  readonly replicates?: number;
}

/**
 * The values of a figure when clusters are drawn again and again, with replacement; `undefined` where there is none.
 *
 * Shape: one value per replicate, in the order of drawing.
 *
 * @throws RangeError when the clusters or replicates are not whole numbers of 1 or more
 * @see Efron, B. & Tibshirani, R. J. (1993). An Introduction to the Bootstrap, chapter 8.
 * @see resampling.oracle.R
 * @example
 * bootstrapReplicates({ clusterCount: 1, statistic: (timesDrawn) => timesDrawn[0], seed: 1, replicates: 2 })
 * // => [1, 1]
 */
export function bootstrapReplicates(bootstrap: ClusterBootstrap): (number | undefined)[] {
  const { clusterCount, statistic, seed, replicates = REPLICATES } = bootstrap;
  for (const [name, count] of Object.entries({ clusterCount, replicates })) {
    if (!(Number.isInteger(count) && count >= 1)) {
      throw new RangeError(
        `bootstrapReplicates: ${name} is ${count}; it must be a whole number of 1 or more`,
      );
    }
  }
  const random = new MersenneTwister(0);
  const timesDrawn = new Int32Array(clusterCount);
  return Array.from({ length: replicates }, (_, i) => {
    // Seeds beyond the largest integer go on from the smallest.
    random.seed((seed + i + 1) | 0).drawTimes(timesDrawn);
    return statistic(timesDrawn);
  });
}

/**
 * The range of a figure between ordered values of its bootstrap replicates (percentile limits).
 *
 * Use it for figures without a formula for their variance, such as kappa or omega. It assumes independent clusters, and a
 * good number of them: with few, percentile ranges are too short.
 *
 * Shape: with m defined replicates, the ⌊(m + 1)(1 − level)/2⌋-th and the one as far from the other end.
 * Units: those of the figure; level between 0 and 1.
 *
 * @returns `undefined-too-often` when more than 5 in 100 replicates have no value, or too few replicates remain for the level
 * @throws RangeError when the level is out of range, or as `bootstrapReplicates`
 * @see Davison, A. C. & Hinkley, D. V. (1997). Bootstrap Methods and their Application, 5.3.1.
 * @see resampling.oracle.R (R's `boot.ci(type = "perc")`)
 * @example
 * clusterBootstrap({ clusterCount: 1, statistic: (timesDrawn) => timesDrawn[0], seed: 1, level: 0.95 })
 * // => { kind: 'range', low: 1, high: 1, undefinedReplicates: 0 }
 */
export function clusterBootstrap(bootstrap: ClusterBootstrap & { readonly level: number }): BootstrapRange {
  const { level } = bootstrap;
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`clusterBootstrap: level is ${level}; it must lie between 0 and 1`);
  }
  const values = bootstrapReplicates(bootstrap);
  const known = Float64Array.from(values.filter((value) => value !== undefined)).toSorted();
  const undefinedReplicates = values.length - known.length;
  // The small addition keeps 2 000 × 0.025 at 50 where doubles say 50.00000000000004 or 49.99999999999996.
  const place = Math.floor(((known.length + 1) * (1 - level)) / 2 + 1e-9);
  if (undefinedReplicates > UNDEFINED_AT_MOST * values.length || place < 1) {
    return { kind: 'undefined-too-often', undefinedReplicates, replicates: values.length };
  }
  return { kind: 'range', low: known[place - 1]!, high: known[known.length - place]!, undefinedReplicates };
}
