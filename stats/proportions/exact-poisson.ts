import { gammaQuantile } from '#stats/numeric/gamma-quantile.ts';

/**
 * The exact range of a rate: every true rate that would not be surprised by the events counted.
 *
 * Use it for events that can happen to the same person more than once, per time under view. It assumes that events come
 * independently of each other and at one rate; where a few people have most of the events, the range is too short.
 *
 * Shape: low end first; no events give a low end of 0.
 * Units: events in whole numbers; exposure in whatever the rate is per (person-years, for example), above 0; level between 0
 * and 1, both excluded.
 *
 * @throws RangeError when an argument is outside its range
 * @see Garwood, F. (1936). Fiducial limits for the Poisson distribution. Biometrika 28, 437–442.
 * @see exact-poisson.oracle.R (R's `poisson.test`)
 * @example
 * exactPoissonRange(0, 2, 0.5)[0]
 * // => 0
 */
export function exactPoissonRange(
  events: number,
  exposure: number,
  level: number,
): [low: number, high: number] {
  if (!(Number.isInteger(events) && events >= 0)) {
    throw new RangeError(`exactPoissonRange: events is ${events}; it must be a whole number of 0 or more`);
  }
  if (!(exposure > 0 && exposure < Infinity)) {
    throw new RangeError(`exactPoissonRange: exposure is ${exposure}; it must be above 0 and finite`);
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`exactPoissonRange: level is ${level}; it must lie between 0 and 1`);
  }
  const outside = (1 - level) / 2;
  const low = events === 0 ? 0 : gammaQuantile(outside, events);
  return [low / exposure, gammaQuantile(1 - outside, events + 1) / exposure];
}
