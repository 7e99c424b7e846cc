import { expect, test } from 'vitest';
import { changeBounds } from './change-bounds.ts';

const NONE = Number.NaN;
const ENDS = [1, 5] as const;

test('the bounds are the least and the greatest difference over every way to fill the unknown values', () => {
  const treated = Uint8Array.of(1, 1, 1, 0, 0);
  const after = [4, NONE, 3, NONE, 2];
  const before = [3, 2, NONE, NONE, 4];
  const differences = everyFilling([...after, ...before], ENDS).map((values) => {
    const change = values.slice(0, 5).map((value, i) => value - values[5 + i]!);
    return (change[0]! + change[1]! + change[2]!) / 3 - (change[3]! + change[4]!) / 2;
  });
  const bounds = changeBounds(
    { treated },
    { after: Float64Array.from(after), before: Float64Array.from(before), ends: ENDS },
  )!;
  expect(bounds[0]).toBeCloseTo(Math.min(...differences), 12);
  expect(bounds[1]).toBeCloseTo(Math.max(...differences), 12);
});

test('with everything known the bounds are the difference itself; with an empty arm there are none', () => {
  const waves = { after: Float64Array.of(4, 2), before: Float64Array.of(3, 4), ends: ENDS };
  expect(changeBounds({ treated: Uint8Array.of(1, 0) }, waves)).toEqual([3, 3]);
  expect(changeBounds({ treated: Uint8Array.of(1, 1) }, waves)).toBeNull();
});

/** Every list with each gap at one of the two ends; a mean is linear, so nothing in between can be more extreme. */
function everyFilling(values: readonly number[], ends: readonly [number, number]): number[][] {
  const gap = values.findIndex((value) => Number.isNaN(value));
  if (gap < 0) return [[...values]];
  return ends.flatMap((end) => everyFilling(values.with(gap, end), ends));
}
