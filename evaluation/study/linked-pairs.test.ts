import { expect, test } from 'vitest';
import { linkedPairs } from './linked-pairs.ts';
import { noColumns } from './no-columns.ts';

const codes = (...pairs: readonly (readonly [mentor: string, mentee: string])[]): number[] =>
  Array.from(
    linkedPairs({
      ...noColumns.pairs(pairs.length),
      mentor: pairs.map(([mentor]) => mentor),
      mentee: pairs.map(([, mentee]) => mentee),
    }),
  );

test('pairs with one mentor are one cluster, also through a mentee with two mentors', () => {
  expect(codes(['m1', 'a'], ['m2', 'b'], ['m1', 'c'])).toEqual([0, 1, 0]);
  expect(codes(['m1', 'a'], ['m2', 'b'], ['m3', 'c'], ['m2', 'a'], ['m3', 'd'])).toEqual([0, 0, 1, 0, 1]);
});

test('a person who is not known links nobody, and no pairs have no clusters', () => {
  expect(codes(['', 'a'], ['', 'b'])).toEqual([0, 1]);
  expect(codes()).toEqual([]);
});
