import { groupBalance } from '#stats/matching/group-balance.ts';
import { type CovariateColumn, covariateColumns } from '../study/covariate-columns.ts';
import type { Population } from '../study/population.ts';
import { balanceOf } from './balance.ts';
import { linkedPeople } from './clusters.ts';
import { medianDateGapDays } from './date-gap.ts';
import { defineDesign } from './design.ts';
import { dateGate } from './gates.ts';
import { usedPeople } from './used-people.ts';

/**
 * How participants changed against how people changed who did not take part: everybody eligible, each counting once, with the plan's
 * covariates. Nobody is matched, so the groups may have differed from the start.
 */
export const beforeAfterComparison = defineDesign({
  id: 'before-after-comparison',
  grade: 'B-',
  compares: 'arms',
  verbs: 'rose-more-than',
  estimand: 'estimand.before-after-comparison',
  needs: { comparison: true, covariates: false },
  prepare(study, population, plan) {
    const positions = new Int32Array(population.n).map((_, i) => i);
    const weights = new Float64Array(population.n).fill(1);
    const covariates = covariateColumns(study, population, plan.covariates ?? []);
    return {
      method: 'change',
      grade: 'B-',
      ...usedPeople(population, positions, weights, linkedPeople(study, population, positions)),
      adjusters: mostApartFirst(population, covariates.model, weights),
      balance: balanceOf(population, covariates, weights).rows,
      gates: dateGate(medianDateGapDays(study, population)),
      overlap: null,
      draw: null,
      leftOut: [],
      notes: covariates.notes,
    };
  },
});

/** Where not all columns fit into the model, those in which the groups differ most come first. */
function mostApartFirst(
  { treated }: Population,
  columns: readonly CovariateColumn[],
  weights: Float64Array,
): CovariateColumn[] {
  const balance = groupBalance({ treated, weights });
  return columns
    .map((column) => ({ column, gap: Math.abs(balance.standardisedDifference(column.values) ?? 0) }))
    .sort((a, b) => b.gap - a.gap || (a.column.name < b.column.name ? -1 : 1))
    .map(({ column }) => column);
}
