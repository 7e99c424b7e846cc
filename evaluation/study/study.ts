import { type Day, MISSING_DAY, dayFromIso } from './day.ts';
import { dealtIndexDates } from './deal-index-dates.ts';
import { type Employment, employedSince, employmentOf } from './employment.ts';
import { lookTooEarly } from './look-too-early.ts';
import { orderedPeople } from './order.ts';
import type { LeftOut } from '../evaluation.ts';
import type { Note } from '../finding.ts';
import type { Plan } from '../plan/plan.ts';
import type { PeopleRows, ScoreRows, StudyRows } from './rows.ts';

/** The data of one evaluation at one cut-off date: people in key order, the eligible ones named, events grouped by human. */
export interface Study {
  readonly cutoff: Day;
  readonly people: PeopleRows;
  readonly index: Int32Array;
  readonly cohort: readonly string[];
  readonly dealt: Uint8Array;
  readonly employment: Employment;
  readonly laterEnrolment: Int32Array;
  /** Rows of eligible people, ascending. */
  readonly eligible: Int32Array;
  readonly scores: ScoreRows;
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly Note[];
}

/** Reasons why a row is not compared, in the order in which they are looked at. */
const REASONS = [
  'outside-cohorts',
  'no-index-date',
  'not-yet-hired',
  'tenure-too-short',
  'left-before-index',
  'already-enrolled',
  'outside-scope',
  'not-eligible-on-dealt-date',
] as const;
type Reason = (typeof REASONS)[number];

/**
 * A study of checked rows under a plan: index dates dealt, eligibility decided by what was known on each index date.
 *
 * @param fingerprint of the plan, 64 hex digits; it decides which comparison person is dealt which date
 */
export function studyOf(rows: StudyRows, plan: Plan, fingerprint: string): Study {
  const cutoff = dayFromIso(plan.cutoff);
  if (cutoff === undefined)
    throw new RangeError(`studyOf: plan.cutoff is ${plan.cutoff}; it must be an ISO date`);
  const people = orderedPeople(rows.people);
  const employment = employmentOf(people, rows.events, cutoff);
  const { index, cohort, dealt } = dealtIndexDates(people, fingerprint);
  const laterEnrolment = laterEnrolments(people, employment.humans, index);
  const judge = eligibilityJudge(people, employment, index, cohort, plan);
  const kept: number[] = [];
  const counts = new Map<Reason, { participants: number; comparison: number }>();
  for (let i = 0; i < people.count; i++) {
    let reason = judge(i);
    if (reason === undefined) {
      kept.push(i);
      continue;
    }
    if (dealt[i] === 1 && reason !== 'outside-cohorts') reason = 'not-eligible-on-dealt-date';
    const count = counts.get(reason) ?? { participants: 0, comparison: 0 };
    count[people.arm[i] === 1 ? 'participants' : 'comparison']++;
    counts.set(reason, count);
  }
  return {
    cutoff,
    people,
    index,
    cohort,
    dealt,
    employment,
    laterEnrolment,
    eligible: Int32Array.from(kept),
    scores: rows.scores,
    leftOut: REASONS.flatMap((reason) => {
      const count = counts.get(reason);
      return count ? [{ reason, n: count.participants + count.comparison, ...count }] : [];
    }),
    warnings: [...studyWarnings(people, employment.humans, index), ...lookTooEarly(people, index, plan)],
  };
}

function eligibilityJudge(
  people: PeopleRows,
  employment: Employment,
  index: Int32Array,
  cohort: readonly string[],
  plan: Plan,
): (row: number) => Reason | undefined {
  const cohorts = plan.cohorts ? new Set(plan.cohorts) : undefined;
  const tenure = plan.minTenureDays ?? 0;
  const scope = scopeTests(people, plan);
  return (i) => {
    if (cohorts && !cohorts.has(cohort[i]!)) return 'outside-cohorts';
    const day = index[i]!;
    if (day === MISSING_DAY) return 'no-index-date';
    const hired = people.hired[i]!;
    const since = employedSince(employment, employment.humans[i]!, hired, day);
    if (since === undefined)
      return hired !== MISSING_DAY && hired > day ? 'not-yet-hired' : 'left-before-index';
    if (since !== MISSING_DAY && since > day - tenure) return 'tenure-too-short';
    if (people.arm[i] === 0 && enrolledBy(people, employment.humans, index, i, day))
      return 'already-enrolled';
    for (const inside of scope) if (!inside(i)) return 'outside-scope';
    return undefined;
  };
}

