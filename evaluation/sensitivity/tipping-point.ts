import { exactFigures } from '../effect/exact-figures.ts';
import type { Verdict } from '../finding.ts';
import { clusterGate } from '../outcome-gates.ts';
import type { PlannedWay } from './analysis.ts';
import { fillingOf } from './filling.ts';
import { printedAsSame, samplesDiffer } from './samples-differ.ts';
import type { TippingPoint } from './sensitivity.ts';
import type { Judge } from './sensitivity-of.ts';

/** Steps of a quarter of what matters, up to five times it: who would answer so differently would stand out otherwise. */
const STEPS_PER_MATTERS = 4;
const MOST_STEPS = 20;

/**
 * How far off the people whose outcome is not known would have to be for the verdict to change: participants so much worse than the
 * model predicts and the others so much better, in the smallest step that does it. Where no difference was found, either way.
 *
 * Missing: null where nothing is missing, where so few are that they could be told, or where the verdict claims nothing.
 */
export function tippingPoint(way: PlannedWay, planned: Verdict, judge: Judge): TippingPoint | null {
  const filling = fillingOf(way);
  const directions = directionsAgainst(planned, way.exact.estimate ?? 0);
  if (!filling || directions.length === 0) return null;
  if (printedAsSame(samplesDiffer(way, { prepared: way.prepared, outcome: filling.shifted(0) }))) return null;
  const step = way.planned.matters / STEPS_PER_MATTERS;
  const changedBy = (shift: number): boolean => {
    const exact = exactFigures(way.prepared, filling.shifted(shift), way.exact.k, null);
    return !exact || judge(exact, clusterGate(exact, way.prepared)).verdict !== planned;
  };
  for (let steps = 0; steps <= MOST_STEPS; steps++) {
    if (directions.some((sign) => changedBy(sign * steps * step)))
      return { shift: steps * step, upTo: MOST_STEPS * step };
  }
  return { shift: null, upTo: MOST_STEPS * step };
}

/** The signs of a shift of participants that could change a verdict. */
function directionsAgainst(planned: Verdict, estimate: number): readonly number[] {
  if (planned === 'no-meaningful-difference') return [-1, 1];
  if (planned !== 'benefit' && planned !== 'harm') return [];
  return [estimate < 0 ? 1 : -1];
}
