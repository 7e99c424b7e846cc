/**
 * The value below which a share of a sample lies, between neighbours in proportion (R's type 7).
 *
 * Use it for a sample at hand; it says nothing about how sure the figure is.
 *
 * Shape: one number.
 * Units: those of the values.
 * Missing: not allowed.
 *
 * @throws RangeError when there is no value, a value is not a number, or the share lies outside 0 to 1
 * @see Hyndman, R. & Fan, Y. (1996). Sample quantiles in statistical packages. 10.1080/00031305.1996.10473566
 * @see sample-quantile.oracle.R (R's `quantile`)
 * @example
 * sampleQuantile(Float64Array.of(4, 1, 2, 3), 0.5)
 * // => 2.5
 */
export function sampleQuantile(values: Float64Array, share: number): number {
  if (values.length === 0) throw new RangeError('sampleQuantile: values is empty; it must hold a value');
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`sampleQuantile: share is ${share}; it must lie between 0 and 1`);
  if (values.some((value) => Number.isNaN(value)))
    throw new RangeError('sampleQuantile: values holds NaN; every value must be a number');
  const sorted = values.slice().sort();
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at + 4 * Number.EPSILON * at);
  const low = sorted[below]!;
  const part = at - below;
  return part <= 0 ? low : low + part * (sorted[Math.min(below + 1, sorted.length - 1)]! - low);
}
