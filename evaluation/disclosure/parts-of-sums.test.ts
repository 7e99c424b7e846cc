import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notApart, type SumMember } from './parts-of-sums.ts';

const SEED = 20_261_125;
const told = (as: SumMember['as'], count: number, most: number): SumMember => ({
  as,
  count,
  alike: [count, count],
  most,
});
const inWords = (as: SumMember['as'], count: number, alike: readonly [number, number], most: number) => ({
  as,
  count,
  alike,
  most,
});

test('a part in words keeps a second part from being told, the smallest', () => {
  const parts = [inWords('part', 1, [0, 2], 40), told('part', 9, 40), told('part', 30, 40)];
  expect(notApart(parts, 40)).toEqual([1]);
});

test('where all parts are told nothing is withheld, and where a part is not part of the sum any more neither', () => {
  expect(notApart([told('part', 10, 40), told('part', 30, 40)], 40)).toEqual([]);
  // A third part that is not shown leaves enough open.
  expect(
    notApart([inWords('part', 1, [0, 2], 40), inWords('part', 9, [0, 40], 40), told('part', 30, 40)], 40),
  ).toEqual([]);
});

test('a whole that is told and its other part would give a part away: the other part goes', () => {
  const members = [told('whole', 21, 60), inWords('part', 1, [0, 3], 60), told('part', 20, 60)];
  expect(notApart(members, 60)).toEqual([2]);
});

test('two rare parts that together are none of all are pinned to none, until a third is withheld', () => {
  const parts = [inWords('part', 0, [0, 1], 20), inWords('part', 0, [0, 1], 20), told('part', 20, 20)];
  expect(notApart(parts, 20)).toEqual([2]);
});

/** Every way in which the counts of a sum could be, for somebody who sees what is told. */
function worlds(members: readonly SumMember[], withheld: readonly number[], known: number): number[][] {
  const ranges = members.map(({ alike, most }, i) => (withheld.includes(i) ? ([0, most] as const) : alike));
  const all = ranges.reduce<number[][]>(
    (some, [least, most]) =>
      some.flatMap((one) => Array.from({ length: most - least + 1 }, (_, k) => [...one, least + k])),
    [[]],
  );
  const hasWhole = members.some(({ as }) => as === 'whole');
  return all.filter((counts) => {
    const sum = counts.reduce((total, count, i) => total + (members[i]!.as === 'whole' ? -count : count), 0);
    return sum === (hasWhole ? 0 : known);
  });
}

test('after withholding nobody can tell the count of a part in words, as far as anything could be withheld', () => {
  const part = fc.record({ count: fc.nat(8), below: fc.nat(2), above: fc.nat(2), isTold: fc.boolean() });
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), fc.boolean(), (parts, withWhole) => {
      const known = parts.reduce((sum, { count }) => sum + count, 0);
      const members: SumMember[] = parts.map(({ count, below, above, isTold }) => ({
        as: 'part',
        count,
        alike: isTold
          ? [count, count]
          : [Math.max(0, count - below), Math.min(known, count + Math.max(above, below === 0 ? 1 : 0))],
        most: known,
      }));
      if (withWhole) members.unshift(told('whole', known, known));
      const withheld = notApart(members, known);
      const possible = worlds(members, withheld, known);
      const everything = withheld.length === members.filter(({ alike: [a, b] }) => a === b).length;
      for (const [i, { alike }] of members.entries()) {
        if (alike[0] === alike[1] || everything) continue;
        expect(new Set(possible.map((counts) => counts[i])).size).toBeGreaterThan(1);
      }
    }),
    { seed: SEED, numRuns: 300 },
  );
});
