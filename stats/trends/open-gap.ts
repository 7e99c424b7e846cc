import { incompleteGamma } from '#stats/numeric/incomplete-gamma.ts';
import type { SteadyGaps } from './gap-flags.ts';

/**
 * The chance that, at a moment picked without looking, the gap that is open has already lasted longer than so many times the mean, though
 * the mean is kept.
 *
 * Use it to say how many of those who are flagged at one moment are flagged by chance; for flags raised over a stretch of time take
 * `expectedLongGaps`. It assumes gaps that are independent and follow a gamma distribution, watched long after their start.
 *
 * Units: a chance between 0 and 1. Gaps that never vary have none from their mean on.
 *
 * @throws RangeError when `times` is below 1 or the variation negative
 * @see Cox, D. R. (1962). Renewal Theory, chapter 5 (the time since the last renewal)
 * @see open-gap.oracle.R (R's `integrate` over `pgamma`, and a simulation)
 * @example
 * openGapChance({ times: 2, variation: 1 }).toFixed(4)
 * // => '0.1353'
 */
export function openGapChance({ times, variation }: SteadyGaps): number {
  if (!(times >= 1 && times < Infinity)) {
    throw new RangeError(`openGapChance: times is ${times}; it must be 1 or more`);
  }
  if (!(variation >= 0 && variation < Infinity)) {
    throw new RangeError(`openGapChance: variation is ${variation}; it must be 0 or more`);
  }
  if (variation === 0) return 0;
  const shape = 1 / variation ** 2;
  const end = times * shape;
  // The mean of what lies beyond the end, over the mean of all.
  const beyond = incompleteGamma(shape + 1, end).above - times * incompleteGamma(shape, end).above;
  return Math.max(0, beyond);
}
