import { CompensatedTotals } from '#stats/numeric/compensated-totals.ts';
import { runEnd, type ClusterLayout } from './cluster-layout.ts';
import type { ContrastSpread } from './contrast-spread.ts';

/** A weighted sum of coefficients and how sure it is. */
export interface Contrast {
  /** The weighted sum. */
  readonly estimate: number;
  /** Its CR2 standard error; 0 when the clusters leave no variation to judge by. */
  readonly standardError: number;
  /** Satterthwaite's degrees of freedom; 0 when the clusters leave no variation to judge by. */
  readonly degreesOfFreedom: number;
  /** The variance to be expected under equal variances of 1: what the degrees of freedom of a sum of contrasts are weighed by. */
  readonly workingVariance: number;
}

/**
 * The estimate, CR2 standard error and degrees of freedom of one weighted sum of coefficients.
 *
 * @param residuals one per position of the layout
 * @see clustered-least-squares.oracle.R
 */
export function contrastOf(
  layout: ClusterLayout,
  residuals: Float64Array,
  coefficients: Float64Array,
  vector: ArrayLike<number>,
  spread: ContrastSpread,
): Contrast {
  const estimate = new CompensatedTotals(1);
  for (let j = 0; j < vector.length; j++) estimate.addAt(0, vector[j]! * coefficients[j]!);
  const { degreesOfFreedom, workingVariance } = spread;
  const standardError = workingVariance === 0 ? 0 : Math.sqrt(variance(layout, residuals, spread.v));
  return { estimate: estimate.at(0), standardError, degreesOfFreedom, workingVariance };
}

/** Σ(v'e)² over clusters; plain sums inside a run, compensated over runs. */
function variance({ starts, clusterCount }: ClusterLayout, residuals: Float64Array, v: Float64Array): number {
  const total = new CompensatedTotals(1);
  for (let from = 0; from < clusterCount;) {
    const to = runEnd(starts, from);
    let sum = 0;
    for (let g = from; g < to; g++) {
      let product = 0;
      for (let position = starts[g]!; position < starts[g + 1]!; position++)
        product += v[position]! * residuals[position]!;
      sum += product * product;
    }
    total.addAt(0, sum);
    from = to;
  }
  return total.at(0);
}
