import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { leftOutShifts } from './left-out-shifts.ts';

interface Recorded {
  readonly outcome: number[];
  readonly treated: number[];
  readonly characteristics: number[][][];
}

function shiftsOf({ outcome, treated, characteristics }: Recorded) {
  return leftOutShifts({
    outcome: Float64Array.from(outcome),
    treated: Uint8Array.from(treated),
    characteristics: characteristics.map((own) => own.map((column) => Float64Array.from(column))),
  });
}

oracle<Recorded, { difference: number; shifts: number[] }>(
  import.meta.url,
  'left-out-shifts',
  (input, expected) => {
    const found = shiftsOf(input)!;
    const size = Math.abs(expected.difference);
    expectClose(found.difference, expected.difference, 1e-8);
    found.shifts.forEach((shift, i) =>
      expect(Math.abs(shift - expected.shifts[i]!)).toBeLessThan(1e-8 * size),
    );
  },
);

const people = fc.array(
  fc.record({
    y: fc.integer({ min: -20, max: 20 }),
    x: fc.integer({ min: -5, max: 5 }),
    treated: fc.constantFrom(0, 1),
  }),
  { minLength: 8, maxLength: 40 },
);

test('the order of people does not matter, and swapped groups turn the signs', () => {
  fc.assert(
    fc.property(people, (rows) => {
      const of = (list: typeof rows, flip: boolean) =>
        shiftsOf({
          outcome: list.map(({ y }) => y),
          treated: list.map(({ treated }) => (flip ? 1 - treated : treated)),
          characteristics: [[list.map(({ x }) => x)]],
        });
      const found = of(rows, false);
      const [turned, swapped] = [of(rows.toReversed(), false), of(rows, true)];
      expect([turned, swapped].includes(undefined)).toBe(found === undefined);
      if (!found) return;
      expect(turned!.difference).toBeCloseTo(found.difference, 8);
      expect(swapped!.shifts[0]!).toBeCloseTo(-found.shifts[0]!, 8);
    }),
  );
});

test('a characteristic that is alike in both groups and one that never varies move nothing', () => {
  const found = shiftsOf({
    outcome: [5, 1, 4, 2],
    treated: [1, 1, 0, 0],
    characteristics: [[[1, 2, 1, 2]], [[7, 7, 7, 7]]],
  })!;
  expect(found.difference).toBeCloseTo(0, 12);
  for (const shift of found.shifts) expect(shift).toBeCloseTo(0, 12);
});

test('one group alone, or a characteristic that is the group itself, gives no difference', () => {
  expect(shiftsOf({ outcome: [1, 2], treated: [1, 1], characteristics: [] })).toBeUndefined();
  expect(
    shiftsOf({ outcome: [1, 2, 3], treated: [1, 0, 0], characteristics: [[[2, 1, 1]]] }),
  ).toBeUndefined();
});

test('columns of other lengths and values that are not finite are refused', () => {
  expect(() => shiftsOf({ outcome: [1], treated: [1, 0], characteristics: [] })).toThrow(RangeError);
  expect(() => shiftsOf({ outcome: [1, Number.NaN], treated: [1, 0], characteristics: [] })).toThrow(
    RangeError,
  );
});
