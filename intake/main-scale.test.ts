import { expect, test } from 'vitest';
import { noOrigins } from '#evaluation/study/empty-rows.ts';
import type { ScoreRows } from '#evaluation/study/rows.ts';
import { mainScale } from './main-scale.ts';

type Row = readonly [person: string, wave: string, scale: string, score: number];

function scoresOf(rows: readonly Row[]): ScoreRows {
  const none = new Float64Array(rows.length).fill(Number.NaN);
  return {
    count: rows.length,
    person: rows.map(([person]) => person),
    wave: rows.map(([, wave]) => wave),
    day: new Int32Array(rows.length),
    scale: rows.map(([, , scale]) => scale),
    score: Float64Array.from(rows, ([, , , score]) => score),
    low: none,
    high: none,
    ...noOrigins(rows.length),
  };
}

test('the main scale is the one with most rows, whichever stands first', () => {
  const rows: Row[] = [
    ['A', 'after', 'joy', 1],
    ['A', 'after', 'trust', 1],
    ['B', 'after', 'trust', 2],
  ];
  expect(mainScale(scoresOf(rows)).outcome).toBe('trust');
  expect(mainScale(scoresOf(rows.toReversed())).outcome).toBe('trust');
});

test('of scales with as many rows the first by name is the main one', () => {
  const rows: Row[] = [
    ['A', 'after', 'trust', 1],
    ['A', 'after', 'joy', 1],
  ];
  expect(mainScale(scoresOf(rows)).outcome).toBe('joy');
  expect(mainScale(scoresOf(rows.toReversed())).outcome).toBe('joy');
});

test('the difference that matters is the same to the last bit in every order of the rows', () => {
  // 0.2 × the standard deviation of 0.1 … 0.9 is 0.0547…; R: signif(0.2 * sd(1:9 / 10), 2).
  const rows = Array.from({ length: 9 }, (_, i): Row => [`P${i}`, 'before', 'trust', (i + 1) / 10]);
  const orders = [rows, rows.toReversed(), [...rows.slice(4), ...rows.slice(0, 4)]];
  for (const order of orders) expect(mainScale(scoresOf(order)).matters).toBe(0.055);
});

test('answers that are all equal leave the plain difference of 0.2', () => {
  const rows: Row[] = [
    ['A', 'before', 'trust', 3],
    ['B', 'before', 'trust', 3],
  ];
  expect(mainScale(scoresOf(rows))).toEqual({
    outcome: 'trust',
    wave: 'before',
    better: 'higher',
    matters: 0.2,
  });
});
