import { expect, test } from 'vitest';
import type { OpenGap } from '../rhythm/open-gaps.ts';
import { rhythmView } from './rhythm-view.ts';

const open = (counts: readonly (readonly [rhythms: number, pairs: number])[]): OpenGap[] =>
  counts.flatMap(([rhythms, pairs]) =>
    Array.from({ length: pairs }, (_, pair) => ({
      pair,
      rhythms,
      rhythmDays: 14,
      gaps: { closed: [], open: rhythms * 14 },
    })),
  );
const cells = (counts: readonly (readonly [number, number])[]) =>
  rhythmView(open(counts), 5).cells.map(({ from, to, pairs }) => [from, to, pairs]);

test('a gap of exactly two rhythms is not over two', () => {
  expect(
    cells([
      [1, 30],
      [2, 10],
      [2.01, 10],
      [3.5, 6],
      [4.5, 5],
      [5.1, 7],
    ]),
  ).toEqual([
    [0, 0, 30],
    [1, 1, 10],
    [2, 2, 10],
    [3, 3, 6],
    [4, 4, 5],
    [5, 5, 7],
  ]);
});

test('bins of fewer than five pairs are joined', () => {
  expect(
    cells([
      [0.5, 40],
      [1.5, 20],
      [2.5, 6],
      [3.5, 3],
      [9, 2],
    ]),
  ).toEqual([
    [0, 0, 40],
    [1, 1, 20],
    [2, 2, 6],
    [3, 5, 5],
  ]);
});

test('below fifty pairs a bin also holds a tenth of them', () => {
  expect(
    cells([
      [0.5, 25],
      [1.5, 19],
      [2.5, 0],
    ]).length,
  ).toBe(2);
  expect(
    rhythmView(
      open([
        [0.5, 46],
        [6, 3],
      ]),
      5,
    ).cells,
  ).toEqual([]);
});

test('pairs whose rhythm is not known stand in no bin and are counted', () => {
  const view = rhythmView(
    open([
      [0.5, 30],
      [1.5, 30],
      [Number.NaN, 2],
    ]),
    5,
  );
  expect([view.pairs, view.notKnown]).toEqual([62, 2]);
  expect(view.cells.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(60);
});
