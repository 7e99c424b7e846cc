import { pickColumns, pickedRows, rowsWhere } from '../study/pick.ts';
import type { Population } from '../study/population.ts';

/** The characteristic with the largest difference after matching or weighting. */
export function worstCharacteristic(
  rows: readonly { characteristic: string; after: number | null }[],
): string {
  let worst = { characteristic: '', after: -1 };
  for (const row of rows) {
    const size = Math.abs(row.after ?? 0);
    if (size > worst.after) worst = { characteristic: row.characteristic, after: size };
  }
  return worst.characteristic;
}

/** Weights of the comparison people who are used. */
export function usedComparisonWeights(
  population: Population,
  positions: Int32Array,
  weights: Float64Array,
): Float64Array {
  const comparison = rowsWhere(pickedRows(population.treated, positions), 0);
  return pickColumns(weights, pickedRows(positions, comparison));
}

/** The share of all weight that the heaviest person carries. */
export function largestShare(weights: ArrayLike<number>): number {
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]!;
    largest = Math.max(largest, weights[i]!);
  }
  return sum > 0 ? largest / sum : 0;
}
