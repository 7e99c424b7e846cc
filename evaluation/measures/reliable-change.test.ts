import { expect, test } from 'vitest';
import { madeRoster, madeScores } from './made-scores.ts';
import type { MeasureContext } from './measure.ts';
import { reliableChange } from './reliable-change.ts';

const SCORES = madeScores([
  ...[2, 3, 4].map((score, i) => ({ person: `p${i}`, wave: 'before', scale: 'skill', score })),
  ...[5, 3, 1].map((score, i) => ({ person: `p${i}`, wave: 'after', scale: 'skill', score })),
]);
const of = (context: Partial<MeasureContext>) => {
  const found = reliableChange.compute({ scores: SCORES, enrolled: madeRoster(4, 'mentee') }, {
    subject: () => 'skill',
    better: () => 'higher',
    reliability: () => 0.8,
    ...context,
  } as MeasureContext);
  if ('reason' in found) throw new Error(found.reason);
  return Object.fromEntries(found.map(({ key, value }) => [key, value]));
};

test('where less is better, who fell improved', () => {
  // Standard deviation 1, so 1.24 points are needed; one rose by 3, one fell by 3.
  expect(of({})).toEqual({ improved: 1 / 3, unchanged: 1 / 3, worsened: 1 / 3 });
  const found = reliableChange.compute(
    {
      scores: { ...SCORES, score: SCORES.score.map((x, i) => (i === 5 ? 4 : x)) },
      enrolled: madeRoster(3, 'mentee'),
    },
    { subject: () => 'skill', better: () => 'lower', reliability: () => 0.8 } as unknown as MeasureContext,
  );
  if ('reason' in found) throw new Error(found.reason);
  expect(found.map(({ value }) => value)).toEqual([0, 2 / 3, 1 / 3]);
});

test('without a known reliability there is no threshold and no share, and the reason is given', () => {
  const missing = { reason: 'reliability-not-known', values: {} };
  expect(of({ reliability: () => undefined })).toEqual({
    improved: missing,
    unchanged: missing,
    worsened: missing,
  });
});
