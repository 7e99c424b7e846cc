/**
 * Cronbach's alpha of a scale: how far its items move together.
 *
 * Use it to see whether the items of a scale may be added up, from 50 complete answers on. It assumes that items measure one
 * thing about equally well; with few or unequal items it is too low.
 *
 * Shape: one number; items have one value per person, all people complete.
 * Units: at most 1; below 0 when items work against each other.
 * Missing: not allowed; leave incomplete people out first.
 *
 * @returns `undefined` when the sum of the items does not vary
 * @throws RangeError when there are fewer than two items or two people, or lengths differ
 * @see Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika 16, 297–334. 10.1007/BF02310555
 * @see cronbach-alpha.oracle.R
 * @example
 * cronbachAlpha([Float64Array.of(1, 2, 3), Float64Array.of(2, 4, 6)])
 * // => 0.8888888888888888
 */
export function cronbachAlpha(items: readonly Float64Array[]): number | undefined {
  const people = items[0]?.length ?? 0;
  if (items.length < 2 || people < 2) {
    throw new RangeError(
      `cronbachAlpha: there are ${items.length} items of ${people} people; both must be 2 or more`,
    );
  }
  const sum = new Float64Array(people);
  for (const [k, item] of items.entries()) {
    if (item.length !== people) {
      throw new RangeError(`cronbachAlpha: items[${k}] has ${item.length} people; it must have ${people}`);
    }
    for (let i = 0; i < people; i++) sum[i]! += item[i]!;
  }
  const whole = variance(sum);
  if (whole === 0) return undefined;
  const parts = items.reduce((total, item) => total + variance(item), 0);
  return (items.length / (items.length - 1)) * (1 - parts / whole);
}

function variance(values: Float64Array): number {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return squares / (values.length - 1);
}
