import { clusteredDesign } from '#stats/regression/clustered-least-squares.ts';
import { kishSize } from '#stats/weighting/kish-size.ts';
import type { Prepared } from '../designs/prepared.ts';
import { comparedOutcome, knownRows } from '../effect/compared-outcome.ts';
import type { OutcomeValues } from '../effect/exact-figures.ts';
import { meanRange } from '../effect/ranges.ts';
import { steadyModel } from '../effect/steady-model.ts';
import { pickColumns, pickedRows } from '../study/pick.ts';
import type { CutGroup } from './cut-groups.ts';
import type { ContrastFigures, SubgroupCell } from './subgroup.ts';

/** Columns before those of the groups: ones, who takes part. */
const FIRST_COVARIATE = 2;

/**
 * The difference between a group's and the reference's difference, one for each group after the first: the one estimator
 * with each group's own level and its product with taking part (measurement 5.4).
 *
 * Missing: `undefined` where groups and taking part cannot be told apart, or one person decides the model.
 */
export function contrastModel(
  prepared: Prepared,
  outcome: OutcomeValues,
  groups: readonly CutGroup[],
  level: number,
): (ContrastFigures | undefined)[] {
  const known = knownRows(outcome.values);
  const treated = Float64Array.from(known, (i) => prepared.treated[i]!);
  const covariates = comparedOutcome(prepared, outcome.values, outcome.before).columns.map((column) =>
    pickColumns(column.values, known),
  );
  const own = groups.slice(1).map(({ members }) => Float64Array.from(known, (i) => members[i]!));
  const products = own.map((column) => column.map((value, i) => value * treated[i]!));
  const columns = [new Float64Array(known.length).fill(1), treated, ...covariates, ...own, ...products];
  const design = clusteredDesign({
    columns,
    weights: pickColumns(prepared.weights, known),
    clusters: pickedRows(prepared.clusters, known),
  });
  const fit = design.fit(pickColumns(outcome.values, known));
  const steady = steadyModel({
    model: {
      largestLeverage: fit.largestLeverage,
      residualDf: fit.n - (columns.length - fit.dropped.length),
    },
  });
  const first = FIRST_COVARIATE + covariates.length + own.length;
  return products.map((_, j) => {
    if (!steady || fit.dropped.includes(first + j)) return undefined;
    const figure = fit.contrast(columns.map((__, i) => (i === first + j ? 1 : 0)));
    if (!(figure.degreesOfFreedom > 0)) return undefined;
    return {
      estimate: figure.estimate,
      range: meanRange(figure, level),
      standardError: figure.standardError,
      df: figure.degreesOfFreedom,
      values: null,
    };
  });
}

/** The four cells of a contrast: people whose outcome is known, by group and arm. */
export function contrastCells(
  prepared: Prepared,
  outcome: OutcomeValues,
  group: CutGroup,
  reference: CutGroup,
): SubgroupCell[] {
  return ([group, reference] as const).flatMap((one, which) =>
    (['participants', 'comparison'] as const).map((who, arm) => {
      const weights: number[] = [];
      for (let i = 0; i < outcome.values.length; i++) {
        if (Number.isNaN(outcome.values[i]!) || one.members[i] !== 1 || prepared.treated[i] !== 1 - arm)
          continue;
        weights.push(prepared.weights[i]!);
      }
      return {
        group: which === 0 ? ('group' as const) : ('reference' as const),
        who,
        n: weights.length,
        nStar: kishSize(weights),
      };
    }),
  );
}
