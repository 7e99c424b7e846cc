import { expect, test } from 'vitest';
import { listening } from './listening.ts';
import { madePairs, madeScores } from './made-scores.ts';

test('the whole scale goes before its listening part, which counts where a scores file knows no other', () => {
  const value = (scales: readonly string[]) => {
    const scores = madeScores(scales.map((scale, i) => ({ person: 'p0', about: 'm0', scale, score: 3 + i })));
    const found = listening.compute(
      { scores, pairs: madePairs(1) },
      {} as Parameters<typeof listening.compute>[1],
    );
    if ('reason' in found) throw new Error(found.reason);
    return found[0]!.value;
  };
  expect(value(['listening', 'listening-and-feedback'])).toBe(4);
  expect(value(['listening'])).toBe(3);
});
