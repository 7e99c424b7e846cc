import { expect, test } from 'vitest';
import { madePairs } from '../measures/made-scores.ts';
import { linkedPeople } from './linked-people.ts';

test('people of one mentor bear one number, people without a pair one each', () => {
  const pairs = { ...madePairs(3), mentor: ['m1', 'm2', 'm1'], mentee: ['a', 'b', 'c'] };
  const [a, b, c, m1, alone, other] = linkedPeople(['a', 'b', 'c', 'm1', 'x', 'y'], pairs);
  expect([c, m1]).toEqual([a, a]);
  expect(new Set([a, b, alone, other]).size).toBe(4);
});
