import { expect, test } from 'vitest';
import { madePairs, madeScores, type MadeScore } from './made-scores.ts';
import { trustTrend } from './trust-trend.ts';

const CONTEXT = {} as Parameters<typeof trustTrend.compute>[1];

function found(scores: readonly Omit<MadeScore, 'scale'>[], version?: readonly string[]) {
  const rows = madeScores(scores.map((score) => ({ ...score, scale: 'trust' })));
  const instrument = rows.instrument.map(() => 'core-1');
  return trustTrend.compute(
    { scores: version ? { ...rows, instrument, version } : rows, pairs: madePairs(25) },
    CONTEXT,
  );
}

const twice = (count: number) =>
  Array.from({ length: count }, (_, i) => [
    { person: `p${i}`, about: `m${i}`, wave: 'before', score: 3 },
    { person: `p${i}`, about: `m${i}`, wave: 'after', score: 3 + (i % 2) / 2 },
  ]).flat();

test('with twenty people who answered twice it is their own change, with everybody else in the bounds', () => {
  const figures = found(twice(20));
  if ('reason' in figures) throw new Error(figures.reason);
  // (20 × 0.25 + 5 × ±4) ÷ 25
  expect(figures[0]).toMatchObject({
    key: 'mentees-change',
    value: 0.25,
    n: 20,
    asked: 25,
    bounds: [-0.6, 1],
  });
});

test('with nineteen there are too few, and two waves of nineteen are no two groups either', () => {
  const figures = found(twice(19));
  if ('reason' in figures) throw new Error(figures.reason);
  expect(figures[0]).toMatchObject({ key: 'mentees-change', least: { need: 20, have: 19 } });
});

test('another version of the questions in between leaves no change, with the reason', () => {
  const scores = twice(20);
  const figures = found(
    scores,
    scores.map(({ wave }) => (wave === 'before' ? '1' : '2')),
  );
  if ('reason' in figures) throw new Error(figures.reason);
  expect(figures[0]!.value).toMatchObject({ reason: 'instrument-changed' });
});

test('one wave is no trend', () => {
  expect(found(twice(20).filter(({ wave }) => wave === 'after'))).toMatchObject({
    reason: 'too-few-people',
  });
});
