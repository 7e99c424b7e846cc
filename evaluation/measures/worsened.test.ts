import { expect, test } from 'vitest';
import { madeRoster, madeScores } from './made-scores.ts';
import type { MeasureContext } from './measure.ts';
import { worsened } from './worsened.ts';

function shares(after: readonly (number | null)[], context: Partial<MeasureContext> = {}) {
  const scores = madeScores([
    ...after.map((_, i) => ({ person: `p${i}`, wave: 'before', scale: 'skill', score: 3 })),
    ...after.flatMap((score, i) => (score === null ? [] : [{ person: `p${i}`, scale: 'skill', score }])),
  ]);
  const found = worsened.compute({ scores, enrolled: madeRoster(after.length, 'mentee') }, {
    matters: () => 0.5,
    who: () => 'mentees',
    better: () => 'higher',
    ...context,
  } as MeasureContext);
  if ('reason' in found) throw new Error(found.reason);
  return Object.fromEntries(found.map(({ key, value, bounds }) => [key, [value, bounds]]));
}

test('a fall of exactly what matters is a fall; where less is better the same move is a gain', () => {
  expect(shares([2.5, 2.6, 3.5, 3])).toEqual({
    worsened: [0.25, null],
    improved: [0.25, null],
    'not-known': [0, null],
  });
  expect(shares([2.5, 2.6, 3.5, 1], { better: () => 'lower' })['worsened']).toEqual([0.25, null]);
});

test('who falls silent after a bad start stays in the denominator: the share cannot fall below its bounds', () => {
  const told = shares([2, 2, 3, 3]);
  const silent = shares([2, null, 3, 3]);
  expect(told['worsened']).toEqual([0.5, null]);
  expect(silent['worsened']).toEqual([0.25, [0.25, 0.5]]);
  expect(silent['not-known']).toEqual([0.25, null]);
});

test('a scale for which the plan sets nothing that matters has no worsened people', () => {
  const scores = madeScores([
    { person: 'p0', wave: 'before', scale: 'mood', score: 3 },
    { person: 'p0', scale: 'mood', score: 1 },
  ]);
  const found = worsened.compute({ scores, enrolled: madeRoster(1, 'mentee') }, {
    matters: () => undefined,
  } as unknown as MeasureContext);
  expect(found).toMatchObject({ reason: 'not-recorded' });
});
