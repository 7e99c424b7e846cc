import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** The eigenvalues of a symmetric matrix and the directions they belong to. */
export interface SymmetricEigen {
  /** The eigenvalues, in no particular order. */
  readonly values: Float64Array;
  /** The matrix of eigenvectors by rows of the original space: column k belongs to `values[k]`. */
  readonly vectors: Float64Array;
}

/**
 * The eigenvalues and eigenvectors of a small symmetric matrix.
 *
 * Use it for matrices up to about 100 × 100. It assumes symmetry; only the upper half is read.
 *
 * Shape: `matrix` is `size` × `size` by rows and is left unchanged; size 0 gives empty arrays.
 *
 * @throws RangeError when an entry is not finite
 * @see Golub, G. & Van Loan, C. (2013). Matrix Computations, 4th ed., section 8.3 (tridiagonal QL, by ml-matrix)
 * @see symmetric-eigen.oracle.R (R's `eigen`)
 * @example
 * [...symmetricEigen(Float64Array.of(3, 0, 0, 5), 2).values]
 * // => [3, 5]
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const whole = Matrix.zeros(size, size);
  for (let row = 0; row < size; row++) {
    for (let column = row; column < size; column++) {
      const entry = matrix[row * size + column]!;
      if (!Number.isFinite(entry)) {
        throw new RangeError(`symmetricEigen: matrix[${row * size + column}] is ${entry}; it must be finite`);
      }
      whole.set(row, column, entry);
      whole.set(column, row, entry);
    }
  }
  const vectors = new Float64Array(size * size);
  if (size === 0) return { values: new Float64Array(0), vectors };
  const found = new EigenvalueDecomposition(whole, { assumeSymmetric: true });
  const directions = found.eigenvectorMatrix;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) vectors[row * size + column] = directions.get(row, column);
  }
  return { values: Float64Array.from(found.realEigenvalues), vectors };
}
