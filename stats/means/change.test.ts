import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { pairedChange } from './paired-change.ts';
import { reliableChange, reliableChangeThreshold } from './reliable-change.ts';
import { standardisedChange } from './standardised-change.ts';
import { unpairedChange, unpairedChangeOfShares } from './unpaired-change.ts';

interface Recorded {
  readonly method: 'paired' | 'unpaired' | 'threshold' | 'counted';
  readonly before: number[];
  readonly after: number[];
  readonly clusters: number[];
  readonly first: number[];
  readonly second: number[];
  readonly spread: number;
  readonly reliability: number;
  readonly threshold: number;
}
interface Answer {
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly range: [number, number];
  readonly g: number;
}

const floats = (values: readonly number[]): Float64Array => Float64Array.from(values);
const codes = (values: readonly number[]): Int32Array => Int32Array.from(values);
const alone = (values: readonly number[]) => ({
  values: floats(values),
  clusters: codes(values.map((_, i) => i)),
});

function paired(before: readonly number[], after: readonly number[], clusters = before.map((_, i) => i)) {
  const people = { before: floats(before), after: floats(after), clusters: codes(clusters), level: 0.95 };
  const found = pairedChange(people);
  if (found.kind !== 'change') throw new RangeError(found.reason);
  return found;
}

oracle<Recorded, Answer | number | number[]>(import.meta.url, 'change', (input, expected) => {
  if (input.method === 'threshold') {
    return expectClose(reliableChangeThreshold(input.spread, input.reliability), expected as number, 1e-14);
  }
  const [before, after] = [floats(input.before), floats(input.after)];
  if (input.method === 'counted') {
    const { increased, unchanged, decreased } = reliableChange(before, after, input.threshold);
    return expect([increased, unchanged, decreased]).toEqual(expected);
  }
  const right = expected as Answer;
  const found =
    input.method === 'paired'
      ? paired(input.before, input.after, input.clusters)
      : unpairedChange(
          { values: before, clusters: codes(input.first) },
          { values: after, clusters: codes(input.second) },
          0.95,
        );
  if (found.kind !== 'change') throw new RangeError(found.reason);
  expectClose(found.estimate, right.estimate, 1e-9);
  expectClose(found.range![0], right.range[0], 1e-8);
  expectClose(found.range![1], right.range[1], 1e-8);
  if (found.groups === 'independent-groups') return expect(found.n).toEqual([before.length, after.length]);
  expectClose(found.standardError, right.standardError, 1e-9);
  expectClose(found.degreesOfFreedom, right.degreesOfFreedom, 1e-8);
  expectClose(standardisedChange(before, after)!, right.g, 1e-12);
});

test('the worked skill change is 0.375 (0.0794 to 0.6706), g 0.6662', () => {
  const before = [3, 3.25, 2.75, 4, 3.5, 3.25, 2.5, 3.75];
  const after = [3.5, 3.25, 3.5, 4.25, 3.25, 4, 3, 4.25];
  const { estimate, range } = paired(before, after);
  const g = standardisedChange(floats(before), floats(after))!;
  expect([estimate, ...range!, g].map((value) => value.toFixed(4))).toEqual([
    '0.3750',
    '0.0794',
    '0.6706',
    '0.6662',
  ]);
});

test('with a standard deviation of 0.6 and alpha 0.80 a change must pass 0.7438', () => {
  expect(reliableChangeThreshold(0.6, 0.8).toFixed(4)).toBe('0.7438');
});

test('68 of 81 after 61 of 79 is +6.74 in 100 (−5.59 to 18.94), of independent groups', () => {
  const found = unpairedChangeOfShares({ events: 61, people: 79 }, { events: 68, people: 81 }, 0.95);
  if (found.kind !== 'change') throw new RangeError(found.reason);
  const digits = [found.estimate, ...found.range!].map((share) => (100 * share).toFixed(2));
  expect(digits).toEqual(['6.74', '-5.59', '18.94']);
  expect(found.groups).toBe('independent-groups');
});

test('nobody at both times, or at one, is a reason and no change', () => {
  expect(pairedChange({ before: floats([]), after: floats([]), clusters: codes([]), level: 0.95 })).toEqual({
    kind: 'missing',
    reason: 'nobody-both-times',
  });
  const none = { kind: 'missing', reason: 'nobody-at-one-time' };
  expect(unpairedChange(alone([]), alone([3]), 0.95)).toEqual(none);
  expect(unpairedChange(alone([3]), alone([]), 0.95)).toEqual(none);
  expect(unpairedChangeOfShares({ events: 0, people: 0 }, { events: 1, people: 2 }, 0.95)).toEqual(none);
});

test('one person, or one cluster at one time, has a change without a range', () => {
  expect(paired([1], [3])).toMatchObject({ estimate: 2, range: null, n: 1 });
  const lone = unpairedChange(alone([1]), alone([2, 4]), 0.95);
  expect(lone).toMatchObject({ kind: 'change', range: null });
  expectClose(lone.kind === 'change' ? lone.estimate : Number.NaN, 2, 1e-14);
  expect(standardisedChange(floats([1, 2]), floats([2, 4]))).toBeUndefined();
});

test('values before that do not vary have no standardised change', () => {
  expect(standardisedChange(floats([0.1, 0.1, 0.1]), floats([1, 2, 3]))).toBeUndefined();
});

test('swapping the times turns the sign, and every change is counted once', () => {
  const score = fc.double({ min: 1, max: 5, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score), { minLength: 4, maxLength: 30 }), (people) => {
      const [before, after] = [people.map(([a]) => a), people.map(([, b]) => b)];
      const [there, back] = [paired(before, after), paired(after, before)];
      expectClose(there.estimate, -back.estimate, 1e-12);
      expectClose(there.range![0], -back.range![1], 1e-9);
      const apart = unpairedChange(alone(before), alone(after), 0.95);
      const turned = unpairedChange(alone(after), alone(before), 0.95);
      if (apart.kind !== 'change' || turned.kind !== 'change') throw new RangeError('both times have people');
      expectClose(apart.estimate, there.estimate, 1e-9);
      expectClose(apart.range![0], -turned.range![1], 1e-9);
      const counts = reliableChange(floats(before), floats(after), 0.5);
      const reversed = reliableChange(floats(after), floats(before), 0.5);
      expect(counts.increased + counts.unchanged + counts.decreased).toBe(people.length);
      expect(counts.increased).toBe(reversed.decreased);
      expect(reliableChange(floats(before), floats(after), 4.01).unchanged).toBe(people.length);
    }),
  );
});

test('unequal lists, values that are no numbers and impossible thresholds are refused', () => {
  expect(() => paired([1, 2], [1])).toThrow(RangeError);
  expect(() => paired([1, Number.NaN], [1, 2])).toThrow(RangeError);
  expect(() => standardisedChange(floats([1]), floats([1, 2]))).toThrow(RangeError);
  expect(() => reliableChange(floats([1]), floats([1, 2]), 1)).toThrow(RangeError);
  expect(() => reliableChange(floats([1]), floats([Number.NaN]), 1)).toThrow(RangeError);
  expect(() => reliableChange(floats([1]), floats([2]), -1)).toThrow(RangeError);
  expect(() => reliableChangeThreshold(-1, 0.8)).toThrow(RangeError);
  expect(() => reliableChangeThreshold(1, 1.1)).toThrow(RangeError);
  const lopsided = { values: floats([1, 2]), clusters: codes([0]) };
  expect(() => unpairedChange(lopsided, alone([1]), 0.95)).toThrow(RangeError);
});
