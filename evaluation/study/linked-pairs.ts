import type { PairRows } from './program-rows.ts';

/**
 * Pairs that share a mentor or a mentee, directly or through others, as numbers 0 … count − 1 per pair: the clusters of figures
 * about pairs.
 *
 * Missing: a person who is not known (an empty key) links nothing.
 */
export function linkedPairs({
  count,
  mentor,
  mentee,
}: Pick<PairRows, 'count' | 'mentor' | 'mentee'>): Int32Array {
  const parent = new Int32Array(count).map((_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  const first = new Map<string, number>();
  const join = (person: string, i: number): void => {
    if (person === '') return;
    const other = first.get(person);
    if (other === undefined) first.set(person, i);
    else {
      const [left, right] = [root(other), root(i)];
      parent[Math.max(left, right)] = Math.min(left, right);
    }
  };
  for (let i = 0; i < count; i++) {
    join(mentor[i]!, i);
    join(mentee[i]!, i);
  }
  const numbers = new Map<number, number>();
  return parent.map((_, i) => {
    const top = root(i);
    const number = numbers.get(top) ?? numbers.size;
    numbers.set(top, number);
    return number;
  });
}
