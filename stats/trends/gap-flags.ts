import { incompleteGamma } from '#stats/numeric/incomplete-gamma.ts';

/** Gaps that keep their mean, as far as chance lets them. */
export interface SteadyGaps {
  /** How many times the mean a gap must last to be flagged, 1 or more. */
  readonly times: number;
  /** Standard deviation of gaps ÷ their mean, 0 or more. */
  readonly variation: number;
}

/**
 * The chance that a gap lasts longer than so many times the mean, though the mean is kept.
 *
 * Use it to say how many flags for long gaps are chance. It assumes gaps that are independent and follow a gamma distribution.
 *
 * Units: a chance between 0 and 1; gaps that never vary have none.
 *
 * @throws RangeError when `times` is below 1 or the variation negative
 * @see Cox, D. R. (1962). Renewal Theory, chapter 1 (gamma gaps)
 * @see gap-flags.oracle.R (R's `pgamma`)
 * @example
 * longGapChance({ times: 2, variation: 1 }).toFixed(4)
 * // => '0.1353'
 */
export function longGapChance({ times, variation }: SteadyGaps): number {
  if (!(times >= 1 && times < Infinity)) {
    throw new RangeError(`longGapChance: times is ${times}; it must be 1 or more`);
  }
  if (!(variation >= 0 && variation < Infinity)) {
    throw new RangeError(`longGapChance: variation is ${variation}; it must be 0 or more`);
  }
  if (variation === 0) return 0;
  const shape = 1 / variation ** 2;
  return incompleteGamma(shape, times * shape).above;
}

/**
 * How many long gaps are to be expected by chance where the mean is kept.
 *
 * Use it beside the number of flags that were raised.
 *
 * Units: gaps due are time under view ÷ the mean gap, added up over all that are watched; the answer is a number of gaps, with fractions.
 *
 * @param gaps.due 0 or more
 * @throws RangeError when `due` is negative, or as `longGapChance`
 * @see Cox, D. R. (1962). Renewal Theory, chapter 4 (in the long run one gap per mean gap)
 * @see gap-flags.oracle.R
 * @example
 * expectedLongGaps({ due: 0, times: 3, variation: 0.8 })
 * // => 0
 */
export function expectedLongGaps({ due, ...gaps }: SteadyGaps & { readonly due: number }): number {
  if (!(due >= 0 && due < Infinity)) {
    throw new RangeError(`expectedLongGaps: due is ${due}; it must be 0 or more`);
  }
  return due * longGapChance(gaps);
}
