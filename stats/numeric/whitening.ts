/**
 * A column whose part not explained by earlier columns is smaller than this share of its squared length is dropped.
 * A square root of the double's 16 digits would be 1e-8 in length, 1e-16 in square; 1e-10 leaves 5 digits to spare.
 */
const LEAST_PIVOT = 1e-10;

/** What `whitening` found in a matrix of products. */
export interface Whitening {
  /** The columns that carry something of their own, ascending. */
  readonly kept: readonly number[];
  /** The columns that are zero or a combination of earlier ones, ascending. */
  readonly dropped: readonly number[];
  /** The matrix T, `size` × `kept.length` by rows, with T'GT = 1; rows of dropped columns are 0. */
  readonly transform: Float64Array;
}

/**
 * The change of columns that makes a matrix of products the identity, by Cholesky of the column-scaled matrix.
 *
 * Use it to solve least squares (`T T' b` solves `G x = b`) and to see which columns repeat others.
 * It assumes a symmetric matrix without negative eigenvalues, up to rounding.
 *
 * Shape: `gram` is `size` × `size`; size 0 gives an empty transform.
 *
 * @see Golub, G. & Van Loan, C. (2013). Matrix Computations, 4th ed., section 4.2.
 * @see whitening.test.ts
 * @example
 * [...whitening(Float64Array.of(4, 0, 0, 25), 2).transform]
 * // => [0.5, 0, 0, 0.2]
 */
export function whitening(gram: Float64Array, size: number): Whitening {
  const kept: number[] = [];
  const dropped: number[] = [];
  const factor = new Float64Array(size * size);
  const lengths = Float64Array.from({ length: size }, (_, j) => Math.sqrt(Math.max(0, gram[j * size + j]!)));
  for (let j = 0; j < size; j++) {
    let pivot = 1;
    for (const [position, k] of kept.entries()) {
      let product = gram[k * size + j]! / (lengths[k]! * lengths[j]!);
      for (let m = 0; m < position; m++)
        product -= factor[kept[m]! * size + k]! * factor[kept[m]! * size + j]!;
      const entry = product / factor[k * size + k]!;
      factor[k * size + j] = entry;
      pivot -= entry * entry;
    }
    if (lengths[j]! > 0 && pivot >= LEAST_PIVOT) {
      factor[j * size + j] = Math.sqrt(pivot);
      kept.push(j);
    } else {
      dropped.push(j);
    }
  }
  return { kept, dropped, transform: invertedFactor(factor, lengths, kept) };
}

/** T = D⁻¹R⁻¹ for the upper triangular factor R of the columns kept, by back substitution. */
function invertedFactor(factor: Float64Array, lengths: Float64Array, kept: readonly number[]): Float64Array {
  const size = lengths.length;
  const rank = kept.length;
  const transform = new Float64Array(size * rank);
  for (let column = 0; column < rank; column++) {
    for (let row = column; row >= 0; row--) {
      let value = row === column ? 1 : 0;
      for (let m = row + 1; m <= column; m++) {
        value -= factor[kept[row]! * size + kept[m]!]! * transform[kept[m]! * rank + column]!;
      }
      transform[kept[row]! * rank + column] = value / factor[kept[row]! * size + kept[row]!]!;
    }
  }
  for (const k of kept)
    for (let column = 0; column < rank; column++) transform[k * rank + column]! /= lengths[k]!;
  return transform;
}
