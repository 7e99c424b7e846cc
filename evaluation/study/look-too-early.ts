import { measureOf } from '../measures/registry.ts';
import type { Note } from '../finding.ts';
import type { Plan } from '../plan/plan.ts';
import { type Day, MISSING_DAY, dayFromIso, horizonDays, isoFromDay } from './day.ts';
import type { PeopleRows } from './rows.ts';

/**
 * Outcomes whose horizon the last participants have not reached when the data end or the look is held: a remark each, with the first day on
 * which everybody has. Who is followed for a shorter time still counts as long as they are seen, so this is a remark and no refusal.
 */
export function lookTooEarly(people: PeopleRows, index: Int32Array, plan: Plan): Note[] {
  const last = lastStart(people, index, plan);
  const ends = [plan.cutoff, plan.look].flatMap((date) => dayFromIso(date) ?? []);
  if (last === undefined || ends.length === 0) return [];
  const end = Math.min(...ends);
  const horizons = new Set(
    [plan.primary, ...(plan.also ?? []), ...(plan.watchOuts ?? [])].flatMap(({ outcome, months }) =>
      months !== undefined && measureOf(outcome).counts !== null ? [months] : [],
    ),
  );
  return [...horizons]
    .sort((a, b) => a - b)
    .flatMap((months) => {
      const reached = last + horizonDays(months);
      return reached <= end ? [] : [{ key: 'look-early', values: { months, reached: isoFromDay(reached) } }];
    });
}

/** The last day on which a participant of the plan's cohorts started; people of a waiting list are followed from the draw on, not from their own start. */
function lastStart(people: PeopleRows, index: Int32Array, { cohorts, design }: Plan): Day | undefined {
  const waited = new Set(
    design === 'waiting-list' ? people.person.filter((_, i) => people.arm[i] === 0) : [],
  );
  let last: Day | undefined;
  for (let i = 0; i < people.count; i++) {
    if (people.arm[i] !== 1 || index[i] === MISSING_DAY) continue;
    if (waited.has(people.person[i]!) || (cohorts && !cohorts.includes(people.cohort[i]!))) continue;
    if (last === undefined || index[i]! > last) last = index[i]!;
  }
  return last;
}
