import { dayCounts, type FollowedGroup, STILL_UNDER_VIEW, THE_EVENT } from './day-counts.ts';
import { incidenceTo } from './incidence-to.ts';

/** A cumulative incidence at a horizon, or that nobody was followed to it. */
export type Incidence = KnownIncidence | FollowedTooShort;

/** A cumulative incidence at a horizon, with every person's part in it. */
export interface KnownIncidence {
  readonly kind: 'incidence';
  /** Share with the event by the end of the horizon's day. */
  readonly estimate: number;
  /** Standard error when people are independent of each other. */
  readonly standardError: number;
  /** Per person: how the estimate moves with them; sums to 0. Add inside clusters before squaring. */
  readonly influence: Float64Array;
  /** Per person: estimate + people × influence; the plain 0 or 1 where nobody went out of view. */
  readonly pseudoValues: Float64Array;
  /** Latest day on which anybody was under view. */
  readonly followedTo: number;
}

/** That nobody was followed to the horizon, and how far somebody was (0 for an empty group). */
export interface FollowedTooShort {
  readonly kind: 'followed-too-short';
  readonly followedTo: number;
}

/**
 * The share of a group that has had an event by a day, when other endings rule the event out (Aalen-Johansen).
 *
 * Use it when people can leave before the event can happen, and some are not followed to the end. One minus
 * Kaplan-Meier would count those who left as if the event still awaited them. It assumes that going out of view has
 * nothing to do with what would have come next, and that all people are under view from day 0.
 *
 * Shape: one entry per person; an empty group was followed to day 0. Linear in people and days.
 * Units: whole days; shares between 0 and 1.
 * Missing: follow-up that ended without an event is event 0; a person with time 0 adds nothing and gets the estimate.
 *
 * @param group.horizon the last day that counts, 1 or more
 * @returns `followed-too-short` when the last person went out of view before the horizon
 * @throws RangeError when the horizon is not a whole number of 1 or more, or the lists are malformed (`dayCounts`)
 * @see Aalen, O. O. & Johansen, S. (1978). An empirical transition matrix. Scandinavian Journal of Statistics 5, 141–150.
 * @see Andersen, P. K. & Pohar Perme, M. (2010). Pseudo-observations in survival analysis. 10.1177/0962280209105020
 * @see survival.oracle.R (R's `survfit` with `id`, and `pseudo`)
 * @example
 * aalenJohansen({ time: Int32Array.of(10, 20, 30, 30), event: Uint8Array.of(1, 2, 0, 0), horizon: 30 }).pseudoValues
 * // => Float64Array.of(1, 0, 0, 0)
 */
export function aalenJohansen(group: FollowedGroup & { readonly horizon: number }): Incidence {
  const { time, event, horizon } = group;
  if (!(Number.isInteger(horizon) && horizon >= 1)) {
    throw new RangeError(
      `aalenJohansen: horizon is ${horizon}; it must be a whole number of days, 1 or more`,
    );
  }
  const counts = dayCounts(group);
  const { people, followedTo } = counts;
  if (followedTo < 1 || (followedTo < horizon && counts.outOfView[followedTo]! > 0)) {
    return { kind: 'followed-too-short', followedTo };
  }
  const lastDay = Math.min(horizon, followedTo);
  const table = incidenceTo(counts, lastDay);
  const influence = new Float64Array(people);
  const pseudoValues = new Float64Array(people);
  const values = pseudoValueTables(table, people);
  for (let i = 0; i < people; i++) {
    const day = time[i]!;
    const ending = day > lastDay ? STILL_UNDER_VIEW : event[i]!;
    const at = day > lastDay ? lastDay : day;
    if (ending === STILL_UNDER_VIEW) {
      influence[i] = table.outOfView[at]!;
      pseudoValues[i] = values.outOfView[at]!;
    } else if (ending === THE_EVENT) {
      influence[i] = table.event[at]!;
      pseudoValues[i] = values.event[at]!;
    } else {
      influence[i] = table.otherEnding[at]!;
      pseudoValues[i] = values.otherEnding[at]!;
    }
  }
  return {
    kind: 'incidence',
    estimate: table.share,
    standardError: table.standardError,
    influence,
    pseudoValues,
    followedTo,
  };
}

type Influences = Pick<ReturnType<typeof incidenceTo>, 'outOfView' | 'event' | 'otherEnding'>;

/** Pseudo-values per day and ending; rounding at the 15th digit is taken off, so that a plain 0 or 1 is one. */
function pseudoValueTables(table: ReturnType<typeof incidenceTo>, people: number): Influences {
  const around = (influence: Float64Array): Float64Array =>
    influence.map((part) => settled(table.share + people * part));
  return {
    outOfView: around(table.outOfView),
    event: around(table.event),
    otherEnding: around(table.otherEnding),
  };
}

/** 0 and 1 where only rounding separates a value from them. */
function settled(value: number): number {
  // + 0 turns −0 into 0.
  const whole = Math.round(value) + 0;
  return Math.abs(value - whole) < 1e-14 ? whole : value;
}
