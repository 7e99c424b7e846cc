import { MISSING_DAY } from './day.ts';
import type { FollowedPeople } from './follow-up.ts';
import type { Study } from './study.ts';

/** Eligible people of one role, compact: position 0 … n − 1, in key order. */
export interface Population {
  readonly who: 'mentees' | 'mentors';
  readonly n: number;
  /** Row of the study for each position. */
  readonly rows: Int32Array;
  readonly treated: Uint8Array;
  readonly participants: number;
  readonly followed: FollowedPeople;
}

/** The eligible people of a role: mentees and people like them, or mentors and people like them. */
export function populationOf(study: Study, who: 'mentees' | 'mentors'): Population {
  const role = who === 'mentors' ? 1 : 0;
  const rows = study.eligible.filter((row) => study.people.role[row] === role);
  const treated = Uint8Array.from(rows, (row) => study.people.arm[row]!);
  return {
    who,
    n: rows.length,
    rows,
    treated,
    participants: treated.reduce((sum, t) => sum + t, 0),
    followed: {
      human: rows.map((row) => study.employment.humans[row]!),
      index: rows.map((row) => study.index[row]!),
      lastSeen: rows.map((row) => study.people.lastSeen[row]!),
      laterEnrolment: rows.map((row) => study.laterEnrolment[row]!),
    },
  };
}

/** The same people followed on after an own later start, as a draw asks for: everybody counts as drawn, whatever happened later. */
export function withoutLaterStarts(population: Population): Population {
  const laterEnrolment = new Int32Array(population.n).fill(MISSING_DAY);
  return { ...population, followed: { ...population.followed, laterEnrolment } };
}
