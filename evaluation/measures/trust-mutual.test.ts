import { expect, test } from 'vitest';
import { madePairs, madeScores, type MadeScore } from './made-scores.ts';
import type { MeasureFigure } from './measure.ts';
import { trustMutual } from './trust-mutual.ts';

function figure(scores: readonly Omit<MadeScore, 'scale'>[], pairs = madePairs(4)): MeasureFigure {
  const rows = madeScores(scores.map((score) => ({ ...score, scale: 'trust' })));
  const found = trustMutual.compute({ scores: rows, pairs }, {} as Parameters<typeof trustMutual.compute>[1]);
  if ('reason' in found) throw new Error(found.reason);
  return found[0]!;
}

const both = (i: number, mentee: number, mentor: number) => [
  { person: `p${i}`, about: `m${i}`, score: mentee },
  { person: `m${i}`, about: `p${i}`, score: mentor },
];

test('a pair that falls silent is no longer mutual: silence, closing and deletion never raise the figure', () => {
  const all = figure([...both(0, 5, 4), ...both(1, 4, 4), ...both(2, 3, 5)]);
  const silenced = figure([...both(0, 5, 4), ...both(2, 3, 5)]);
  expect([all.value, silenced.value]).toEqual([0.5, 0.25]);
  expect(silenced.asked).toBe(all.asked);
});

test('one side that does not trust settles a pair of which the other side is silent', () => {
  const one = figure([{ person: 'p0', about: 'm0', score: 2 }, ...both(1, 4, 4)]);
  // Of four pairs one is mutual, one cannot be, two are open.
  expect(one).toMatchObject({ value: 0.25, bounds: [0.25, 0.75], n: 1, people: 2 });
});

test('a score of exactly 4 is trust, and a score just below is not', () => {
  expect(figure(both(0, 4, 4)).count).toBe(1);
  expect(figure(both(0, 4, 3.75)).count).toBe(0);
});
