import { symmetricEigen } from '#stats/numeric/symmetric-eigen.ts';

/** An eigenvalue up to this counts as 0: the cluster's rows then determine a coefficient by themselves. */
const LEAST_EIGENVALUE = 1e-10;

/** One cluster's rows, with columns for which Z'WZ = 1 and Z'W²Z is diagonal. */
export interface ClusterRows {
  /** Column k of the cluster is `z[k × stride + offset …]`. */
  readonly z: Float64Array;
  readonly stride: number;
  readonly offset: number;
  /** The number of rows of the cluster. */
  readonly rows: number;
  /** One weight per row. */
  readonly weights: Float64Array;
  /** The diagonal of Z'W²Z over all rows of all clusters. */
  readonly squares: Float64Array;
}

/**
 * One over the square root, or 0 for a number too small to be told from 0.
 *
 * @see Pustejovsky, J. & Tipton, E. (2018). 10.1080/07350015.2016.1247004, theorem 1
 * @see clustered-least-squares.oracle.R
 * @example
 * inverseRoot(4)
 * // => 0.5
 */
export function inverseRoot(value: number): number {
  return value > LEAST_EIGENVALUE ? 1 / Math.sqrt(value) : 0;
}

/**
 * One cluster's rows after the CR2 adjustment: A W Z with A = (I − H − H' + Z Z'W²Z Z')^(−1/2).
 *
 * Use it for clusters of two rows or more; it assumes the working model of equal variances.
 *
 * Shape: `rows` × columns by rows.
 *
 * @see Pustejovsky, J. & Tipton, E. (2018). Small-sample methods for cluster-robust variance estimation.
 *   10.1080/07350015.2016.1247004
 * @see clustered-least-squares.oracle.R
 * @example
 * [...adjustedRows({ z: Float64Array.of(0.6, 0), stride: 2, offset: 0, rows: 2, weights: Float64Array.of(1, 1), squares: Float64Array.of(1) })]
 * // => [0.75, 0]
 */
export function adjustedRows(cluster: ClusterRows): Float64Array {
  const columnCount = cluster.squares.length;
  return cluster.rows > 2 * columnCount ? adjustedInside(cluster) : adjustedWhole(cluster);
}

/** By the square matrix of the cluster's own rows. */
function adjustedWhole({ z, stride, offset, rows, weights, squares }: ClusterRows): Float64Array {
  const matrix = new Float64Array(rows * rows);
  const weighted = new Float64Array(rows * squares.length);
  for (let i = 0; i < rows; i++) {
    for (let j = i; j < rows; j++) {
      let hat = 0;
      let square = 0;
      for (let k = 0; k < squares.length; k++) {
        const product = z[k * stride + offset + i]! * z[k * stride + offset + j]!;
        hat += product;
        square += product * squares[k]!;
      }
      matrix[i * rows + j] = (i === j ? 1 : 0) - hat * (weights[i]! + weights[j]!) + square;
    }
    for (let k = 0; k < squares.length; k++) {
      weighted[i * squares.length + k] = weights[i]! * z[k * stride + offset + i]!;
    }
  }
  const roots = symmetricEigen(matrix, rows);
  return applied(roots.vectors, roots.values.map(inverseRoot), weighted, rows, squares.length);
}

/** V f V' X, for X of `columns` columns by rows. */
function applied(
  vectors: Float64Array,
  factors: Float64Array,
  x: Float64Array,
  size: number,
  columns: number,
): Float64Array {
  const result = new Float64Array(size * columns);
  const along = new Float64Array(columns);
  for (let m = 0; m < size; m++) {
    along.fill(0);
    for (let i = 0; i < size; i++) {
      const share = vectors[i * size + m]! * factors[m]!;
      for (let k = 0; k < columns; k++) along[k]! += share * x[i * columns + k]!;
    }
    for (let i = 0; i < size; i++) {
      const share = vectors[i * size + m]!;
      for (let k = 0; k < columns; k++) result[i * columns + k]! += share * along[k]!;
    }
  }
  return result;
}

