import type { LeftOut } from '../evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { CovariateColumn } from '../study/covariate-columns.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { balanceOf } from './balance.ts';
import { linkedPeople } from './clusters.ts';
import { assignedTwice, brokenDraw } from './draw-gates.ts';
import { drawSummary } from './draw-summary.ts';
import { planCovariates } from './plan-covariates.ts';
import type { Prepared } from './prepared.ts';
import { usedPeople } from './used-people.ts';

/** People among whom one draw was held: same cohort, same stratum. */
export interface Stratum {
  readonly name: string;
  readonly positions: number[];
  assigned: number;
}

/** Everybody in a draw, as drawn: weights one over the chance of what was drawn; draws of all or none left out and counted. */
export function preparedByDraw(study: Study, population: Population, plan: Plan): Prepared {
  const strata = strataOf(study, population);
  const used = strata.filter(
    (stratum) => stratum.assigned > 0 && stratum.assigned < stratum.positions.length,
  );
  const dropped = strata.filter((stratum) => !used.includes(stratum));
  const weights = new Float64Array(population.n);
  for (const stratum of used) {
    const share = stratum.assigned / stratum.positions.length;
    for (const i of stratum.positions) {
      const given = study.people.probability[population.rows[i]!]!;
      const probability = Number.isNaN(given) ? share : given;
      weights[i] = population.treated[i] === 1 ? 1 / probability : 1 / (1 - probability);
    }
  }
  const positions = Int32Array.from(used.flatMap((stratum) => stratum.positions)).sort();
  const covariates = planCovariates(population, study, plan);
  const clusters = linkedPeople(study, population, positions);
  const gates = [...brokenDraw(study, population, used), ...assignedTwice(study, population)];
  return {
    method: 'lottery',
    grade: gates.length > 0 ? 'B' : 'A',
    ...usedPeople(population, positions, weights, clusters),
    adjusters: [...stratumColumns(population, used), ...covariates.model],
    balance: balanceOf(population, covariates, weights).rows,
    gates,
    overlap: null,
    draw: drawSummary(study, population, positions, { used: used.length, dropped: dropped.length }),
    leftOut: leftOutOfDraws(study, population, dropped),
    notes: covariates.notes,
  };
}

function strataOf(study: Study, population: Population): Stratum[] {
  const strata = new Map<string, Stratum>();
  for (let i = 0; i < population.n; i++) {
    const row = population.rows[i]!;
    const name = `${study.cohort[row]!}\u0000${study.people.stratum[row]!}`;
    const stratum = strata.get(name) ?? { name, positions: [], assigned: 0 };
    stratum.positions.push(i);
    stratum.assigned += population.treated[i]!;
    strata.set(name, stratum);
  }
  return [...strata.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A 0/1 column per stratum but the first. */
function stratumColumns(population: Population, strata: readonly Stratum[]): CovariateColumn[] {
  return strata.slice(1).map((stratum) => {
    const values = new Float64Array(population.n);
    for (const i of stratum.positions) values[i] = 1;
    return {
      name: `stratum: ${stratum.name.replace('\u0000', ' ').trim()}`,
      source: 'stratum',
      kind: 'level',
      values,
    };
  });
}

/** People of draws in which all or none were drawn; those who waited before and started together are told apart. */
function leftOutOfDraws(study: Study, population: Population, dropped: readonly Stratum[]): LeftOut[] {
  const positions = dropped.flatMap((stratum) => stratum.positions);
  const waited = positions.filter((i) => waitedBefore(study, population, i));
  const others = positions.filter((i) => !waitedBefore(study, population, i));
  return [
    ...counted('waited-before', waited, population),
    ...counted('stratum-without-draw', others, population),
  ];
}

function counted(reason: string, positions: readonly number[], { treated }: Population): LeftOut[] {
  const participants = positions.filter((i) => treated[i] === 1).length;
  const n = positions.length;
  return n === 0 ? [] : [{ reason, n, participants, comparison: n - participants }];
}

/** Whether a participant row is the later start of somebody who waited. People stand in key order, so rows of one human are neighbours. */
function waitedBefore(study: Study, population: Population, position: number): boolean {
  const row = population.rows[position]!;
  const { humans } = study.employment;
  const waits = (other: number): boolean =>
    humans[other] === humans[row] && study.laterEnrolment[other] === study.index[row];
  if (population.treated[position] !== 1) return false;
  for (let i = row - 1; i >= 0 && humans[i] === humans[row]; i--) if (waits(i)) return true;
  for (let i = row + 1; i < humans.length && humans[i] === humans[row]; i++) if (waits(i)) return true;
  return false;
}
