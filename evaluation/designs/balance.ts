import { groupBalance } from '#stats/matching/group-balance.ts';
import type { BalanceRow } from '../evaluation.ts';
import type { CovariateColumn, CovariateColumns } from '../study/covariate-columns.ts';
import { oncePer } from '../study/once-per.ts';
import type { Population } from '../study/population.ts';

/** Inside this band groups count as alike in a characteristic (screens P06; Austin 2009, 10.1002/sim.3697). */
const BAND = 0.1;

/** Columns with a larger difference after matching enter the outcome model (measurement 3.1). */
const ADJUST_ABOVE = 0.05;

/** How alike the groups are, and which columns still need adjusting. */
export interface Balance {
  readonly rows: readonly BalanceRow[];
  readonly largestAfter: number;
  readonly adjusters: readonly CovariateColumn[];
}

/**
 * Standardised differences before and after weighting, one row per characteristic.
 *
 * @param weights one per position of the population, 0 for people who are not used
 */
export function balanceOf(
  population: Population,
  covariates: CovariateColumns,
  weights: Float64Array,
): Balance {
  const all = new Float64Array(population.n).fill(1);
  const end = groupBalance({ treated: population.treated, weights, spread: all });
  const after = oncePer((column: CovariateColumn) => finite(end.standardisedDifference(column.values)));
  const before = gapsBefore(population, covariates);
  const rows = covariates.balance.map((column): BalanceRow => {
    const value = after(column);
    return {
      characteristic: column.name,
      before: before.get(column) ?? null,
      after: value,
      inBand: value !== null && Math.abs(value) <= BAND,
      missing: covariates.missing.get(column.source) ?? 0,
    };
  });
  const adjusters = covariates.model
    .map((column) => ({ column, gap: Math.abs(after(column) ?? 0) }))
    .filter(({ gap }) => gap > ADJUST_ABOVE)
    .sort((a, b) => b.gap - a.gap || (a.column.name < b.column.name ? -1 : 1))
    .map(({ column }) => column);
  return {
    rows,
    largestAfter: rows.reduce((largest, row) => Math.max(largest, Math.abs(row.after ?? 0)), 0),
    adjusters,
  };
}

/** Differences before anybody is matched or weighted, the same for every way to make groups alike. */
const gapsBefore = oncePer((population: Population, covariates: CovariateColumns) => {
  const all = new Float64Array(population.n).fill(1);
  const start = groupBalance({ treated: population.treated, weights: all, spread: all });
  return new Map(
    covariates.balance.map((column) => [column, finite(start.standardisedDifference(column.values))]),
  );
});

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
