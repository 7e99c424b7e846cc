import { expect, test } from 'vitest';
import { madePairs, madeScores } from '../measures/made-scores.ts';
import { selfAndOther } from './self-and-other.ts';

const PAIRS = { ...madePairs(3), mentor: ['ann', 'ann', 'ben'], mentee: ['p0', 'p1', 'p2'] };

function figures(scores: readonly { person: string; about?: string; wave?: string; score: number }[]) {
  const rows = madeScores(scores.map((score) => ({ ...score, scale: 'honesty' })));
  const found = selfAndOther(rows, PAIRS, 'honesty');
  if ('reason' in found) throw new Error(found.reason);
  return new Map(found.map((figure) => [figure.key, figure]));
}

test('a mentor who rates herself 5 while two mentees rate her 3 and 4 sees herself 1.5 points higher', () => {
  const found = figures([
    { person: 'ann', score: 5 },
    { person: 'p0', about: 'ann', score: 3 },
    { person: 'p1', about: 'ann', score: 4 },
  ]);
  expect(found.get('mentors-about-themselves')).toMatchObject({ value: 5, n: 1, asked: 2 });
  expect(found.get('mentors-self-view-gap')).toMatchObject({ value: 1.5, n: 1, asked: 2 });
  // Ben's own view and his mentee's view may lie 4 points apart either way.
  expect(found.get('mentors-self-view-gap')!.bounds).toEqual([-1.25, 2.75]);
  expect(found.get('mentees-about-mentors')).toMatchObject({ value: 3.5, n: 2, asked: 3 });
});

test('who speaks of herself by name or without one says the same, and it never counts as a view of the other', () => {
  const named = figures([{ person: 'p0', about: 'p0', score: 4 }]);
  expect(named.get('mentees-about-themselves')).toMatchObject({ value: 4, n: 1, asked: 3 });
  expect(named.get('mentees-about-mentors')?.n ?? 0).toBe(0);
});

test('a side that never speaks of itself has no such figure', () => {
  const found = figures([{ person: 'p0', about: 'ann', score: 4 }]);
  expect([...found.keys()]).toEqual(['mentees-about-mentors', 'mentors-about-mentees']);
});
