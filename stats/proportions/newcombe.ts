import { normalQuantile } from '#stats/numeric/normal-quantile.ts';
import { type DifferenceRange, recoveredDifference, type SharedRange } from './recovered-difference.ts';
import { wilson } from './wilson.ts';

/**
 * The difference of two independent shares with Newcombe's range (his method 10, without correction).
 *
 * Use it when the people in both groups are independent of each other and have no weights. Do not use it where
 * people share a mentor: it takes them for strangers, and its range is then too short.
 *
 * Shape: first minus second; swapping the groups turns the signs round.
 * Units: whole numbers of people; level between 0 and 1, both excluded.
 *
 * @throws RangeError when a group has nobody, more events than people, or the level is out of range
 * @see Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions. Statistics in Medicine 17, 873–890.
 * @see proportions.oracle.R (from two `prop.test(correct = FALSE)`)
 * @example
 * newcombe(0, 10, 0, 10, 0.95).estimate
 * // => 0
 */
export function newcombe(
  firstEvents: number,
  firstPeople: number,
  secondEvents: number,
  secondPeople: number,
  level: number,
): DifferenceRange {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`newcombe: level is ${level}; it must lie between 0 and 1`);
  }
  const quantile = normalQuantile((1 + level) / 2);
  return recoveredDifference({
    first: independentShare(firstEvents, firstPeople, quantile),
    second: independentShare(secondEvents, secondPeople, quantile),
    // Independent shares: any standard errors of 0 say so.
    differenceStandardError: 0,
  });
}

function independentShare(events: number, people: number, quantile: number): SharedRange {
  if (!(Number.isInteger(people) && people >= 1)) {
    throw new RangeError(`newcombe: people is ${people}; it must be a whole number of 1 or more`);
  }
  if (!(Number.isInteger(events) && events >= 0 && events <= people)) {
    throw new RangeError(
      `newcombe: events is ${events} of ${people} people; it must be a whole number up to that`,
    );
  }
  const [low, high] = wilson(events / people, people, quantile);
  return { share: events / people, standardError: 0, low, high };
}
