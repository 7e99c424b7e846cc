import type { Range } from '../finding.ts';
import type { PeopleRoster } from '../study/program-columns.ts';
import type { ScoreRows } from '../study/rows.ts';
import type { AskedValues } from './asked-values.ts';

/**
 * One number per enrolled person of a role: the mean of the scores that belong to the person. Everybody ever enrolled stays in,
 * whoever has no score as not known.
 *
 * @param rows which scores count, as positions
 * @param whose the person to whom a score belongs; who gave it when left out
 */
export function overEnrolled(
  enrolled: PeopleRoster,
  role: 0 | 1,
  scores: ScoreRows,
  rows: readonly number[],
  ends: Range | null,
  whose: readonly string[] = scores.person,
): AskedValues {
  const sums = new Map<string, { sum: number; known: number }>();
  for (const row of rows) {
    const score = scores.score[row]!;
    if (Number.isNaN(score)) continue;
    const own = sums.get(whose[row]!) ?? { sum: 0, known: 0 };
    own.sum += score;
    own.known++;
    sums.set(whose[row]!, own);
  }
  const places = Array.from({ length: enrolled.count }, (_, i) => i).filter((i) => enrolled.role[i] === role);
  const values = Float64Array.from(places, (i) => {
    const own = sums.get(enrolled.person[i]!);
    return own ? own.sum / own.known : Number.NaN;
  });
  const filled = (end: number): Float64Array => values.map((value) => (Number.isNaN(value) ? end : value));
  return {
    values,
    lowest: filled(ends?.[0] ?? Number.NaN),
    highest: filled(ends?.[1] ?? Number.NaN),
    clusters: Int32Array.from(places, (i) => enrolled.linked[i]!),
    people: values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0),
  };
}
