import { expect, test } from 'vitest';
import { madePairs, madeScores, type MadeScore } from './made-scores.ts';
import type { MeasureFigure } from './measure.ts';
import { trustLevel } from './trust-level.ts';

const CONTEXT = {} as Parameters<typeof trustLevel.compute>[1];
const of = (scores: readonly Omit<MadeScore, 'scale'>[], pairs = madePairs(4)): readonly MeasureFigure[] => {
  const rows = madeScores(scores.map((score) => ({ ...score, scale: 'trust' })));
  const found = trustLevel.compute({ scores: rows, pairs }, CONTEXT);
  if ('reason' in found) throw new Error(found.reason);
  return found;
};

test('two directions stand side by side, each with everybody who was ever in a pair', () => {
  const [mentees, mentors] = of([
    { person: 'p0', about: 'm0', score: 4 },
    { person: 'p1', about: 'm1', score: 5 },
    { person: 'm0', about: 'p0', score: 2 },
  ]);
  expect(mentees).toMatchObject({ key: 'mentees-about-mentors', value: 4.5, n: 2, asked: 4, people: 2 });
  // (4 + 5 + 1 + 1) ÷ 4 and (4 + 5 + 5 + 5) ÷ 4
  expect(mentees!.bounds).toEqual([2.75, 4.75]);
  expect(mentors).toMatchObject({ key: 'mentors-about-mentees', value: 2, n: 1, asked: 4 });
});

test('a mentor counts once, with the mean over mentees; a mentee of whom nothing is known opens the bounds', () => {
  const pairs = { ...madePairs(3), mentor: ['ann', 'ann', 'ben'], mentee: ['p0', 'p1', 'p2'] };
  const [, mentors] = of(
    [
      { person: 'ann', about: 'p0', score: 3 },
      { person: 'ben', about: 'p2', score: 5 },
    ],
    pairs,
  );
  expect(mentors).toMatchObject({ value: 4, n: 2, asked: 2, people: 2 });
  // Ann is between (3 + 1) ÷ 2 and (3 + 5) ÷ 2.
  expect(mentors!.bounds).toEqual([3.5, 4.5]);
});

test('each direction speaks of its own last wave', () => {
  const [mentees, mentors] = of([
    { person: 'p0', about: 'm0', score: 3, wave: 'during1' },
    { person: 'p0', about: 'm0', score: 4, wave: 'after' },
    { person: 'm0', about: 'p0', score: 2, wave: 'during1' },
  ]);
  expect([mentees!.wave, mentees!.value]).toEqual(['after', 4]);
  expect([mentors!.wave, mentors!.value]).toEqual(['during1', 2]);
});

test('deleting answers or ending pairs raises neither a bound nor the number of those asked', () => {
  const scores = [
    { person: 'p0', about: 'm0', score: 2 },
    { person: 'p1', about: 'm1', score: 5 },
  ];
  const [all] = of(scores);
  const [without] = of(scores.slice(1));
  expect(without!.asked).toBe(all!.asked);
  expect(without!.bounds![0]).toBeLessThanOrEqual(all!.bounds![0]);
});

test('two versions of the questions in one wave give no figure, with the reason', () => {
  const rows = madeScores([
    { person: 'p0', about: 'm0', scale: 'trust', score: 2 },
    { person: 'p1', about: 'm1', scale: 'trust', score: 5 },
  ]);
  const found = trustLevel.compute(
    { scores: { ...rows, instrument: ['core-1', 'core-1'], version: ['1', '2'] }, pairs: madePairs(2) },
    CONTEXT,
  );
  if ('reason' in found) throw new Error(found.reason);
  expect(found[0]!.value).toEqual({
    reason: 'instrument-changed',
    values: { versions: 'core-1 1, core-1 2' },
  });
});

test('without a score of trust nothing is said but that', () => {
  const rows = madeScores([{ person: 'p0', scale: 'skill', score: 2 }]);
  expect(trustLevel.compute({ scores: rows, pairs: madePairs(1) }, CONTEXT)).toMatchObject({
    reason: 'not-recorded',
  });
});
