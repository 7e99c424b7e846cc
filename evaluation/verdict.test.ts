import { expect, test } from 'vitest';
import { verdictOn } from './verdict.ts';

const judged = (low: number, high: number, more = {}) =>
  verdictOn({
    matters: 1,
    range: [low, high],
    familyRange: [low, high],
    nStar: [50, 100],
    events: null,
    nonEvents: null,
    tooFewClusters: false,
    ...more,
  });

test.each([
  [1, 2, 'benefit', 'clear'],
  [0.1, 1, 'benefit', 'size-uncertain'],
  [0, 1.5, 'inconclusive', null],
  [-11.5, -4.5, 'harm', 'clear'],
  [-1.5, -0.1, 'harm', 'size-uncertain'],
  [-0.9, 0.9, 'no-meaningful-difference', null],
  [0.1, 0.9, 'no-meaningful-difference', 'slightly-higher'],
  [-0.9, -0.1, 'no-meaningful-difference', 'slightly-lower'],
  [-4, 4, 'too-little-data', null],
  [-1, 0.5, 'inconclusive', null],
] as const)('a range from %f to %f with 1 that matters is judged %s, %s', (low, high, verdict, qualifier) => {
  expect(judged(low, high)).toEqual({ verdict, qualifier });
});

test('a benefit that only the level of a single outcome would show is inconclusive, one of K', () => {
  expect(judged(0.1, 1.4, { familyRange: [-0.1, 1.6] })).toEqual({
    verdict: 'inconclusive',
    qualifier: 'one-of-k',
  });
});

test('fewer than twenty effective people, ten events or ten others are too little data, however clear', () => {
  const little = { verdict: 'too-little-data', qualifier: null };
  expect(judged(2, 3, { nStar: [19.9, 100] })).toEqual(little);
  expect(judged(2, 3, { events: 9, nonEvents: 90 })).toEqual(little);
  expect(judged(2, 3, { events: 90, nonEvents: 9 })).toEqual(little);
  expect(judged(2, 3, { tooFewClusters: true })).toEqual(little);
  expect(judged(2, 3, { range: null })).toEqual(little);
});
