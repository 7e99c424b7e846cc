import type { Range } from '../finding.ts';
import type { PeopleRoster } from '../study/program-columns.ts';
import type { ScoreRows } from '../study/rows.ts';
import type { AskedValues } from './asked-values.ts';
import { overEnrolled } from './people-enrolled.ts';
import { scaleRows } from './scale-rows.ts';

/**
 * The score of each enrolled person of a role on a scale at a wave: what people say of themselves, or, of a scale that is never
 * about oneself, the mean of what they say of others.
 */
export function ownScores(
  scores: ScoreRows,
  enrolled: PeopleRoster,
  at: { readonly role: 0 | 1; readonly scale: string; readonly wave: string; readonly ends: Range | null },
): AskedValues {
  const own = (row: number): boolean => scores.about[row] === '' || scores.about[row] === scores.person[row];
  const aboutSelf = scaleRows(scores, at.scale).some(own);
  const rows = scaleRows(scores, at.scale, at.wave).filter((row) => !aboutSelf || own(row));
  return overEnrolled(enrolled, at.role, scores, rows, at.ends);
}

/** The change of each person between two waves; who is missing at one leaves the whole length of the scale open. */
export function changes(before: AskedValues, after: AskedValues): AskedValues {
  const values = after.values.map((value, i) => value - before.values[i]!);
  return {
    values,
    lowest: after.lowest.map((value, i) => value - before.highest[i]!),
    highest: after.highest.map((value, i) => value - before.lowest[i]!),
    clusters: after.clusters,
    people: values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0),
  };
}
