import { centreAndSpread } from '#stats/numeric/centre-and-spread.ts';
import type { ItemCovariance } from './item-covariance.ts';

/** A sum that varies less than this beside its items does so by rounding only. */
const NOTHING = 1e-12;

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
  // By Cronbach's own formula: the variances of the items and of their sum, without all the covariances between.
  const sum = new Float64Array(people);
  for (const [k, item] of items.entries()) {
    if (item.length !== people) {
      throw new RangeError(`cronbachAlpha: items[${k}] has ${item.length} people; it must have ${people}`);
    }
    for (let i = 0; i < people; i++) sum[i]! += item[i]!;
  }
  const whole = centreAndSpread(sum).spread ** 2;
  const parts = items.reduce((total, item) => total + centreAndSpread(item).spread ** 2, 0);
  return alphaOf(whole, parts, items.length);
}

/**
 * Cronbach's alpha from the covariances of the items: k ÷ (k − 1) × (1 − sum of variances ÷ variance of the sum).
 *
 * Use it where the covariances are there already, as in a bootstrap. It assumes what `cronbachAlpha` assumes.
 *
 * Shape: two items or more.
 * Units: at most 1.
 *
 * @returns `undefined` when the sum of the items does not vary
 * @throws RangeError when there are fewer than two items
 * @see Cronbach, L. J. (1951). 10.1007/BF02310555
 * @see cronbach-alpha.oracle.R
 * @example
 * alphaOfCovariance({ matrix: Float64Array.of(1, 2, 2, 4), size: 2, people: 3 })
 * // => 0.8888888888888888
 */
export function alphaOfCovariance({ matrix, size }: ItemCovariance): number | undefined {
  if (size < 2) throw new RangeError(`alphaOfCovariance: there are ${size} items; there must be 2 or more`);
  let whole = 0;
  let parts = 0;
  for (let j = 0; j < size; j++) {
    parts += matrix[j * size + j]!;
    for (let k = 0; k < size; k++) whole += matrix[j * size + k]!;
  }
  return alphaOf(whole, parts, size);
}

/** From the variance of the sum and the sum of the items' variances, in any one unit. */
function alphaOf(whole: number, parts: number, size: number): number | undefined {
  if (!(whole > parts * NOTHING)) return undefined;
  return (size / (size - 1)) * (1 - parts / whole);
}
