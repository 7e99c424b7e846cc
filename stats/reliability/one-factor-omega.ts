import { symmetricEigen } from '#stats/numeric/symmetric-eigen.ts';
import { type ItemCovariance, itemCovariances } from './item-covariance.ts';

/** Communalities settle to this (measurement 3.8). */
const SETTLED = 1e-10;
const MOST_ROUNDS = 20_000;
/** A direction that moves less than this stands still. */
const STILL = 1e-14;
const MOST_POWERS = 200;

/** Omega of a scale, or why one factor does not fit. */
export type Omega =
  | { readonly kind: 'omega'; readonly omega: number; readonly loadings: Float64Array }
  | { readonly kind: 'missing'; readonly reason: 'not-settled' | 'no-spread' };

/**
 * McDonald's omega of a scale: the share of the sum's variance that one common factor explains.
 *
 * Use it beside alpha from 100 complete answers and three items on: items may measure the one thing unequally well. It assumes
 * that there is one factor; unweighted least squares by principal axes.
 *
 * Shape: items have one value per person; one loading per item, their sum not negative.
 * Units: between 0 and 1 for a scale that hangs together.
 * Missing: not allowed; leave incomplete people out first.
 *
 * @returns `not-settled` when a communality passes 1 or the rounds run out, `no-spread` when an item never varies
 * @throws RangeError when there are fewer than three items or two people
 * @see McDonald, R. P. (1999). Test Theory: A Unified Treatment. Chapter 6.
 * @see one-factor-omega.oracle.R
 * @example
 * oneFactorOmega([Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 3), Float64Array.of(3, 1, 2)])
 * // => { kind: 'missing', reason: 'no-spread' }
 */
export function oneFactorOmega(items: readonly Float64Array[]): Omega {
  const size = items.length;
  const people = items[0]?.length ?? 0;
  if (size < 3 || people < 2) {
    throw new RangeError(
      `oneFactorOmega: there are ${size} items of ${people} people; it takes 3 items and 2 people`,
    );
  }
  return omegaOfCovariance(itemCovariances(items)());
}

/**
 * McDonald's omega from the covariances of the items.
 *
 * Use it where the covariances are there already, as in a bootstrap. It assumes what `oneFactorOmega` assumes.
 *
 * Shape: three items or more; one loading per item.
 *
 * @returns as `oneFactorOmega`
 * @throws RangeError when there are fewer than three items
 * @see McDonald, R. P. (1999). Test Theory: A Unified Treatment. Chapter 6.
 * @see one-factor-omega.oracle.R
 * @example
 * omegaOfCovariance({ matrix: Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 1), size: 3, people: 3 })
 * // => { kind: 'missing', reason: 'no-spread' }
 */
export function omegaOfCovariance({ matrix, size }: ItemCovariance): Omega {
  if (size < 3) throw new RangeError(`omegaOfCovariance: there are ${size} items; it takes 3`);
  const correlations = correlationsOf(matrix, size);
  if (!correlations) return { kind: 'missing', reason: 'no-spread' };
  let communalities = new Float64Array(size).fill(0.5);
  let axis = new Float64Array(size).fill(1 / Math.sqrt(size));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const reduced = correlations.slice();
    for (let j = 0; j < size; j++) reduced[j * size + j] = communalities[j]!;
    const loadings = firstAxis(reduced, size, axis);
    axis = normed(loadings);
    const next = loadings.map((loading) => loading ** 2);
    if (next.some((value) => value >= 1)) return { kind: 'missing', reason: 'not-settled' };
    const moved = next.reduce((most, value, j) => Math.max(most, Math.abs(value - communalities[j]!)), 0);
    communalities = next;
    if (moved < SETTLED) return { kind: 'omega', omega: omegaOf(loadings), loadings };
  }
  return { kind: 'missing', reason: 'not-settled' };
}

function normed(loadings: Float64Array): Float64Array<ArrayBuffer> {
  const length = Math.sqrt(loadings.reduce((sum, loading) => sum + loading ** 2, 0));
  return Float64Array.from(loadings, (loading) => (length > 0 ? loading / length : 1));
}

/** (Σλ)² ÷ ((Σλ)² + Σψ), with ψ = 1 − λ². */
function omegaOf(loadings: Float64Array): number {
  const sum = loadings.reduce((total, loading) => total + loading, 0);
  const unique = loadings.reduce((total, loading) => total + 1 - loading ** 2, 0);
  return sum ** 2 / (sum ** 2 + unique);
}

/** The first principal axis scaled to loadings, turned so that they do not sum below 0. */
function firstAxis(matrix: Float64Array, size: number, near: Float64Array): Float64Array {
  const found = axisByPower(matrix, size, near);
  if (found) return found;
  const { values, vectors } = symmetricEigen(matrix, size);
  const first = values.indexOf(Math.max(...values));
  const scale = Math.sqrt(Math.max(0, values[first]!));
  return turned(new Float64Array(size).map((_, j) => vectors[j * size + first]! * scale));
}

function turned(axis: Float64Array): Float64Array {
  return axis.reduce((sum, loading) => sum + loading, 0) < 0 ? axis.map((loading) => -loading) : axis;
}

/**
 * The same axis by multiplying a near one with the matrix until it stands still, which takes a few rounds when one factor is far
 * ahead of all others; undefined when it does not, or when the largest value is negative.
 */
function axisByPower(matrix: Float64Array, size: number, near: Float64Array): Float64Array | undefined {
  let axis = near;
  let length = 0;
  for (let round = 0; round < MOST_POWERS; round++) {
    const next = new Float64Array(size);
    length = 0;
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += matrix[j * size + k]! * axis[k]!;
      next[j] = sum;
      length += sum * sum;
    }
    length = Math.sqrt(length);
    if (!(length > 0)) return undefined;
    let moved = 0;
    for (let j = 0; j < size; j++) {
      next[j]! /= length;
      moved = Math.max(moved, Math.abs(next[j]! - axis[j]!));
    }
    axis = next;
    if (moved < STILL) return turned(axis.map((part) => part * Math.sqrt(length)));
  }
  return undefined;
}

function correlationsOf(matrix: Float64Array, size: number): Float64Array | undefined {
  const spread = Float64Array.from({ length: size }, (_, j) => Math.sqrt(matrix[j * size + j]!));
  if (spread.some((value) => !(value > 0))) return undefined;
  return matrix.map((value, at) => value / (spread[Math.floor(at / size)]! * spread[at % size]!));
}
