import type { Range } from '../finding.ts';

/** A figure of a sum: its count, and what it could be for somebody who sees only what is told of it. */
export interface SumMember {
  readonly as: 'part' | 'whole';
  readonly count: number;
  /** Least and greatest count that would be told alike; the count twice where it is told. */
  readonly alike: Range;
  /** Greatest count that it could have if nothing were told of it. */
  readonly most: number;
}

/**
 * The members of a sum that must not be told apart, so that none that is told in words can be found by taking the others from the whole.
 *
 * Parts add up to the whole; where no member is the whole they add up to `known`, which is told elsewhere. The smallest part that is
 * told goes first, the whole last: nothing more is withheld than it takes.
 *
 * Shape: positions of the members, rising.
 *
 * @example
 * notApart([{ as: 'part', count: 1, alike: [0, 2], most: 40 }, { as: 'part', count: 9, alike: [9, 9], most: 40 }, { as: 'part', count: 30, alike: [30, 30], most: 40 }], 40)
 * // => [1]
 */
export function notApart(members: readonly SumMember[], known: number): number[] {
  const withheld = new Set<number>();
  const rangeOf = (i: number): Range => (withheld.has(i) ? [0, members[i]!.most] : members[i]!.alike);
  for (;;) {
    const found = members.some(
      ({ alike }, i) => alike[1] > alike[0] && width(leftOpen(members, i, rangeOf, known)) === 0,
    );
    if (!found) return [...withheld].sort((a, b) => a - b);
    const next = told(members, withheld);
    if (next === undefined) return [...withheld].sort((a, b) => a - b);
    withheld.add(next);
  }
}

/** What is left for a member by the sum and by what is told of the others. */
function leftOpen(
  members: readonly SumMember[],
  which: number,
  rangeOf: (i: number) => Range,
  known: number,
): Range {
  const sign = (i: number): number => (members[i]!.as === 'whole' ? -1 : 1);
  const hasWhole = members.some(({ as }) => as === 'whole');
  let [low, high] = [0, 0];
  for (const i of members.keys()) {
    if (i === which) continue;
    const [least, most] = rangeOf(i);
    low += sign(i) === 1 ? least : -most;
    high += sign(i) === 1 ? most : -least;
  }
  const total = hasWhole ? 0 : known;
  // sign × count lies between total − high and total − low.
  const [a, b] = sign(which) === 1 ? [total - high, total - low] : [low - total, high - total];
  const [least, most] = rangeOf(which);
  return [Math.max(least, a), Math.min(most, b)];
}

function width([low, high]: Range): number {
  return high - low;
}

/** The smallest part that is told, else the whole; undefined when everything is withheld or in words. */
function told(members: readonly SumMember[], withheld: ReadonlySet<number>): number | undefined {
  const open = [...members.keys()].filter(
    (i) => !withheld.has(i) && members[i]!.alike[0] === members[i]!.alike[1],
  );
  const rank = (i: number): number => (members[i]!.as === 'whole' ? Infinity : members[i]!.count);
  return open.sort((a, b) => rank(a) - rank(b))[0];
}
