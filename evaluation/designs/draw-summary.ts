import type { DrawSummary } from '../evaluation.ts';
import { MISSING_DAY } from '../study/day.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';

const TOOK_PART = 1;
const NOT_KNOWN = 2;

/**
 * A draw in numbers: how many were drawn, how many of both sides took part, how many of the others got a place of their own later.
 *
 * @param positions of the population that stand in a draw
 */
export function drawSummary(
  study: Study,
  population: Population,
  positions: Int32Array,
  strata: { readonly used: number; readonly dropped: number },
): DrawSummary {
  const side = (arm: number) => {
    const own = positions.filter((i) => population.treated[i] === arm);
    const told = Array.from(own, (i) => study.people.tookPart[population.rows[i]!]!);
    const known = told.filter((word) => word !== NOT_KNOWN).length;
    return {
      people: own.length,
      known,
      took: known === 0 ? null : told.filter((word) => word === TOOK_PART).length,
    };
  };
  const [drawn, others] = [side(1), side(0)];
  return {
    strata: strata.used,
    strataLeftOut: strata.dropped,
    assigned: drawn.people,
    others: others.people,
    tookPartAmongAssigned: drawn.took,
    tookPartAmongOthers: others.took,
    knownAmongAssigned: drawn.known,
    knownAmongOthers: others.known,
    startedLater: positions.filter(
      (i) => population.treated[i] === 0 && study.laterEnrolment[population.rows[i]!] !== MISSING_DAY,
    ).length,
  };
}
