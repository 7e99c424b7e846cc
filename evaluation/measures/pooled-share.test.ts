import { expect, test } from 'vitest';
import { linkedPairs } from '../study/linked-pairs.ts';
import { bindingLeast, type PairCounts, pooledShare } from './pooled-share.ts';
import { workedPairs } from './worked-tables.ts';

/** Pairs with so many counted of so many due; mentors as named, else one each. */
function share(
  rows: readonly (readonly [counted: number, due: number, mentor?: string])[],
  more: Partial<PairCounts> = {},
) {
  const pairs = workedPairs(rows.map(([, , mentor]) => (mentor === undefined ? {} : { mentor })));
  return pooledShare({
    key: 'kept',
    of: 'occasions',
    counted: Float64Array.from(rows, ([counted]) => counted),
    due: Float64Array.from(rows, ([, due]) => due),
    known: 0,
    clusters: linkedPairs(pairs),
    pairs,
    least: { need: 10, have: rows.length },
    ...more,
  });
}

test('pairs that share a mentor are one group: six pairs of three mentors have a share and no range', () => {
  const rows = [
    [1, 2, 'a'],
    [0, 2, 'a'],
    [2, 2, 'b'],
    [1, 2, 'b'],
    [1, 2, 'c'],
    [0, 2, 'c'],
  ] as const;
  expect(share(rows)).toMatchObject({ value: 5 / 12, range95: null, noRange: 'few-clusters', people: 9 });
  const apart = share(rows.map(([counted, due]) => [counted, due] as const));
  expect(apart).toMatchObject({ value: 5 / 12, noRange: null, people: 12 });
});

test('where nothing is due there is a reason in place of a number', () => {
  expect(
    share([
      [0, 0],
      [0, 0],
    ]),
  ).toMatchObject({
    value: { reason: 'nothing-due' },
    range95: null,
    noRange: 'no-figure',
    asked: 0,
    people: 0,
  });
});

test('bounds run from what is counted to every unknown at its best, and are absent where nothing is unknown', () => {
  expect(
    share(
      [
        [1, 4],
        [2, 4],
      ],
      { atBest: Float64Array.of(3, 2) },
    ).bounds,
  ).toEqual([3 / 8, 5 / 8]);
  expect(
    share(
      [
        [1, 4],
        [2, 4],
      ],
      { atBest: Float64Array.of(1, 2) },
    ).bounds,
  ).toBeNull();
  expect(
    share([
      [1, 4],
      [2, 4],
    ]).bounds,
  ).toBeNull();
});

test('whole things carry their count and what it is out of; days do not', () => {
  expect(
    share([
      [1, 4],
      [2, 4],
    ]),
  ).toMatchObject({ count: 3, outOf: 8 });
  expect(
    share(
      [
        [1, 4],
        [2, 4],
      ],
      { of: 'days' },
    ).count,
  ).toBeNull();
});

test('of two needs the one that lacks most binds', () => {
  expect(bindingLeast({ need: 10, have: 9 }, { need: 30, have: 12 })).toEqual({ need: 30, have: 12 });
  expect(bindingLeast({ need: 10, have: 2 }, { need: 30, have: 12 })).toEqual({ need: 10, have: 2 });
});
