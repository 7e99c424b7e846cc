/** How a person's follow-up ended: 0 still under view, 1 the event in question, 2 another ending that rules it out. */
export const STILL_UNDER_VIEW = 0;
export const THE_EVENT = 1;
export const ANOTHER_ENDING = 2;

/** Follow-up of a group of people, one entry per person in both lists. */
export interface FollowedGroup {
  /** Whole days from the start until the follow-up ended; 0 when it ended on the first day. */
  readonly time: Int32Array;
  /** 0 still under view, 1 the event, 2 another ending. */
  readonly event: Uint8Array;
}

/** How many people's follow-up ended on each day, by how it ended. */
export interface DayCounts {
  readonly people: number;
  /** The latest day on which anybody was under view; 0 for nobody. */
  readonly followedTo: number;
  /** Per day 0 … followedTo: people with the event. */
  readonly events: Int32Array;
  /** Per day: people with another ending. */
  readonly otherEndings: Int32Array;
  /** Per day: people who went out of view without either. */
  readonly outOfView: Int32Array;
}

/**
 * Endings per day: days are whole and few, so counting replaces sorting.
 *
 * Shape: lists from day 0 to the latest day.
 * Units: days; people.
 *
 * @throws RangeError when the lists differ in length, a day is negative, an ending is not 0, 1 or 2, or an event lies on day 0
 * @see measurement.md 3.4
 * @see survival.test.ts
 * @example
 * dayCounts({ time: Int32Array.of(2, 1, 2), event: Uint8Array.of(1, 0, 1) }).events
 * // => Int32Array.of(0, 0, 2)
 */
export function dayCounts({ time, event }: FollowedGroup): DayCounts {
  if (time.length !== event.length) {
    throw new RangeError(
      `dayCounts: event has ${event.length} entries; it must have ${time.length}, as time has`,
    );
  }
  let followedTo = 0;
  for (let i = 0; i < time.length; i++) if (time[i]! > followedTo) followedTo = time[i]!;
  const byEnding = [0, 1, 2].map(() => new Int32Array(followedTo + 1)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const [outOfView, events, otherEndings] = byEnding;
  for (let i = 0; i < time.length; i++) {
    const day = time[i]!;
    const ending = event[i]!;
    if (day < 0 || ending > ANOTHER_ENDING || (day === 0 && ending !== STILL_UNDER_VIEW)) {
      throw new RangeError(
        `dayCounts: person ${i} has time ${day} and event ${ending}; time must be 0 or more, event 0, 1 or 2, and 0 on day 0`,
      );
    }
    byEnding[ending as 0 | 1 | 2][day]!++;
  }
  return { people: time.length, followedTo, events, otherEndings, outOfView };
}
