import { type Day, MISSING_DAY } from './day.ts';
import { EVENT_KINDS, type EventKind, type EventRows, type PeopleRows } from './rows.ts';
import { firstRowOf, humansOf } from './order.ts';

/** Dated employment events up to the cut-off, grouped by human and ordered by day. */
export interface Employment {
  readonly humans: Int32Array;
  /** Events of human h stand at positions start[h] … start[h + 1] − 1. */
  readonly start: Int32Array;
  readonly day: Int32Array;
  readonly kind: Uint8Array;
}

/** Position of a kind of event in `EVENT_KINDS`. */
export function kindCode(kind: EventKind): number {
  return EVENT_KINDS.indexOf(kind);
}

/** The events that count: of people on file, not after the cut-off. People must be in key order. */
export function employmentOf(people: PeopleRows, events: EventRows, cutoff: Day): Employment {
  const humans = humansOf(people.person);
  const humanCount = people.count === 0 ? 0 : humans[people.count - 1]! + 1;
  const owner = new Int32Array(events.count).fill(-1);
  const start = new Int32Array(humanCount + 1);
  for (let e = 0; e < events.count; e++) {
    if (events.day[e]! > cutoff) continue;
    const row = firstRowOf(people.person, events.person[e]!);
    if (row < 0) continue;
    owner[e] = humans[row]!;
    start[owner[e]! + 1]!++;
  }
  for (let h = 0; h < humanCount; h++) start[h + 1]! += start[h]!;
  const next = start.slice();
  const order = new Int32Array(start[humanCount]!);
  for (let e = 0; e < events.count; e++) if (owner[e]! >= 0) order[next[owner[e]!]!++] = e;
  const byDay = (a: number, b: number): number =>
    events.day[a]! - events.day[b]! || events.kind[a]! - events.kind[b]!;
  for (let h = 0; h < humanCount; h++) {
    if (start[h + 1]! - start[h]! > 1) order.subarray(start[h]!, start[h + 1]!).sort(byDay);
  }
  return {
    humans,
    start,
    day: order.map((e) => events.day[e]!),
    kind: Uint8Array.from(order, (e) => events.kind[e]!),
  };
}

const HIRE = kindCode('hire');
const EXIT = kindCode('exit');

/** Whether somebody is on staff on a day, and since when. A rehire is a second spell, not an exit undone. */
export function employedSince(employment: Employment, human: number, hired: Day, day: Day): Day | undefined {
  let since: Day | undefined = hired === MISSING_DAY || hired <= day ? hired : undefined;
  for (let e = employment.start[human]!; e < employment.start[human + 1]!; e++) {
    const on = employment.day[e]!;
    if (on > day) break;
    if (employment.kind[e] === HIRE) since = since === undefined || since === MISSING_DAY ? on : since;
    else if (employment.kind[e] === EXIT) since = undefined;
  }
  return since;
}
