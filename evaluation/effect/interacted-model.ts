import { type ClusteredDesign, clusteredDesign } from '#stats/regression/clustered-least-squares.ts';
import { INTERACTED, interactedColumns } from '#stats/regression/interacted.ts';
import type { Contrast } from '#stats/regression/contrast.ts';
import { pickColumns, pickedRows, rowsWhere } from '../study/pick.ts';
import { type ComparedPeople, type EffectModel, type ModelFigures, participantsMean } from './model.ts';

/**
 * The one estimator with slopes of each arm: weighted least squares of the outcome on participation, covariates centred at
 * the participants, and their products with participation. The difference is the one at the participants' make-up.
 *
 * Arms that share no cluster are fitted apart: no coefficient and no cluster is in both, so errors add up, and degrees
 * of freedom follow from their parts. This is the same arithmetic at a quarter of the work.
 *
 * @see Lin, W. (2013). Agnostic notes on regression adjustments to experimental data. 10.1214/12-AOAS583
 */
export function interactedModel(people: ComparedPeople): EffectModel {
  const participants = people.treated.reduce((sum, t) => sum + t, 0);
  if (participants === 0 || participants === people.treated.length) return () => undefined;
  return armsShareClusters(people) ? jointModel(people) : apartModel(people);
}

function armsShareClusters({ treated, clusters }: ComparedPeople): boolean {
  const most = clusters.reduce((largest, code) => Math.max(largest, code), 0);
  const seen = new Uint8Array(most + 1);
  for (let i = 0; i < clusters.length; i++) seen[clusters[i]!]! |= 1 + treated[i]!;
  return seen.includes(3);
}

function jointModel(people: ComparedPeople): EffectModel {
  const columns = interactedColumns(people);
  if (!columns) return () => undefined;
  const design = clusteredDesign({ columns, weights: people.weights, clusters: people.clusters });
  if (design.dropped.includes(0) || design.dropped.includes(1)) return () => undefined;
  return (outcome) => {
    const fit = design.fit(outcome);
    const contrast = (intercept: number, arm: number): Contrast =>
      fit.contrast(
        columns.map((_, i) => (i === INTERACTED.intercept ? intercept : i === INTERACTED.treated ? arm : 0)),
      );
    return {
      ...figures(contrast(1, 1), contrast(1, 0), contrast(0, 1)),
      largestLeverage: fit.largestLeverage,
      residualDegreesOfFreedom: design.n - (columns.length - design.dropped.length),
    };
  };
}

interface Arm {
  readonly rows: Int32Array;
  readonly design: ClusteredDesign;
  readonly columns: number;
}

function apartModel(people: ComparedPeople): EffectModel {
  const [participants, comparison] = [1, 0].map((treated) => armOf(people, treated)) as [Arm, Arm];
  return (outcome) => {
    const [first, second] = [participants, comparison].map(({ rows, design, columns }) => {
      const fit = design.fit(pickColumns(outcome, rows));
      return { figure: fit.contrast(unit(columns)), leverage: fit.largestLeverage };
    }) as [{ figure: Contrast; leverage: number }, { figure: Contrast; leverage: number }];
    const left = [participants, comparison].map(
      ({ design, columns }) => design.n - (columns - design.dropped.length),
    );
    return {
      ...figures(first.figure, second.figure, lessIndependent(first.figure, second.figure)),
      largestLeverage: Math.max(first.leverage, second.leverage),
      residualDegreesOfFreedom: left[0]! + left[1]!,
    };
  };
}

function armOf(people: ComparedPeople, arm: number): Arm {
  const rows = rowsWhere(people.treated, arm);
  const columns = [
    new Float64Array(rows.length).fill(1),
    ...people.covariates.map((column) => {
      const own = pickColumns(column, rows);
      const centre = participantsMean(column, people);
      for (let i = 0; i < own.length; i++) own[i]! -= centre;
      return own;
    }),
  ];
  const weights = pickColumns(people.weights, rows);
  const clusters = pickedRows(people.clusters, rows);
  return { rows, design: clusteredDesign({ columns, weights, clusters }), columns: columns.length };
}

function unit(length: number): Float64Array {
  return new Float64Array(length).fill(1, 0, 1);
}

/** The difference of two figures that no cluster links. */
function lessIndependent(first: Contrast, second: Contrast): Contrast {
  const [a, b] = [first.workingVariance, second.workingVariance];
  const apart = first.degreesOfFreedom > 0 && second.degreesOfFreedom > 0;
  return {
    estimate: first.estimate - second.estimate,
    standardError: apart ? Math.hypot(first.standardError, second.standardError) : 0,
    degreesOfFreedom: apart
      ? (a + b) ** 2 / (a ** 2 / first.degreesOfFreedom + b ** 2 / second.degreesOfFreedom)
      : 0,
    workingVariance: a + b,
  };
}

function figures(
  participants: Contrast,
  comparison: Contrast,
  difference: Contrast,
): Pick<ModelFigures, 'participants' | 'comparison' | 'difference' | 'dropped'> {
  return { participants, comparison, difference, dropped: [] };
}
