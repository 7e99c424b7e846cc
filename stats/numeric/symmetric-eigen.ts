/** Jacobi needs 6 to 10 sweeps for double precision (Golub & Van Loan 2013, section 8.5); more means bad input. */
const MOST_SWEEPS = 40;

/** The eigenvalues of a symmetric matrix and the directions they belong to. */
export interface SymmetricEigen {
  /** The eigenvalues, in no particular order. */
  readonly values: Float64Array;
  /** The matrix of eigenvectors by rows of the original space: column k belongs to `values[k]`. */
  readonly vectors: Float64Array;
}

/**
 * The eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations.
 *
 * Use it for matrices up to about 30 × 30. It assumes symmetry; only the upper half is read.
 *
 * Shape: `matrix` is `size` × `size` by rows and is left unchanged; size 0 gives empty arrays.
 *
 * @throws RangeError when an entry is not finite
 * @see Golub, G. & Van Loan, C. (2013). Matrix Computations, 4th ed., section 8.5.
 * @see symmetric-eigen.oracle.R (R's `eigen`)
 * @example
 * symmetricEigen(Float64Array.of(3, 0, 0, 5), 2).values
 * // => Float64Array.of(3, 5)
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = new Float64Array(size * size);
  let total = 0;
  for (let row = 0; row < size; row++) {
    for (let column = row; column < size; column++) {
      const entry = matrix[row * size + column]!;
      a[row * size + column] = a[column * size + row] = entry;
      total += entry * entry;
    }
  }
  const vectors = new Float64Array(size * size);
  for (let k = 0; k < size; k++) vectors[k * size + k] = 1;
  if (!(total < Infinity)) throw new RangeError('symmetricEigen: matrix has an entry that is not finite');
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += a[p * size + q]! ** 2;
    if (off <= total * 1e-36) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
  }
  return { values: Float64Array.from({ length: size }, (_, k) => a[k * size + k]!), vectors };
}

/** Turns the plane of p and q so that the entry between them becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const between = a[p * size + q]!;
  if (between === 0) return;
  const slope = (a[q * size + q]! - a[p * size + p]!) / (2 * between);
  const tangent = Math.sign(slope || 1) / (Math.abs(slope) + Math.sqrt(1 + slope * slope));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  a[p * size + p]! -= tangent * between;
  a[q * size + q]! += tangent * between;
  a[p * size + q] = a[q * size + p] = 0;
  for (let k = 0; k < size; k++) {
    const vp = vectors[k * size + p]!;
    const vq = vectors[k * size + q]!;
    vectors[k * size + p] = cosine * vp - sine * vq;
    vectors[k * size + q] = sine * vp + cosine * vq;
    if (k === p || k === q) continue;
    const kp = a[k * size + p]!;
    const kq = a[k * size + q]!;
    a[k * size + p] = a[p * size + k] = cosine * kp - sine * kq;
    a[k * size + q] = a[q * size + k] = sine * kp + cosine * kq;
  }
}
