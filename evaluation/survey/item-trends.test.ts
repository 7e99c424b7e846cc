import { expect, test } from 'vitest';
import { itemResponses } from './item-responses.ts';
import { itemTrends } from './item-trends.ts';
import { answersOnly, type GivenAnswer } from './survey.fixture.ts';

const trends = (given: readonly GivenAnswer[]) =>
  itemTrends(itemResponses(answersOnly(given), {}, 1000), undefined, 5);

/** So many people of whom so many agree; the first has the given number. */
const round = (wave: string, people: number, agree: number, first: number): GivenAnswer[] =>
  Array.from({ length: people }, (_, i) => ({
    person: `p${first + i}`,
    about: `m${first + i}`,
    wave,
    answer: i < agree ? '4' : '3',
  }));

test('two groups of people: 68 of 81 against 61 of 79, 6.74 more in 100, from 5.59 fewer to 18.94 more', () => {
  const [trend] = trends([...round('during1', 79, 61, 0), ...round('during2', 81, 68, 200)]);
  expect(trend!.waves.map(({ wave, answered, agree }) => [wave, answered, agree])).toEqual([
    ['during1', 79, 61],
    ['during2', 81, 68],
  ]);
  const { groups, estimate, range95 } = trend!.change!;
  expect(groups).toBe('two-groups');
  expect([estimate, ...range95!].map((value) => (100 * value).toFixed(2))).toEqual([
    '6.74',
    '-5.59',
    '18.94',
  ]);
});

test('of the same people it is their own change, whichever way each went', () => {
  // Of twenty, ten agreed first; after, those ten and five more.
  const [trend] = trends([...round('before', 20, 10, 0), ...round('after', 20, 15, 0)]);
  expect(trend!.change).toMatchObject({ groups: 'same-people', estimate: 0.25, n: 20 });
});

test('one wave, or a wave that nobody answered, is no trend', () => {
  expect(trends(round('before', 20, 10, 0))).toEqual([]);
  const silent = round('after', 5, 0, 0).map((answer) => ({ ...answer, answer: '' }));
  expect(trends([...round('before', 20, 10, 0), ...silent])).toEqual([]);
});
