import { symmetricEigen } from '#stats/numeric/symmetric-eigen.ts';

/** Communalities settle to this (measurement 3.8). */
const SETTLED = 1e-10;
const MOST_ROUNDS = 20_000;

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
  const correlations = correlationsOf(items);
  if (!correlations) return { kind: 'missing', reason: 'no-spread' };
  let communalities = new Float64Array(size).fill(0.5);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const reduced = correlations.slice();
    for (let j = 0; j < size; j++) reduced[j * size + j] = communalities[j]!;
    const loadings = firstAxis(reduced, size);
    const next = loadings.map((loading) => loading ** 2);
    if (next.some((value) => value >= 1)) return { kind: 'missing', reason: 'not-settled' };
    const moved = next.reduce((most, value, j) => Math.max(most, Math.abs(value - communalities[j]!)), 0);
    communalities = next;
    if (moved < SETTLED) return { kind: 'omega', omega: omegaOf(loadings), loadings };
  }
  return { kind: 'missing', reason: 'not-settled' };
}

/** (Σλ)² ÷ ((Σλ)² + Σψ), with ψ = 1 − λ². */
function omegaOf(loadings: Float64Array): number {
  const sum = loadings.reduce((total, loading) => total + loading, 0);
  const unique = loadings.reduce((total, loading) => total + 1 - loading ** 2, 0);
  return sum ** 2 / (sum ** 2 + unique);
}

/** The first principal axis scaled to loadings, turned so that they do not sum below 0. */
function firstAxis(matrix: Float64Array, size: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, size);
  const first = values.indexOf(Math.max(...values));
  const scale = Math.sqrt(Math.max(0, values[first]!));
  const axis = new Float64Array(size).map((_, j) => vectors[j * size + first]! * scale);
  return axis.reduce((sum, loading) => sum + loading, 0) < 0 ? axis.map((loading) => -loading) : axis;
}

function correlationsOf(items: readonly Float64Array[]): Float64Array | undefined {
  const standard = items.map((item) => {
    const mean = item.reduce((sum, value) => sum + value, 0) / item.length;
    const away = item.map((value) => value - mean);
    const length = Math.sqrt(away.reduce((sum, value) => sum + value ** 2, 0));
    return length === 0 ? undefined : away.map((value) => value / length);
  });
  const size = items.length;
  const correlations = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < size; k++) {
      const [left, right] = [standard[j], standard[k]];
      if (!left || !right) return undefined;
      correlations[j * size + k] = left.reduce((sum, value, i) => sum + value * right[i]!, 0);
    }
  }
  return correlations;
}
