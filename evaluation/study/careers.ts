import { type Day, MISSING_DAY } from './day.ts';
import { EVENT_KINDS, type StudyRows } from './rows.ts';

/** Participants from their index day on: how long they were under view, and how many dated opportunities they had then. */
export interface CareerRows {
  readonly count: number;
  readonly person: readonly string[];
  readonly days: Int32Array;
  readonly opportunities: Int32Array;
}

const OPPORTUNITY = EVENT_KINDS.indexOf('opportunity');
const EXIT = EVENT_KINDS.indexOf('exit');

/** The careers of participants of the plan's cohorts with a known index day on or before the cut-off; view ends with the first exit after the start, the last day on file, or the cut-off. */
export function careersOf(
  { people, events }: StudyRows,
  cohorts: readonly string[] | undefined,
  cutoff: Day,
): CareerRows {
  const isOutside = (cohort: string): boolean => cohort !== '' && cohorts?.includes(cohort) === false;
  const rows = Array.from({ length: people.count }, (_, i) => i).filter(
    (i) =>
      people.arm[i] === 1 &&
      people.index[i] !== MISSING_DAY &&
      people.index[i]! <= cutoff &&
      !isOutside(people.cohort[i]!),
  );
  const places = new Map<string, number[]>();
  rows.forEach((row, place) => {
    const key = people.person[row]!;
    places.set(key, [...(places.get(key) ?? []), place]);
  });
  const end = Int32Array.from(rows, (row) => {
    const seen = people.lastSeen[row]!;
    return seen === MISSING_DAY ? cutoff : Math.min(cutoff, seen);
  });
  const eachEvent = (kind: number, tell: (place: number, day: Day) => void): void => {
    for (let e = 0; e < events.count; e++) {
      if (events.kind[e] !== kind) continue;
      for (const place of places.get(events.person[e]!) ?? []) {
        if (events.day[e]! > people.index[rows[place]!]!) tell(place, events.day[e]!);
      }
    }
  };
  eachEvent(EXIT, (place, day) => (end[place] = Math.min(end[place]!, day)));
  const opportunities = new Int32Array(rows.length);
  eachEvent(OPPORTUNITY, (place, day) => {
    if (day <= end[place]!) opportunities[place]!++;
  });
  return {
    count: rows.length,
    person: rows.map((row) => people.person[row]!),
    days: Int32Array.from(rows, (row, place) => Math.max(0, end[place]! - people.index[row]!)),
    opportunities,
  };
}
