import { centreAndSpread } from '#stats/numeric/centre-and-spread.ts';
import { firstNotFinite } from '#stats/numeric/first-not-finite.ts';
import { clusteredLeastSquares } from '#stats/regression/clustered-least-squares.ts';
import type { Contrast } from '#stats/regression/contrast.ts';

/**
 * The mean of one group, with its CR2 standard error and Satterthwaite's degrees of freedom.
 *
 * Use it when people belong together, for example by a shared teacher; with each person alone and equal weights it is
 * the ordinary mean with standard deviation ÷ √n and n − 1. It assumes clusters independent of each other.
 *
 * Shape: one value, one cluster code and, if given, one weight per person.
 * Units: those of the values.
 * Missing: not allowed; leave absent people out first.
 *
 * @throws RangeError when there is no value, lengths differ, a value is not finite or a weight is negative
 * @see Pustejovsky, J. & Tipton, E. (2018). 10.1080/07350015.2016.1247004
 * @see ../regression/clustered-least-squares.oracle.R
 * @example
 * clusteredMean({ values: Float64Array.of(1, 3, 5), clusters: Int32Array.of(0, 1, 2) }).estimate
 * // => 3
 */
export function clusteredMean({
  values,
  weights,
  clusters,
}: {
  readonly values: Float64Array;
  readonly weights?: Float64Array;
  readonly clusters: Int32Array;
}): Contrast {
  if (!weights && eachAlone(clusters) && clusters.length === values.length && values.length > 1)
    return plainMean(values);
  const ones = new Float64Array(values.length).fill(1);
  const input = { outcome: values, columns: [ones], clusters };
  return clusteredLeastSquares(weights ? { ...input, weights } : input).contrast([1]);
}

/** Whether codes only rise, so that nobody shares one; other ways of being alone take the long road to the same answer. */
function eachAlone(clusters: Int32Array): boolean {
  if (!(clusters[0]! >= 0)) return false;
  for (let i = 1; i < clusters.length; i++) if (clusters[i]! <= clusters[i - 1]!) return false;
  return true;
}

/** What the regression on a constant gives for people who are alone: the mean, s ÷ √n and n − 1, at a tenth of the time. */
function plainMean(values: Float64Array): Contrast {
  const n = values.length;
  const { centre, spread } = centreAndSpread(values);
  if (!Number.isFinite(centre)) {
    const wrong = firstNotFinite(values);
    throw new RangeError(`clusteredMean: values[${wrong}] is ${values[wrong]}; it must be finite`);
  }
  return {
    estimate: centre,
    standardError: spread / Math.sqrt(n - 1),
    degreesOfFreedom: n - 1,
    workingVariance: 1 / n,
  };
}
