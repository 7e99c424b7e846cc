import { expect, test } from 'vitest';
import { clusteredLeastSquares } from './clustered-least-squares.ts';

const leverage = (columns: Float64Array[], weights?: Float64Array): number => {
  const n = columns[0]!.length;
  const clusters = new Int32Array(n).map((_, i) => i);
  const outcome = Float64Array.from({ length: n }, (_, i) => i ** 2);
  return clusteredLeastSquares({ outcome, columns, clusters, ...(weights && { weights }) }).largestLeverage;
};
const ones = (n: number): Float64Array => new Float64Array(n).fill(1);

test('a mean leans on each of five people by a fifth', () => {
  expect(leverage([ones(5)])).toBeCloseTo(1 / 5, 12);
});

test('of two people against five the two carry a half each', () => {
  expect(leverage([ones(7), Float64Array.of(1, 1, 0, 0, 0, 0, 0)])).toBeCloseTo(1 / 2, 12);
});

test('with weights the heaviest carries its share of the weight', () => {
  expect(leverage([ones(4)], Float64Array.of(1, 1, 1, 7))).toBeCloseTo(0.7, 12);
});

test('on a line the far point carries 1/n plus its squared distance over all of them', () => {
  // Positions 0, 1, 2, 9: mean 3, squared distances 9 + 4 + 1 + 36 = 50.
  expect(leverage([ones(4), Float64Array.of(0, 1, 2, 9)])).toBeCloseTo(1 / 4 + 36 / 50, 12);
});

test('more people than one block holds are all looked at', () => {
  const column = new Float64Array(700);
  column[699] = 1;
  expect(leverage([ones(700), column])).toBeCloseTo(1, 12);
});
