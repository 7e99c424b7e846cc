import { groupBalance } from '#stats/matching/group-balance.ts';
import type { CovariateColumn } from '../study/covariate-columns.ts';
import type { Population } from '../study/population.ts';

/** Where not all columns fit into the model, those in which the groups differ most come first. */
export function mostApartFirst(
  { treated }: Population,
  columns: readonly CovariateColumn[],
): CovariateColumn[] {
  const weights = new Float64Array(treated.length).fill(1);
  const balance = groupBalance({ treated, weights });
  return columns
    .map((column) => ({ column, gap: Math.abs(balance.standardisedDifference(column.values) ?? 0) }))
    .sort((a, b) => b.gap - a.gap || (a.column.name < b.column.name ? -1 : 1))
    .map(({ column }) => column);
}
