import { MISSING_DAY } from '../study/day.ts';
import type { PeopleRows, ScoreRows, StudyRows } from '../study/rows.ts';
import { wavesInOrder } from '../study/waves.ts';

/** How a scale was answered at one wave by one group. */
export interface WaveAnswers {
  readonly scale: string;
  readonly wave: string;
  readonly who: 'participants' | 'comparison';
  readonly role: 'mentees' | 'mentors';
  readonly asked: number;
  readonly answered: number;
  /** Answers before the start that came more than 14 days after it; 0 for other waves. */
  readonly late: number;
}

/** A value before may come so many days after the start (F8). */
const LATEST_BEFORE_DAYS = 14;

/**
 * Who answered each scale at each wave, by group, in the order of the waves: what is complete, what is missing, what came late. A group that
 * never answered a scale was not asked it and is left out; one that answered other waves of it shows with nobody.
 *
 * Everybody on file counts as asked, unless the file holds empty answers of the wave: then it says itself who was asked. People with several
 * rows stand in the group of their first start.
 */
export function waveAnswers({ people, scores }: StudyRows): WaveAnswers[] {
  const groups = groupsOf(people);
  return [...new Set(scores.scale)].sort().flatMap((scale) => {
    const own = rowsOf(scores, scale);
    const waves = wavesInOrder(own.map((row) => scores.wave[row]!));
    const counted = groups.flatMap((group) => waves.map((wave) => countOf(group, scores, own, wave)));
    const answers = new Set(counted.filter(({ answered }) => answered > 0).map(({ group }) => group));
    return counted
      .filter(({ group }) => answers.has(group))
      .map(({ group, ...count }): WaveAnswers => ({ scale, who: group.who, role: group.role, ...count }));
  });
}

interface Group {
  readonly who: 'participants' | 'comparison';
  readonly role: 'mentees' | 'mentors';
  /** Start of each person. */
  readonly starts: ReadonlyMap<string, number>;
}

function groupsOf(people: PeopleRows): Group[] {
  const first = new Map<string, number>();
  for (let i = 0; i < people.count; i++) {
    const row = first.get(people.person[i]!);
    if (row === undefined || startOf(people, i) < startOf(people, row)) first.set(people.person[i]!, i);
  }
  return ([0, 1] as const).flatMap((role) =>
    ([1, 0] as const).flatMap((arm): Group[] => {
      const own = [...first].filter(([, row]) => people.arm[row] === arm && people.role[row] === role);
      if (own.length === 0) return [];
      const starts = new Map(own.map(([key, row]) => [key, people.index[row]!]));
      return [
        { who: arm === 1 ? 'participants' : 'comparison', role: role === 1 ? 'mentors' : 'mentees', starts },
      ];
    }),
  );
}

/** People whose start is not known yet come last. */
function startOf(people: PeopleRows, row: number): number {
  return people.index[row] === MISSING_DAY ? Number.POSITIVE_INFINITY : people.index[row]!;
}

function rowsOf(scores: ScoreRows, scale: string): number[] {
  const rows: number[] = [];
  for (let s = 0; s < scores.count; s++) if (scores.scale[s] === scale) rows.push(s);
  return rows;
}

function countOf(group: Group, scores: ScoreRows, rows: readonly number[], wave: string) {
  const answered = new Set<string>();
  const silent = new Set<string>();
  const late = new Set<string>();
  for (const s of rows) {
    const person = scores.person[s]!;
    const start = group.starts.get(person);
    if (scores.wave[s] !== wave || start === undefined) continue;
    if (Number.isNaN(scores.score[s]!)) {
      silent.add(person);
      continue;
    }
    answered.add(person);
    const known = start !== MISSING_DAY && scores.day[s] !== MISSING_DAY;
    if (wave === 'before' && known && scores.day[s]! > start + LATEST_BEFORE_DAYS) late.add(person);
  }
  const named = new Set([...answered, ...silent]).size;
  const asked = silent.size > 0 ? named : group.starts.size;
  return { group, wave, asked, answered: answered.size, late: late.size };
}
