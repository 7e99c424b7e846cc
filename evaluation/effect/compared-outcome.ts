import { kishSize } from '#stats/weighting/kish-size.ts';
import type { Prepared } from '../designs/prepared.ts';
import { type CovariateColumn, enoughInEachArm, filledColumn } from '../study/covariate-columns.ts';
import { pickColumns } from '../study/pick.ts';
import type { Compared } from './model.ts';

/** People of a comparison with a known outcome, ready for the estimator, and what is worth counting about them. */
export interface ComparedOutcome {
  readonly compared: Compared;
  readonly adjusted: readonly string[];
  readonly n: readonly [participants: number, comparison: number];
  readonly asked: readonly [participants: number, comparison: number];
  readonly kish: readonly [participants: number, comparison: number];
}

/** One covariate for each ten people of the smaller arm, at most (measurement 3.1). */
const PEOPLE_PER_COVARIATE = 10;

/**
 * The rows of a comparison whose outcome is known, with the columns to adjust for: the value before, then the design's
 * adjusters, as many as the smaller arm allows. The choice never looks at outcomes.
 *
 * @param values outcome per used position; NaN when not known
 * @param before the value before per used position; undefined when the outcome has none
 */
export function comparedOutcome(
  prepared: Prepared,
  values: Float64Array,
  before: Float64Array | undefined,
): ComparedOutcome {
  const adjusters = [...beforeColumns(prepared, before), ...usedAdjusters(prepared)];
  const asked = armCounts(prepared.treated);
  const most = Math.floor(Math.min(...asked) / PEOPLE_PER_COVARIATE);
  const chosen = adjusters.slice(0, most);
  const known = new Int32Array(values.length).map((_, i) => i).filter((i) => !Number.isNaN(values[i]!));
  const weights = Float64Array.from(known, (i) => prepared.weights[i]!);
  const treated = Uint8Array.from(known, (i) => prepared.treated[i]!);
  const kish = (arm: number): number => {
    const own = weights.filter((_, i) => treated[i] === arm);
    return own.length === 0 ? 0 : kishSize(own);
  };
  return {
    compared: {
      outcome: Float64Array.from(known, (i) => values[i]!),
      treated,
      weights,
      clusters: known.map((i) => prepared.clusters[i]!),
      covariates: chosen.map((column) => Float64Array.from(known, (i) => column.values[i]!)),
    },
    adjusted: chosen.map((column) => column.name),
    n: armCounts(treated),
    asked,
    kish: [kish(1), kish(0)],
  };
}

function armCounts(treated: Uint8Array): [participants: number, comparison: number] {
  const participants = treated.reduce((sum, t) => sum + t, 0);
  return [participants, treated.length - participants];
}

function usedAdjusters(prepared: Prepared): CovariateColumn[] {
  return prepared.adjusters.map((column) => ({
    ...column,
    values: pickColumns(column.values, prepared.positions),
  }));
}

/** The value before as a column, with gaps filled by the median and, where ten in each arm are missing, a 0/1 column. */
function beforeColumns(prepared: Prepared, before: Float64Array | undefined): CovariateColumn[] {
  if (!before || before.every((value) => Number.isNaN(value))) return [];
  const { values, flags, missing } = filledColumn(before);
  const columns: CovariateColumn[] = [{ name: 'value before', source: 'before', kind: 'numeric', values }];
  const population = { ...prepared.population, n: values.length, treated: prepared.treated };
  if (missing > 0 && enoughInEachArm(flags, population)) {
    columns.push({ name: 'value before: missing', source: 'before', kind: 'missing', values: flags });
  }
  return columns;
}
