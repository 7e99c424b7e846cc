import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { newtonStep } from './newton-step.ts';
import { whitening } from './whitening.ts';

/** T'GT of a matrix. */
function whitened(gram: Float64Array, size: number): number[][] {
  const { transform, kept } = whitening(gram, size);
  const rank = kept.length;
  return kept.map((_, a) =>
    kept.map((__, b) => {
      let sum = 0;
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          sum += transform[i * rank + a]! * gram[i * size + j]! * transform[j * rank + b]!;
        }
      }
      return sum;
    }),
  );
}

test('the change of columns makes the matrix the identity', () => {
  const gram = Float64Array.of(4, 2, 0.6, 2, 10, 1, 0.6, 1, 1e6);
  for (const [i, row] of whitened(gram, 3).entries()) {
    for (const [j, value] of row.entries()) expect(Math.abs(value - (i === j ? 1 : 0))).toBeLessThan(1e-14);
  }
});

test('by hand: [4, 2; 2, 5] has the factor 2, 1; 0, 2, so T is 1/2, −1/4; 0, 1/2', () => {
  expect(whitening(Float64Array.of(4, 2, 2, 5), 2).transform).toEqual(Float64Array.of(0.5, -0.25, 0, 0.5));
});

test('a zero column and a sum of earlier columns are dropped, and the rest is whitened without them', () => {
  // Columns a, 0, b, a + b with a'a = 2, a'b = 1, b'b = 3.
  const gram = Float64Array.of(2, 0, 1, 3, 0, 0, 0, 0, 1, 0, 3, 4, 3, 0, 4, 7);
  const { kept, dropped, transform } = whitening(gram, 4);
  expect(kept).toEqual([0, 2]);
  expect(dropped).toEqual([1, 3]);
  expect([...transform.subarray(2, 4), ...transform.subarray(6, 8)]).toEqual([0, 0, 0, 0]);
  expectClose(whitened(gram, 4)[1]![1]!, 1, 1e-14);
  expect(Math.abs(whitened(gram, 4)[0]![1]!)).toBeLessThan(1e-15);
});

test('nothing is kept of nothing', () => {
  expect(whitening(new Float64Array(0), 0)).toEqual({
    kept: [],
    dropped: [],
    transform: new Float64Array(0),
  });
});

test('a step solves curvature × step = slope, by hand, and leaves a flat direction alone', () => {
  // 4 × 1 + 2 × 0.5 = 5; 2 × 1 + 5 × 0.5 = 4.5
  const step = newtonStep(Float64Array.of(4, 2, 0, 2, 5, 0, 0, 0, 0), Float64Array.of(5, 4.5, 1));
  expectClose(step[0]!, 1, 1e-14);
  expectClose(step[1]!, 0.5, 1e-14);
  expect(step[2]).toBe(0);
});
