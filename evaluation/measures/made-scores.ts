import { MISSING_DAY } from '../study/day.ts';
import { noColumns } from '../study/no-columns.ts';
import type { PeopleRoster } from '../study/program-columns.ts';
import type { PairRows } from '../study/program-rows.ts';
import type { ScoreRows } from '../study/rows.ts';

/** A score of a worked example: who, when, on what, of whom. */
export interface MadeScore {
  readonly person: string;
  readonly about?: string;
  readonly wave?: string;
  readonly scale: string;
  readonly score: number;
}

/** Scores of a worked example, on a scale of 1 to 5. */
export function madeScores(scores: readonly MadeScore[]): ScoreRows {
  const count = scores.length;
  const nothing = new Array<string>(count).fill('');
  return {
    count,
    person: scores.map(({ person }) => person),
    wave: scores.map(({ wave = 'after' }) => wave),
    day: new Int32Array(count).fill(MISSING_DAY),
    scale: scores.map(({ scale }) => scale),
    score: Float64Array.from(scores, ({ score }) => score),
    low: new Float64Array(count).fill(1),
    high: new Float64Array(count).fill(5),
    about: scores.map(({ about = '' }) => about),
    instrument: nothing,
    version: nothing,
    nItems: new Int32Array(count),
  };
}

/** Pairs of a worked example, each with a mentor of its own: m0 with p0, m1 with p1 … */
export function madePairs(count: number): PairRows {
  const numbers = Array.from({ length: count }, (_, i) => i);
  return {
    ...noColumns.pairs(count),
    pair: numbers.map((i) => `pair${i}`),
    mentor: numbers.map((i) => `m${i}`),
    mentee: numbers.map((i) => `p${i}`),
  };
}

/** Enrolled people of a worked example, linked to nobody: mentees p0, p1 …, or mentors m0, m1 … */
export function madeRoster(count: number, role: 'mentee' | 'mentor'): PeopleRoster {
  const numbers = Array.from({ length: count }, (_, i) => i);
  return {
    count,
    person: numbers.map((i) => `${role === 'mentor' ? 'm' : 'p'}${i}`),
    role: new Uint8Array(count).fill(role === 'mentor' ? 1 : 0),
    linked: Int32Array.from(numbers),
  };
}
