import { exactBinomialP } from '#stats/proportions/exact-binomial.ts';
import type { Gate } from '../finding.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import type { Stratum } from './draw.ts';

/** A draw this unlikely was not the draw that the plan names (F7). */
const BROKEN_BELOW = 0.001;

/** F7: shares that the announced probabilities make next to impossible. Only checkable where probabilities are on file. */
export function brokenDraw(study: Study, population: Population, strata: readonly Stratum[]): Gate[] {
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
export function assignedTwice(study: Study, population: Population): Gate[] {
  let twice = 0;
  for (let i = 1; i < population.n; i++) {
    const same = population.followed.human[i] === population.followed.human[i - 1];
    const sameDay = study.index[population.rows[i]!] === study.index[population.rows[i - 1]!];
    if (same && sameDay && population.treated[i] !== population.treated[i - 1]) twice++;
  }
  return twice > 0 ? [{ id: 'F7', effect: 'grade-b', values: { twice } }] : [];
}
