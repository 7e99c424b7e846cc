import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

oracle<{ matrix: number[]; size: number }, number[]>(
  import.meta.url,
  'symmetric-eigen',
  ({ matrix, size }, expected) => {
    const { values, vectors } = symmetricEigen(Float64Array.from(matrix), size);
    const scale = Math.max(...expected.map(Math.abs));
    for (const [k, value] of values.toSorted().entries()) {
      expect(Math.abs(value - expected[k]!)).toBeLessThan(1e-13 * scale);
    }
    // V diag(values) V' is the matrix again, and V'V is 1.
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        let again = 0;
        let product = 0;
        for (let k = 0; k < size; k++) {
          again += vectors[i * size + k]! * values[k]! * vectors[j * size + k]!;
          product += vectors[k * size + i]! * vectors[k * size + j]!;
        }
        expect(Math.abs(again - matrix[i * size + j]!)).toBeLessThan(1e-13 * scale);
        expectClose(product, i === j ? 1 : 0, 1e-7);
      }
    }
  },
);

test('a matrix of no size has no eigenvalues', () => {
  expect(symmetricEigen(new Float64Array(0), 0).values).toHaveLength(0);
});

test('a matrix with an entry that is not finite is refused', () => {
  expect(() => symmetricEigen(Float64Array.of(1, Number.NaN, Number.NaN, 1), 2)).toThrow(RangeError);
});
