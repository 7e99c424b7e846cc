import { expect, test } from 'vitest';
import { scaleScores } from './scoring.ts';
import { strain1 } from './strain-1.ts';

test('a high score of strain is bad, whoever answers: mentors and similar colleagues get the same sentences', () => {
  expect(strain1.scales).toMatchObject([{ id: 'strain', better: 'lower' }]);
  expect(strain1.forms.map(({ asks }) => asks)).toEqual([['mentor', 'colleague']]);
});

test('nobody who fully agrees to everything has less strain than somebody who agrees to nothing', () => {
  const strain = (answer: string): number =>
    scaleScores(strain1, new Map(strain1.items.map(({ id }) => [id, answer])))[0]!.score;
  expect([strain('1'), strain('5')]).toEqual([1, 5]);
});
