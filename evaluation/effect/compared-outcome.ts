import { kishSize } from '#stats/weighting/kish-size.ts';
import type { Prepared } from '../designs/prepared.ts';
import { type CovariateColumn, enoughInEachArm, filledColumn } from '../study/covariate-columns.ts';
import { pickColumns, pickedRows, rowsWhere } from '../study/pick.ts';
import { type ComparedPeople, type EffectModel, adjustedModel } from './model.ts';

/** People of a comparison with a known outcome, ready for the estimator, and what is worth counting about them. */
export interface ComparedOutcome extends ReadyPeople {
  readonly outcome: Float64Array;
}

/** What does not depend on the outcome, only on whose is known. */
interface ReadyPeople {
  readonly model: EffectModel;
  /** The columns that are adjusted for, of everybody used. */
  readonly columns: readonly CovariateColumn[];
  readonly n: readonly [participants: number, comparison: number];
  readonly asked: readonly [participants: number, comparison: number];
  readonly kish: readonly [participants: number, comparison: number];
}

/** How the people are modelled: the one estimator, or the same with slopes of each arm. */
export type ModelOf = (people: ComparedPeople) => EffectModel;

/** One covariate for each ten people of the smaller arm, at most (measurement 3.1). */
const PEOPLE_PER_COVARIATE = 10;

interface Kept {
  readonly before: Float64Array | undefined;
  readonly modelOf: ModelOf;
  readonly ready: ReadyPeople;
}

/** Outcomes that are known of everybody and have the same values before share people, columns and model. */
const everybodyKnown = new WeakMap<Prepared, Kept[]>();

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
  modelOf: ModelOf = adjustedModel,
): ComparedOutcome {
  const known = knownRows(values);
  const outcome = pickColumns(values, known);
  if (known.length < values.length) return { ...readyPeople(prepared, before, known, modelOf), outcome };
  const kept = everybodyKnown.get(prepared) ?? [];
  everybodyKnown.set(prepared, kept);
  const same = kept.find((one) => one.before === before && one.modelOf === modelOf);
  if (same) return { ...same.ready, outcome };
  const ready = readyPeople(prepared, before, known, modelOf);
  kept.push({ before, modelOf, ready });
  return { ...ready, outcome };
}

function readyPeople(
  prepared: Prepared,
  before: Float64Array | undefined,
  known: Int32Array,
  modelOf: ModelOf,
): ReadyPeople {
  const asked = armCounts(prepared.treated);
  const most = Math.floor(Math.min(...asked) / PEOPLE_PER_COVARIATE);
  const chosen = [...beforeColumns(prepared, before), ...usedAdjusters(prepared)].slice(0, most);
  const weights = pickColumns(prepared.weights, known);
  const treated = pickedRows(prepared.treated, known);
  const kish = (arm: number): number => {
    const own = pickColumns(weights, rowsWhere(treated, arm));
    return own.length === 0 ? 0 : kishSize(own);
  };
  const covariates = chosen.map((column) => someOf(column.values, known));
  const clusters = pickedRows(prepared.clusters, known);
  return {
    model: modelOf({ treated, weights, clusters, covariates }),
    columns: chosen,
    n: armCounts(treated),
    asked,
    kish: [kish(1), kish(0)],
  };
}

/** A column at rising positions, which are all of it when they are as many: then nothing is copied. */
function someOf(column: Float64Array, positions: Int32Array): Float64Array {
  return positions.length === column.length ? column : pickColumns(column, positions);
}

/** Positions at which a value is known, rising. */
export function knownRows(values: Float64Array): Int32Array {
  const rows = new Int32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) rows[count++] = i;
  return rows.slice(0, count);
}

function armCounts(treated: Uint8Array): [participants: number, comparison: number] {
  const participants = treated.reduce((sum, t) => sum + t, 0);
  return [participants, treated.length - participants];
}

function usedAdjusters(prepared: Prepared): CovariateColumn[] {
  return prepared.adjusters.map((column) => ({
    ...column,
    values: someOf(column.values, prepared.positions),
  }));
}

/** The value before as a column, with gaps filled by the median and, where ten in each arm are missing, a 0/1 column. */
export function beforeColumns(prepared: Prepared, before: Float64Array | undefined): CovariateColumn[] {
  if (!before || before.every((value) => Number.isNaN(value))) return [];
  const { values, flags, missing } = filledColumn(before);
  const columns: CovariateColumn[] = [{ name: 'value before', source: 'before', kind: 'numeric', values }];
  const population = { ...prepared.population, n: values.length, treated: prepared.treated };
  if (missing > 0 && enoughInEachArm(flags, population)) {
    columns.push({ name: 'value before: missing', source: 'before', kind: 'missing', values: flags });
  }
  return columns;
}
