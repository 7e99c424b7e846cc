import { exactBinomialP } from '#stats/proportions/exact-binomial.ts';
import type { Gate } from '../finding.ts';
import type { Plan } from '../plan/plan.ts';
import { type CovariateColumn, covariateColumns } from '../study/covariate-columns.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { balanceOf } from './balance.ts';
import { linkedPeople } from './clusters.ts';
import { defineDesign } from './design.ts';
import type { Prepared } from './prepared.ts';
import { usedPeople } from './used-people.ts';

/** A draw this unlikely was not the draw that the plan names (F7). */
const BROKEN_BELOW = 0.001;

/** Everybody in the draw, as drawn, whatever happened later: the effect of being offered a place. */
export const lottery = defineDesign({
  id: 'lottery',
  grade: 'A',
  compares: 'arms',
  verbs: 'led-to',
  estimand: 'estimand.lottery',
  needs: { comparison: true, covariates: false },
  prepare(study, population, plan) {
    return preparedByDraw(study, population, plan);
  },
});

interface Stratum {
  readonly name: string;
  readonly positions: number[];
  assigned: number;
}

function preparedByDraw(study: Study, population: Population, plan: Plan): Prepared {
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
  const covariates = covariateColumns(study, population, plan.covariates ?? []);
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
    draw: drawSummary(study, population, positions, used.length),
    leftOut: dropped.length === 0 ? [] : [droppedStrata(population, dropped)],
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

/** F7: shares that the announced probabilities make next to impossible. Only checkable where probabilities are on file. */
function brokenDraw(study: Study, population: Population, strata: readonly Stratum[]): Gate[] {
  for (const stratum of strata) {
    const given = stratum.positions.map((i) => study.people.probability[population.rows[i]!]!);
    const probability = given[0]!;
    if (given.some((value) => Number.isNaN(value) || value !== probability)) continue;
    const p = exactBinomialP(stratum.assigned, stratum.positions.length, probability);
    if (p < BROKEN_BELOW) {
      const values = { assigned: stratum.assigned, people: stratum.positions.length, probability };
      return [{ id: 'F7', effect: 'grade-b', values }];
    }
  }
  return [];
}

/** F7: somebody stands in both arms of one draw. */
function assignedTwice(study: Study, population: Population): Gate[] {
  let twice = 0;
  for (let i = 1; i < population.n; i++) {
    const same = population.followed.human[i] === population.followed.human[i - 1];
    const sameDay = study.index[population.rows[i]!] === study.index[population.rows[i - 1]!];
    if (same && sameDay && population.treated[i] !== population.treated[i - 1]) twice++;
  }
  return twice > 0 ? [{ id: 'F7', effect: 'grade-b', values: { twice } }] : [];
}

function droppedStrata(population: Population, dropped: readonly Stratum[]) {
  const positions = dropped.flatMap((stratum) => stratum.positions);
  const participants = positions.filter((i) => population.treated[i] === 1).length;
  return {
    reason: 'stratum-without-draw',
    n: positions.length,
    participants,
    comparison: positions.length - participants,
  };
}

function drawSummary(study: Study, population: Population, positions: Int32Array, strata: number) {
  const count = (arm: number): { people: number; took: number | null } => {
    let people = 0;
    let took = 0;
    let known = 0;
    for (const i of positions) {
      if (population.treated[i] !== arm) continue;
      people++;
      const took1 = study.people.tookPart[population.rows[i]!]!;
      if (took1 !== 2) known++;
      if (took1 === 1) took++;
    }
    return { people, took: known === 0 ? null : took };
  };
  const assigned = count(1);
  const others = count(0);
  return {
    strata,
    assigned: assigned.people,
    others: others.people,
    tookPartAmongAssigned: assigned.took,
    tookPartAmongOthers: others.took,
  };
}
