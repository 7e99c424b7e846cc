import { everyPlace } from '../study/pick.ts';
import { oncePer } from '../study/once-per.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';

/** People who are linked, as numbers 0 … count − 1 per position, and how many mentors stand behind them. */
export interface Clusters {
  readonly codes: Int32Array;
  /** Different mentors on file among participants; 0 when none is known. */
  readonly mentors: number;
}

/**
 * Connected components of people who share a mentor, stand in one matched set, or are two rows of one human.
 *
 * @param positions of the population that are used, ascending; the answer follows their order
 * @param sets a number per used position that joins matched sets; −1 joins nothing
 * @see Abadie and Spiess 2022 (matched sets must be clusters)
 */
export function linkedPeople(
  study: Study,
  population: Population,
  positions: Int32Array,
  sets?: Int32Array,
): Clusters {
  const parent = new Int32Array(positions.length).map((_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!;
      i = parent[i]!;
    }
    return i;
  };
  const join = (a: number, b: number): void => {
    const left = root(a);
    const right = root(b);
    if (left < right) parent[right] = left;
    else parent[left] = right;
  };
  const firstOfMentor = new Map<string, number>();
  const firstOfSet = new Map<number, number>();
  for (let i = 0; i < positions.length; i++) {
    const row = population.rows[positions[i]!]!;
    if (i > 0 && population.followed.human[positions[i]!] === population.followed.human[positions[i - 1]!]) {
      join(i, i - 1);
    }
    if (population.who === 'mentees' && study.people.arm[row] === 1) {
      for (const mentor of mentorsOf(study.people.mentor[row]!)) {
        const first = firstOfMentor.get(mentor);
        if (first === undefined) firstOfMentor.set(mentor, i);
        else join(i, first);
      }
    }
    const set = sets?.[i] ?? -1;
    if (set >= 0) {
      const first = firstOfSet.get(set);
      if (first === undefined) firstOfSet.set(set, i);
      else join(i, first);
    }
  }
  const numbers = new Int32Array(positions.length).fill(-1);
  let next = 0;
  const codes = parent.map((_, i) => {
    const top = root(i);
    if (numbers[top] === -1) numbers[top] = next++;
    return numbers[top]!;
  });
  return { codes, mentors: firstOfMentor.size };
}

/** The same for everybody of a population, matched with nobody. */
export const everybodyLinked = oncePer((population: Population, study: Study): Clusters => {
  const positions = everyPlace(population.n);
  return linkedPeople(study, population, positions);
});

/** The mentors named in a cell: several are parted by semicolons. */
function mentorsOf(cell: string): string[] {
  if (cell === '') return [];
  if (!cell.includes(';')) return [cell];
  return cell
    .split(';')
    .map((mentor) => mentor.trim())
    .filter((mentor) => mentor !== '');
}
