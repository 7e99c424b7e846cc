import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { type KnownAndUnknown, manskiBounds } from './manski.ts';

/** Every way to fill unknown 0/1 answers, listed. */
function everyCompletion({ sum, known, unknown }: KnownAndUnknown): number[] {
  return Array.from({ length: unknown + 1 }, (_, yes) => (sum + yes) / (known + unknown));
}

test('the bounds of a difference of shares are the extremes of every possible completion', () => {
  const group = fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 5 }))
    .map(([yes, no, unknown]) => ({ sum: yes, known: yes + no, unknown }))
    .filter(({ known, unknown }) => known + unknown > 0);
  fc.assert(
    fc.property(group, group, (first, second) => {
      const all = everyCompletion(first).flatMap((a) => everyCompletion(second).map((b) => a - b));
      const [low, high] = manskiBounds({ first, second, lowest: 0, highest: 1 })!;
      expectClose(low, Math.min(...all), 1e-12);
      expectClose(high, Math.max(...all), 1e-12);
      const [swappedLow, swappedHigh] = manskiBounds({
        first: second,
        second: first,
        lowest: 0,
        highest: 1,
      })!;
      expect([swappedLow, swappedHigh].map((end) => end + 0)).toEqual([-high + 0, -low + 0]);
    }),
  );
});

test('fourteen of twenty with mean 4.2 on 1 to 5 lie between 3.24 and 4.44', () => {
  // Measure M26's worked example: against a group without unknown at 0 difference.
  const first = { sum: 14 * 4.2, known: 14, unknown: 6 };
  const second = { sum: 3, known: 1, unknown: 0 };
  const [low, high] = manskiBounds({ first, second, lowest: 1, highest: 5 })!;
  expectClose(low + 3, 3.24, 1e-12);
  expectClose(high + 3, 4.44, 1e-12);
});

test('without unknown answers both ends are the difference itself', () => {
  const [first, second] = [
    { sum: 9, known: 12, unknown: 0 },
    { sum: 1, known: 4, unknown: 0 },
  ];
  expect(manskiBounds({ first, second, lowest: 0, highest: 1 })).toEqual([0.5, 0.5]);
});

test('a group of nobody has no bounds; one of whom nothing is known has the widest', () => {
  const nobody = { sum: 0, known: 0, unknown: 0 };
  const silent = { sum: 0, known: 0, unknown: 3 };
  expect(manskiBounds({ first: nobody, second: silent, lowest: 0, highest: 1 })).toBeUndefined();
  expect(manskiBounds({ first: silent, second: silent, lowest: 0, highest: 1 })).toEqual([-1, 1]);
});

test('impossible counts, sums and limits are refused', () => {
  const group = { sum: 1, known: 2, unknown: 1 };
  const of = (first: Partial<KnownAndUnknown>, lowest = 0, highest = 1): (() => unknown) => {
    return () => manskiBounds({ first: { ...group, ...first }, second: group, lowest, highest });
  };
  expect(of({ unknown: -1 })).toThrow(RangeError);
  expect(of({ known: 1.5 })).toThrow(RangeError);
  expect(of({ sum: 3 })).toThrow(RangeError);
  expect(of({ sum: Number.NaN })).toThrow(RangeError);
  expect(of({}, 2, 1)).toThrow(RangeError);
});
