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
  const { places, slot } = slotsOf(enrolled, role);
  const sums = new Float64Array(places.length);
  const known = new Int32Array(places.length);
  for (const row of rows) {
    const at = slot.get(whose[row]!);
    const score = scores.score[row]!;
    if (at === undefined || Number.isNaN(score)) continue;
    sums[at]! += score;
    known[at]!++;
  }
  const values = sums.map((sum, at) => (known[at] === 0 ? Number.NaN : sum / known[at]!));
  const filled = (end: number): Float64Array => values.map((value) => (Number.isNaN(value) ? end : value));
  return {
    values,
    lowest: filled(ends?.[0] ?? Number.NaN),
    highest: filled(ends?.[1] ?? Number.NaN),
    clusters: places.map((i) => enrolled.linked[i]!),
    people: values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0),
  };
}

/** The places of a role on the roster, and where each person stands among them. */
interface Slots {
  readonly places: Int32Array;
  readonly slot: ReadonlyMap<string, number>;
}

/** Made once per roster: many figures ask about the same people. */
const made = new WeakMap<PeopleRoster, Map<number, Slots>>();

function slotsOf(enrolled: PeopleRoster, role: 0 | 1): Slots {
  const roles = made.get(enrolled) ?? new Map<number, Slots>();
  made.set(enrolled, roles);
  const known = roles.get(role);
  if (known) return known;
  const places = new Int32Array(enrolled.count).map((_, i) => i).filter((i) => enrolled.role[i] === role);
  const slot = new Map<string, number>();
  for (let at = 0; at < places.length; at++) slot.set(enrolled.person[places[at]!]!, at);
  roles.set(role, { places, slot });
  return { places, slot };
}
