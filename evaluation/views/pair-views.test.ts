import { expect, test } from 'vitest';
import { madePairs, madeScores, type MadeScore } from '../measures/made-scores.ts';
import type { PairRows } from '../study/program-rows.ts';
import { pairViews } from './pair-views.ts';

/** One mentor with three mentees, and a pair of its own. */
const PAIRS: PairRows = {
  ...madePairs(4),
  mentor: ['ann', 'ann', 'ann', 'ben'],
  mentee: ['cleo', 'dev', 'eli', 'fay'],
};

const views = (
  scores: readonly Omit<MadeScore, 'scale'>[],
  several: 'for-each' | 'for-none' = 'for-none',
) => {
  const rows = madeScores(scores.map((score) => ({ ...score, scale: 'trust' })));
  const { byMentee, byMentor } = pairViews(rows, PAIRS, { scale: 'trust', wave: 'after', several });
  return { byMentee: [...byMentee], byMentor: [...byMentor] };
};
const NONE = Number.NaN;

test('whom a score speaks of decides the pair and the direction', () => {
  expect(
    views([
      { person: 'cleo', about: 'ann', score: 4 },
      { person: 'ann', about: 'dev', score: 3 },
      { person: 'ben', about: 'fay', score: 2 },
    ]),
  ).toEqual({ byMentee: [4, NONE, NONE, NONE], byMentor: [NONE, 3, NONE, 2] });
});

test('without a name it speaks of the only other; of several it counts for each or for none', () => {
  const scores = [
    { person: 'fay', score: 5 },
    { person: 'ann', score: 3 },
  ];
  expect(views(scores)).toEqual({
    byMentee: [NONE, NONE, NONE, 5],
    byMentor: [NONE, NONE, NONE, NONE],
  });
  expect(views([...scores, { person: 'ann', about: 'dev', score: 1 }], 'for-each').byMentor).toEqual([
    3,
    1,
    3,
    NONE,
  ]);
});

test('about oneself, about a stranger, and at another wave it says nothing of the pair', () => {
  expect(
    views([
      { person: 'fay', about: 'fay', score: 5 },
      { person: 'fay', about: 'cleo', score: 5 },
      { person: 'fay', about: 'ben', score: 5, wave: 'during1' },
    ]).byMentee,
  ).toEqual([NONE, NONE, NONE, NONE]);
});

test('who is a mentor in one pair and a mentee in another has to say of whom a score speaks', () => {
  const chain: PairRows = { ...madePairs(2), mentor: ['ann', 'ben'], mentee: ['ben', 'cleo'] };
  const rows = madeScores([{ person: 'ben', scale: 'trust', score: 4 }]);
  const { byMentee, byMentor } = pairViews(rows, chain, {
    scale: 'trust',
    wave: 'after',
    several: 'for-each',
  });
  expect([...byMentee, ...byMentor]).toEqual([NONE, NONE, NONE, NONE]);
});
