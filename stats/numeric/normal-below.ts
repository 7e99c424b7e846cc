import cumulative from '@stdlib/stats-base-dists-normal-cdf';

/**
 * The chance that a standard normal quantity stays below a value.
 *
 * Units: any value; the chance between 0 and 1.
 *
 * @throws RangeError when the value is not a number
 * @see DLMF 7.17 and 7.2: half the complementary error function of −value ÷ √2
 * @see quantiles.oracle.R (R's `pnorm`)
 * @example
 * normalBelow(0)
 * // => 0.5
 */
export function normalBelow(value: number): number {
  if (Number.isNaN(value)) throw new RangeError(`normalBelow: value is ${value}; it must be a number`);
  return cumulative(value, 0, 1);
}