/** A test per column of the plan's scope. */
function scopeTests(people: PeopleRows, plan: Plan): ((row: number) => boolean)[] {
  return Object.entries(plan.scope ?? {}).map(([name, kept]) => {
    const values = new Set(kept);
    const covariate = people.covariates.get(name);
    if (!covariate) {
      if (name === 'role') return (row: number) => values.has(people.role[row] === 1 ? 'mentor' : 'mentee');
      if (name === 'stratum') return (row: number) => values.has(people.stratum[row]!);
      return () => false;
    }
    if (covariate.kind === 'numeric') return (row: number) => values.has(String(covariate.values[row]!));
    const codes = new Set(covariate.levels.flatMap((level, i) => (values.has(level) ? [i + 1] : [])));
    return (row: number) => codes.has(covariate.codes[row]!);
  });
}

/** Whether the human of a comparison row was enrolled as a participant on or before a day. */
function enrolledBy(
  people: PeopleRows,
  humans: Int32Array,
  index: Int32Array,
  row: number,
  day: Day,
): boolean {
  const human = humans[row]!;
  const enrolled = (i: number): boolean =>
    people.arm[i] === 1 && index[i] !== MISSING_DAY && index[i]! <= day;
  for (let i = row - 1; i >= 0 && humans[i] === human; i--) if (enrolled(i)) return true;
  for (let i = row + 1; i < people.count && humans[i] === human; i++) if (enrolled(i)) return true;
  return false;
}

/** The first enrolment of the same human, as a participant, after each row's index day. */
function laterEnrolments(people: PeopleRows, humans: Int32Array, index: Int32Array): Int32Array {
  const later = new Int32Array(people.count).fill(MISSING_DAY);
  for (let start = 0; start < people.count;) {
    let end = start + 1;
    while (end < people.count && humans[end] === humans[start]) end++;
    for (let i = start; i < end && end - start > 1; i++) {
      if (people.arm[i] === 1 || index[i] === MISSING_DAY) continue;
      for (let j = start; j < end; j++) {
        if (people.arm[j] !== 1 || index[j] === MISSING_DAY || index[j]! <= index[i]!) continue;
        if (later[i] === MISSING_DAY || index[j]! < later[i]!) later[i] = index[j]!;
      }
    }
    start = end;
  }
  return later;
}

/** Index dates further apart than this need future participants among the comparison people (V17). */
const ROLLING_DAYS = 31;

function studyWarnings(people: PeopleRows, humans: Int32Array, index: Int32Array): Note[] {
  const warnings: Note[] = [];
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let both = false;
  let comparison = false;
  let withoutMentor = 0;
  let participants = 0;
  for (let i = 0; i < people.count; i++) {
    if (people.arm[i] === 1) {
      participants++;
      if (people.mentor[i] === '') withoutMentor++;
      if (index[i] !== MISSING_DAY) {
        first = Math.min(first, index[i]!);
        last = Math.max(last, index[i]!);
      }
    } else comparison = true;
    if (i > 0 && humans[i] === humans[i - 1] && people.arm[i] !== people.arm[i - 1]) both = true;
  }
  if (withoutMentor > 0) warnings.push({ key: 'V15.mentor', values: { n: withoutMentor, participants } });
  if (comparison && !both && last - first > ROLLING_DAYS) {
    warnings.push({ key: 'V17', values: { days: last - first } });
  }
  return warnings;
}
