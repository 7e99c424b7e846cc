import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { linkedPeople } from './clusters.ts';
import type { Prepared } from './prepared.ts';
import { usedPeople } from './used-people.ts';

/** Participants alone, each counting once: nobody to compare with. */
export function participantsAlone(study: Study, population: Population): Prepared {
  const positions = new Int32Array(population.n).map((_, i) => i).filter((i) => population.treated[i] === 1);
  const comparison = population.n - population.participants;
  const clusters = linkedPeople(study, population, positions);
  return {
    method: 'alone',
    grade: 'C',
    ...usedPeople(population, positions, new Float64Array(population.n).fill(1), clusters),
    adjusters: [],
    balance: [],
    gates: [],
    overlap: null,
    draw: null,
    leftOut:
      comparison === 0
        ? []
        : [{ reason: 'design-compares-nobody', n: comparison, participants: 0, comparison }],
    notes: [],
  };
}
