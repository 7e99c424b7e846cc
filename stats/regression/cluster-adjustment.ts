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

/** 1/√x, or 0 where x is too small to be told from 0. */
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
  const spanning: Float64Array[] = [];
  for (let k = 0; k < columnCount; k++) {
    spanning.push(z.subarray(k * stride + offset, k * stride + offset + rows));
  }
  for (let k = 0; k < columnCount; k++) spanning.push(spanning[k]!.map((value, i) => value * weights[i]!));
  const basis = orthonormalBasis(spanning);
  const coordinates = spanning.map((column) => basis.map((direction) => dot(direction, column)));
  const size = basis.length;
  const inside = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      let entry = i === j ? 1 : 0;
      for (let k = 0; k < columnCount; k++) {
        const [zi, zj] = [coordinates[k]![i]!, coordinates[k]![j]!];
        const [wi, wj] = [coordinates[columnCount + k]![i]!, coordinates[columnCount + k]![j]!];
        entry += squares[k]! * zi * zj - zi * wj - wi * zj;
      }
      inside[i * size + j] = entry;
    }
  }
  const roots = symmetricEigen(inside, size);
  const start = Float64Array.from({ length: size * columnCount }, (_, i) => {
    return coordinates[columnCount + (i % columnCount)]![Math.floor(i / columnCount)]!;
  });
  const moved = applied(
    roots.vectors,
    roots.values.map((value) => inverseRoot(value) - 1),
    start,
    size,
    columnCount,
  );
  const result = new Float64Array(rows * columnCount);
  for (let k = 0; k < columnCount; k++) {
    const column = spanning[columnCount + k]!;
    for (let i = 0; i < rows; i++) result[i * columnCount + k] = column[i]!;
    for (let m = 0; m < size; m++) {
      const share = moved[m * columnCount + k]!;
      for (let i = 0; i < rows; i++) result[i * columnCount + k]! += share * basis[m]![i]!;
    }
  }
  return result;
}

/** Gram–Schmidt, each column cleaned twice; a column with nothing of its own is left out. */
function orthonormalBasis(columns: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const rest = column.slice();
    const length = Math.sqrt(dot(rest, rest));
    for (let pass = 0; pass < 2; pass++) {
      for (const direction of basis) {
        const along = dot(direction, rest);
        for (let i = 0; i < rest.length; i++) rest[i]! -= along * direction[i]!;
      }
    }
    const left = Math.sqrt(dot(rest, rest));
    // Below this only rounding is left of the column.
    if (left > length * 1e-13) basis.push(rest.map((value) => value / left));
  }
  return basis;
}

function dot(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < first.length; i++) sum += first[i]! * second[i]!;
  return sum;
}
