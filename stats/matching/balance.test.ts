import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { standardisedDifference } from './standardised-difference.ts';
import { varianceRatio } from './variance-ratio.ts';

interface Columns {
  column: number[];
  treated: number[];
  weights: number[];
}

function columns({ column, treated, weights }: Columns): {
  column: Float64Array;
  treated: Uint8Array;
  weights: Float64Array;
} {
  return {
    column: Float64Array.from(column),
    treated: Uint8Array.from(treated),
    weights: Float64Array.from(weights),
  };
}

oracle<Columns, { difference: number; ratio: number }>(import.meta.url, 'balance', (input, expected) => {
  expectClose(standardisedDifference(columns(input))!, expected.difference, 1e-11);
  expectClose(varianceRatio(columns(input))!, expected.ratio, 1e-11);
});

const two = { column: [1, 3, 1, 1], treated: [1, 1, 0, 0], weights: [1, 1, 1, 1] };

test('swapping the groups turns the sign when their spread is the same', () => {
  const one = { column: [1, 3, 2, 4], treated: [1, 1, 0, 0], weights: [1, 1, 1, 1] };
  const other = { ...one, treated: [0, 0, 1, 1] };
  expectClose(standardisedDifference(columns(one))!, -1 / Math.SQRT2, 1e-15);
  expectClose(standardisedDifference(columns(other))!, 1 / Math.SQRT2, 1e-15);
});

test('the spread is that of all participants, also when only some were matched', () => {
  // Participants 1, 3, 8: variance 13; matched ones 1 and 3 with mean 2 against 1.
  const some = { column: [1, 3, 8, 1, 1], treated: [1, 1, 1, 0, 0], weights: [1, 1, 0, 1, 1] };
  expectClose(standardisedDifference(columns(some))!, 1 / Math.sqrt(13), 1e-15);
});

test('a named spread leaves people out of it', () => {
  const some = { column: [1, 3, 8, 1, 1], treated: [1, 1, 1, 0, 0], weights: [1, 1, 0, 1, 1] };
  const spread = Float64Array.of(1, 1, 0, 1, 1);
  expectClose(standardisedDifference({ ...columns(some), spread })!, 1 / Math.SQRT2, 1e-15);
});

test('a characteristic that is the same for everybody does not differ', () => {
  const same = {
    column: [0.1, 0.1, 0.1, 0.1, 0.1],
    treated: [1, 1, 0, 0, 0],
    weights: [1, 1, 1 / 3, 1 / 3, 0.7],
  };
  expect(standardisedDifference(columns(same))).toBe(0);
  expect(varianceRatio(columns({ ...two, column: [1, 3, 5, 5] }))).toBeUndefined();
});

test('a difference that cannot be measured in spreads, or a group of nobody, has no answer', () => {
  expect(standardisedDifference(columns({ ...two, column: [2, 2, 1, 3] }))).toBe(0);
  expect(standardisedDifference(columns({ ...two, column: [2, 2, 1, 4] }))).toBeUndefined();
  expect(standardisedDifference(columns({ ...two, weights: [1, 1, 0, 0] }))).toBeUndefined();
  expect(standardisedDifference(columns({ ...two, treated: [1, 0, 0, 0] }))).toBeUndefined();
  expect(standardisedDifference(columns({ column: [], treated: [], weights: [] }))).toBeUndefined();
  expect(varianceRatio(columns({ ...two, treated: [1, 0, 0, 0] }))).toBeUndefined();
});

test('lists of different lengths and weights below 0 are refused', () => {
  expect(() => standardisedDifference(columns({ ...two, weights: [1] }))).toThrow(RangeError);
  expect(() => varianceRatio(columns({ ...two, weights: [1, -2, 1, 1] }))).toThrow(RangeError);
});
