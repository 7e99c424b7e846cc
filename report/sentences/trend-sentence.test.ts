import { expect, test } from 'vitest';
import type { ShownShareChange, ShownWaveView } from '#evaluation/views/shown-views.ts';
import { trendSentences } from './trend-sentence.ts';

const wave = (name: string, n: number, count: number) => ({
  wave: name,
  asked: 91,
  n,
  count,
  value: count / n,
  range95: null,
  range80: null,
  range50: null,
  words: null,
  hidden: false,
});
const view = (
  change: ShownShareChange | null,
  counts: readonly [before: readonly [number, number], last: readonly [number, number]],
): ShownWaveView => ({
  scale: 'satisfaction',
  who: 'mentees',
  about: 'anything',
  changed: null,
  waves: [wave('during1', ...counts[0]), wave('during2', ...counts[1])],
  change,
});

test('52 of 90 in the first round, 68 of 81 in the second: 26 more in 100, likely 13 to 38 more', () => {
  const change = { direction: 'rose', estimate: 0.26, range95: [0.13, 0.38] } as const;
  expect(
    trendSentences([
      view(change, [
        [90, 52],
        [81, 68],
      ]),
    ]),
  ).toEqual([
    'Satisfaction, mentees: 68 of 81 agreed during the program, round 2, 52 of 90 during the program, round 1: 26 more in 100 (likely 13 more to 38 more).',
  ]);
});

test('what is unclear is told together with what too few people answered', () => {
  const change = { direction: 'unclear', estimate: 0.067, range95: [-0.056, 0.19] } as const;
  const other = {
    ...view(null, [
      [10, 8],
      [9, 7],
    ]),
    scale: 'trust',
    who: 'mentors' as const,
  };
  expect(
    trendSentences([
      view(change, [
        [79, 61],
        [81, 68],
      ]),
      other,
    ]),
  ).toEqual(['Of these we cannot say that they changed: Satisfaction (mentees) and Trust (mentors).']);
});

test('a change without numbers says only which way', () => {
  const change = { direction: 'fell', estimate: null, range95: null } as const;
  const [sentence] = trendSentences([
    view(change, [
      [80, 78],
      [80, 50],
    ]),
  ]);
  expect(sentence).toContain('fewer agree than before');
  expect(sentence).not.toMatch(/78|50 of/);
});

test('many scales of which nothing can be said are counted, not named', () => {
  const one = view(null, [
    [10, 8],
    [9, 7],
  ]);
  expect(trendSentences(Array.from({ length: 7 }, () => one))).toEqual([
    'Of 7 scales we cannot say that they changed; the tables have their numbers.',
  ]);
});
