import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { itemCovariances } from './item-covariance.ts';

test('three people on two items, by hand', () => {
  // Means 2 and 3; (1·1 + 0 + 1·1) ÷ 2, (−1·−2 + 0·1 + 1·1) ÷ 2, (4 + 1 + 1) ÷ 2.
  const { matrix, people } = itemCovariances([Float64Array.of(1, 2, 3), Float64Array.of(1, 4, 4)])();
  expect([...matrix]).toEqual([1, 1.5, 1.5, 3]);
  expect(people).toBe(3);
});

test('a person drawn twice counts like two, and one drawn never like none', () => {
  const answers = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 })),
    {
      minLength: 3,
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(answers, (people) => {
      const repeated = people.flatMap((person) => new Array<typeof person>(person[2]).fill(person));
      fc.pre(repeated.length > 1);
      const items = (rows: typeof people): Float64Array[] =>
        [0, 1].map((k) => Float64Array.from(rows, (row) => row[k as 0 | 1]));
      const drawn = itemCovariances(items(people))(Int32Array.from(people, (row) => row[2]));
      const plain = itemCovariances(items(repeated))();
      expect(drawn.people).toBe(plain.people);
      drawn.matrix.forEach((value, i) => expect(Math.abs(value - plain.matrix[i]!)).toBeLessThan(1e-12));
    }),
  );
});

test('a large constant beside the answers costs no digits', () => {
  const far = itemCovariances([Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3)])();
  expectClose(far.matrix[0]!, 1, 1e-12);
});

test('items of different length are refused', () => {
  expect(() => itemCovariances([Float64Array.of(1, 2), Float64Array.of(1)])).toThrow('items[1] has 1 people');
});