/**
 * By the space of the cluster's columns: with Q an orthonormal basis of [Z, WZ], A = I + Q((I + C)^(−1/2) − I)Q'.
 * Never a matrix of rows × rows.
 */
function adjustedInside({ z, stride, offset, rows, weights, squares }: ClusterRows): Float64Array {
  const columnCount = squares.length;
  const spanning = new Float64Array(2 * columnCount * rows);
  for (let k = 0; k < columnCount; k++) {
    for (let i = 0; i < rows; i++) {
      const value = z[k * stride + offset + i]!;
      spanning[k * rows + i] = value;
      spanning[(columnCount + k) * rows + i] = value * weights[i]!;
    }
  }
  const basis = orthonormalBasis(spanning, rows, 2 * columnCount);
  const size = basis.length / rows;
  const coordinates = new Float64Array(size * 2 * columnCount);
  for (let m = 0; m < size; m++) {
    for (let k = 0; k < 2 * columnCount; k++) {
      coordinates[m * 2 * columnCount + k] = product(basis, m * rows, spanning, k * rows, rows);
    }
  }
  const roots = symmetricEigen(insideMatrix(coordinates, squares, size), size);
  const factors = roots.values.map((value) => inverseRoot(value) - 1);
  const start = new Float64Array(size * columnCount);
  for (let m = 0; m < size; m++) {
    for (let k = 0; k < columnCount; k++) {
      start[m * columnCount + k] = coordinates[m * 2 * columnCount + columnCount + k]!;
    }
  }
  const moved = applied(roots.vectors, factors, start, size, columnCount);
  const result = new Float64Array(rows * columnCount);
  for (let k = 0; k < columnCount; k++) {
    for (let i = 0; i < rows; i++) {
      let value = spanning[(columnCount + k) * rows + i]!;
      for (let m = 0; m < size; m++) value += moved[m * columnCount + k]! * basis[m * rows + i]!;
      result[i * columnCount + k] = value;
    }
  }
  return result;
}

/** I + C, from the coordinates of Z and WZ in the basis: C = Q'(Z Z'W²Z Z' − Z Z'W − W Z Z')Q. */
function insideMatrix(coordinates: Float64Array, squares: Float64Array, size: number): Float64Array {
  const columnCount = squares.length;
  const inside = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      let entry = i === j ? 1 : 0;
      for (let k = 0; k < columnCount; k++) {
        const zi = coordinates[i * 2 * columnCount + k]!;
        const zj = coordinates[j * 2 * columnCount + k]!;
        const wi = coordinates[i * 2 * columnCount + columnCount + k]!;
        const wj = coordinates[j * 2 * columnCount + columnCount + k]!;
        entry += squares[k]! * zi * zj - zi * wj - wi * zj;
      }
      inside[i * size + j] = entry;
    }
  }
  return inside;
}

/** Gram–Schmidt, each column cleaned twice; a column with nothing of its own is left out. Columns one after the other. */
function orthonormalBasis(columns: Float64Array, rows: number, columnCount: number): Float64Array {
  const basis = new Float64Array(rows * columnCount);
  let size = 0;
  for (let k = 0; k < columnCount; k++) {
    const at = size * rows;
    basis.set(columns.subarray(k * rows, (k + 1) * rows), at);
    const length = Math.sqrt(product(basis, at, basis, at, rows));
    for (let pass = 0; pass < 2; pass++) {
      for (let m = 0; m < size; m++) {
        const along = product(basis, m * rows, basis, at, rows);
        for (let i = 0; i < rows; i++) basis[at + i]! -= along * basis[m * rows + i]!;
      }
    }
    const left = Math.sqrt(product(basis, at, basis, at, rows));
    // Below this only rounding is left of the column.
    if (!(left > length * 1e-13)) continue;
    for (let i = 0; i < rows; i++) basis[at + i]! /= left;
    size++;
  }
  return basis.subarray(0, size * rows);
}

function product(a: Float64Array, aAt: number, b: Float64Array, bAt: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += a[aAt + i]! * b[bAt + i]!;
  return sum;
}
