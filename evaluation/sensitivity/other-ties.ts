import { matchedWithLastTies } from '../designs/by-matching.ts';
import { exactFigures } from '../effect/exact-figures.ts';
import { outcomeAt } from '../effect/outcome-values.ts';
import type { PlannedWay } from './analysis.ts';
import { printedAsSame, samplesDiffer } from './samples-differ.ts';

/**
 * The difference when matching gives ties to the last key instead of the first: keys have nothing to do with people, so what they
 * decide is chance.
 *
 * Missing: null when nobody else is matched, or so few others that telling them apart could tell on somebody.
 */
export function differenceWithOtherTies(way: PlannedWay): number | null {
  const { study, plan, prepared, columns, exact } = way;
  if (prepared.method !== 'matched') return null;
  const other = matchedWithLastTies(prepared, study, plan);
  if (!other) return null;
  const outcome = outcomeAt(columns, other.positions);
  if ('reason' in outcome || printedAsSame(samplesDiffer(way, { prepared: other, outcome }))) return null;
  return exactFigures(other, outcome, exact.k, null)?.estimate ?? null;
}
