import { expect, test } from 'vitest';
import { madePairs, madeRoster, madeScores, type MadeScore } from './made-scores.ts';
import type { MeasureContext, MeasureFigure } from './measure.ts';
import { skillChange } from './skill-change.ts';

const CONTEXT = {
  subject: (scale: string) =>
    scale === 'trust' ? 'relationship' : scale === 'leadership' ? 'skill' : undefined,
  matters: (scale: string) => (scale === 'trust' || scale === 'speaking' ? 0.2 : undefined),
  who: () => 'mentees',
} as unknown as MeasureContext;

function figures(scores: readonly MadeScore[], count = 25): Map<string, MeasureFigure> {
  const found = skillChange.compute(
    { scores: madeScores(scores), enrolled: madeRoster(count, 'mentee'), pairs: madePairs(count) },
    CONTEXT,
  );
  if ('reason' in found) throw new Error(found.reason);
  return new Map(found.map((figure) => [`${figure.topic} ${figure.key} ${figure.wave}`, figure]));
}

const answered = (
  count: number,
  wave: string,
  score: (i: number) => number,
  scale = 'leadership',
  from = 0,
) => Array.from({ length: count }, (_, i) => ({ person: `p${i + from}`, wave, scale, score: score(i) }));

test('who speaks of whom parts self, mentor and third party, and nothing is pooled', () => {
  const found = figures(
    [0, 1, 2].flatMap((i) => [
      { person: `p${i}`, wave: 'before', scale: 'leadership', score: 3 },
      { person: `p${i}`, wave: 'after', scale: 'leadership', score: 4 },
      { person: `m${i}`, about: `p${i}`, wave: 'before', scale: 'leadership', score: 3 },
      { person: `m${i}`, about: `p${i}`, wave: 'after', scale: 'leadership', score: 3.5 },
      { person: 'boss', about: `p${i}`, wave: 'before', scale: 'leadership', score: 4 },
      { person: 'boss', about: `p${i}`, wave: 'after', scale: 'leadership', score: 2 + (i % 2) },
      { person: 'peer', about: `p${i}`, wave: 'after', scale: 'leadership', score: 4 },
    ]),
  );
  const change = (viewer: string) => found.get(`leadership ${viewer}-change after`)!;
  expect(change('self')).toMatchObject({ value: 1, n: 3, asked: 25 });
  expect(change('mentor').value).toBe(0.5);
  // Two third parties see p0 and p2 at (2 + 4) ÷ 2 and p1 at (3 + 4) ÷ 2 after.
  expect(change('third-party').value).toBeCloseTo((-1 - 0.5 - 1) / 3, 12);
});

test('skills before, during and after: a change from before for each later wave, with who is missing in the bounds', () => {
  const found = figures([
    ...answered(24, 'before', () => 3),
    ...answered(24, 'during1', (i) => 3 + (i % 2)),
    ...answered(20, 'after', (i) => 3.5 + (i % 2)),
  ]);
  expect(found.get('leadership self-change during1')).toMatchObject({
    value: expect.closeTo(0.5, 12),
    n: 24,
    asked: 25,
  });
  // (20 × 1 + four between 1 − 3 and 5 − 3 + one between −4 and 4) ÷ 25
  expect(found.get('leadership self-change after')).toMatchObject({
    value: 1,
    n: 20,
    bounds: [8 / 25, 32 / 25],
  });
});

test('waves before the start are nothing that skills changed to', () => {
  const found = figures([
    ...answered(3, 'before1', () => 2),
    ...answered(3, 'before', () => 3),
    ...answered(3, 'after', () => 4),
  ]);
  expect(new Set([...found.values()].map(({ wave }) => wave))).toEqual(new Set(['after']));
});

test('with people who answered only once each time it is the difference of two groups, and its key says so', () => {
  const found = figures(
    [
      ...answered(20, 'before', (i) => 3 + (i % 2)),
      ...answered(20, 'after', (i) => 4 - (i % 4) / 4, 'leadership', 20),
    ],
    40,
  );
  const [key] = [...found.keys()];
  expect(key).toBe('leadership self-two-groups after');
  expect(found.get(key!)!.value).toBeCloseTo(4 - 0.375 - 3.5, 12);
  expect(found.get(key!)!.bounds).toBeNull();
});

test('a scale is a skill by its instrument or because the plan names it, never trust', () => {
  const on = (scale: string) => [
    ...answered(2, 'before', () => 3, scale),
    ...answered(2, 'after', () => 4, scale),
  ];
  const found = figures([...on('trust'), ...on('speaking'), ...on('mood'), ...on('leadership')]);
  expect(new Set([...found.values()].map(({ topic }) => topic))).toEqual(new Set(['leadership', 'speaking']));
});

test('values before that are all alike have a change in points and no size in standard deviations', () => {
  const found = figures([...answered(20, 'before', () => 3), ...answered(20, 'after', () => 4)]);
  expect(found.get('leadership self-standardised after')!.value).toEqual({ reason: 'no-spread', values: {} });
});
