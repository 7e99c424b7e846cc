import { type Day, MISSING_DAY } from './day.ts';
import { type Employment, kindCode } from './employment.ts';
import type { EventKind } from './rows.ts';

/** How long each person was followed for one kind of event, and how the follow-up ended. */
export interface FollowUp {
  /** Days from the index day, 0 or more. */
  readonly time: Int32Array;
  /** 1 the event, 2 left the organisation first, 0 neither: still under view when it ended. */
  readonly event: Uint8Array;
  /** 1 when people were lost from the file before horizon and cut-off, without an event. */
  readonly lost: Uint8Array;
  readonly horizonDays: number;
  /** Set where people's view ended with their own later place: a number per person, alike people together. */
  readonly strata?: Int32Array;
}

/** What follow-up needs to know of people: columns of equal length, one entry per row of the study. */
export interface FollowedPeople {
  readonly human: Int32Array;
  readonly index: Int32Array;
  readonly lastSeen: Int32Array;
  /** First own enrolment after the index day as a participant; `MISSING_DAY` when there is none. */
  readonly laterEnrolment: Int32Array;
}

const EXIT = kindCode('exit');

/**
 * Follow-up from the index day to the first of event, exit, and end of view.
 *
 * End of view = min(horizon, cut-off − index, last seen − index, day before an own later enrolment). On one day the event
 * comes before the exit, the exit before censoring. Events count from day 1 on; what happened on or before the index day is history.
 * Leave of absence does not end it, and a return after an exit changes nothing.
 *
 * Shape: one entry per row.
 * Units: days.
 * Missing: a person whose view ends on the index day has time 0 and event 0.
 */
export function followUp(
  people: FollowedPeople,
  employment: Employment,
  kind: EventKind,
  horizonDays: number,
  cutoff: Day,
): FollowUp {
  const n = people.index.length;
  const time = new Int32Array(n);
  const event = new Uint8Array(n);
  const lost = new Uint8Array(n);
  const wanted = kindCode(kind);
  for (let i = 0; i < n; i++) {
    const index = people.index[i]!;
    const lastSeen = people.lastSeen[i]!;
    const later = people.laterEnrolment[i]!;
    let end = Math.min(horizonDays, cutoff - index);
    const promised = end;
    if (lastSeen !== MISSING_DAY) end = Math.min(end, lastSeen - index);
    const seen = end;
    if (later !== MISSING_DAY) end = Math.min(end, later - 1 - index);
    end = Math.max(0, end);
    const human = people.human[i]!;
    for (let e = employment.start[human]!; e < employment.start[human + 1]!; e++) {
      const day = employment.day[e]! - index;
      if (day < 1) continue;
      if (day > end) break;
      if (event[i] !== 0 && day > time[i]!) break;
      if (employment.kind[e] === wanted) {
        event[i] = 1;
        time[i] = day;
        break;
      }
      if (employment.kind[e] === EXIT) {
        event[i] = 2;
        time[i] = day;
      }
    }
    if (event[i] === 0) {
      time[i] = end;
      lost[i] = seen < promised ? 1 : 0;
    }
  }
  return { time, event, lost, horizonDays };
}
