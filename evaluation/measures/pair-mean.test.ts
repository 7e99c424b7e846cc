import { expect, test } from 'vitest';
import { linkedPairs } from '../study/linked-pairs.ts';
import { pairMean } from './pair-mean.ts';
import { workedPairs } from './worked-tables.ts';

function mean(values: readonly number[], mentors: readonly string[] = [], atBest = values) {
  const pairs = workedPairs(values.map((_, i) => (mentors[i] === undefined ? {} : { mentor: mentors[i] })));
  return pairMean({
    key: 'items',
    values: Float64Array.from(values),
    atBest: Float64Array.from(atBest),
    known: values.length,
    clusters: linkedPairs(pairs),
    pairs,
    need: 10,
  });
}

test("six pairs with mentors of their own have the ordinary mean and Student's range", () => {
  // R: t.test(c(.8, .6, .9, .4, .7, .5))
  const { value, range95 } = mean([0.8, 0.6, 0.9, 0.4, 0.7, 0.5]);
  expect(value).toBeCloseTo(0.65, 12);
  expect(range95![0]).toBeCloseTo(0.4536685693, 9);
  expect(range95![1]).toBeCloseTo(0.8463314307, 9);
});

test('a range does not leave 0 to 1', () => {
  expect(mean([1, 1, 1, 1, 1, 0.1]).range95![1]).toBe(1);
});

test('too few groups, and values that are all the same, have a reason in place of a range', () => {
  expect(mean([0.8, 0.6, 0.9, 0.4])).toMatchObject({ range95: null, noRange: 'few-clusters' });
  expect(mean([0.8, 0.6, 0.9, 0.4, 0.7, 0.5], ['a', 'a', 'a', 'b', 'b', 'b'])).toMatchObject({
    noRange: 'few-clusters',
  });
  expect(mean([0.5, 0.5, 0.5, 0.5, 0.5, 0.5])).toMatchObject({
    value: 0.5,
    range95: null,
    noRange: 'all-alike',
  });
  expect(mean([])).toMatchObject({ value: { reason: 'nothing-due' }, noRange: 'no-figure' });
  expect(mean([0.5])).toMatchObject({ value: 0.5, noRange: 'few-clusters' });
});

test('unknown pairs count as 0 and widen the bounds', () => {
  expect(mean([0.8, 0.6, 0], [], [0.8, 0.6, 1])).toMatchObject({
    asked: 3,
    bounds: [expect.closeTo(1.4 / 3), expect.closeTo(0.8)],
  });
});
