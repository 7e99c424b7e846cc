import { oncePer } from './once-per.ts';
import type { Plan } from '../plan/plan.ts';
import { type CareerRows, careersOf } from './careers.ts';
import { type Day, isoFromDay, MISSING_DAY } from './day.ts';
import { everyPlace } from './pick.ts';
import { linkedPeople, pairsOnFile } from './linked-people.ts';
import {
  type ActionRows,
  type AnswerRows,
  type AreaRows,
  type AskedRows,
  type CostRows,
  type EnrolmentRows,
  type FeedbackRows,
  type GateRows,
  type GoalRows,
  type MeetingRows,
  type PairRows,
  type ProgramRows,
  type PromiseRows,
  type ReviewRows,
  type RosterRows,
  type UnderstandingRows,
} from './program-rows.ts';
import type { ScoreRows, StudyRows } from './rows.ts';
import { someRowsOf } from './some-rows-of.ts';

/** Everybody who was ever enrolled, each person and role once, in key order. An erased person keeps a row. */
export interface PeopleRoster {
  readonly count: number;
  readonly person: readonly string[];
  /** 0 mentee, 1 mentor. */
  readonly role: Uint8Array;
  /** People who are linked by a mentor, directly or through others, bear the same number. */
  readonly linked: Int32Array;
}

/** The tables that a program measure can ask for. */
export interface ProgramColumns {
  /** All pairs ever made, in the cohorts of the plan, with a start on or before the cut-off. */
  readonly pairs: PairRows;
  readonly enrolments: EnrolmentRows;
  readonly meetings: MeetingRows;
  readonly promises: PromiseRows;
  readonly areas: AreaRows;
  readonly goals: GoalRows;
  readonly reviews: ReviewRows;
  readonly actions: ActionRows;
  readonly feedback: FeedbackRows;
  readonly understanding: UnderstandingRows;
  readonly gates: GateRows;
  readonly asked: AskedRows;
  readonly costs: CostRows;
  /** Who was asked and answered, per wave and role. */
  readonly roster: RosterRows;
  /** Answers as they were given, item by item. */
  readonly answers: AnswerRows;
  /** Everybody ever enrolled: by the enrolments, else the people of the pairs, else the participants on file. */
  readonly enrolled: PeopleRoster;
  /** Scores up to the cut-off. */
  readonly scores: ScoreRows;
  /** Participants under view, with their dated opportunities; there when events are on file. */
  readonly careers: CareerRows;
}
export type ProgramNeed = keyof ProgramColumns;

/** The tables of a study as program measures see them, as they stood at the cut-off; a table is undefined when its file is not there. */
export const programColumns = oncePer((rows: StudyRows, plan: Plan, cutoff: Day): Partial<ProgramColumns> => {
  const { program } = rows;
  const given: { -readonly [Name in ProgramNeed]?: ProgramColumns[Name] } = {};
  const pairs = program?.pairs && pairsOf(program.pairs, plan, cutoff);
  if (program) {
    for (const name of Object.keys(program) as (keyof ProgramRows)[]) {
      const table = program[name];
      if (table) Object.assign(given, { [name]: table });
    }
  }
  if (pairs) given.pairs = pairs;
  if (given.goals) given.goals = upTo(given.goals, given.goals.start, cutoff);
  if (given.asked) given.asked = askedTo(given.asked, cutoff);
  if (given.enrolments) given.enrolments = enrolmentsOf(given.enrolments, rows, plan, cutoff);
  const scores = upTo(rows.scores, rows.scores.day, cutoff);
  if (scores.count > 0) given.scores = scores;
  if (rows.events.count > 0) given.careers = careersOf(rows, plan.cohorts, cutoff);
  const enrolled = enrolledPeople(rows, given, plan, cutoff);
  if (enrolled.count > 0) given.enrolled = enrolled;
  return given;
});

/** The rows up to the cut-off: what came later is not known yet. A row without a day counts. */
function upTo<Rows extends { readonly count: number }>(rows: Rows, day: Int32Array, cutoff: Day): Rows {
  return where(rows, (i) => day[i] === MISSING_DAY || day[i]! <= cutoff);
}

function where<Rows extends { readonly count: number }>(rows: Rows, holds: (row: number) => boolean): Rows {
  const kept = everyPlace(rows.count).filter(holds);
  return kept.length === rows.count ? rows : someRowsOf(rows, kept);
}

/** The pairs of the plan's cohorts that were made on or before the cut-off: closing or silencing a pair takes none away. */
function pairsOf(pairs: PairRows, plan: Plan, cutoff: Day): PairRows {
  const cohorts = plan.cohorts && new Set(plan.cohorts);
  const isOutside = (cohort: string): boolean => cohort !== '' && cohorts?.has(cohort) === false;
  return where(upTo(pairs, pairs.made, cutoff), (i) => !isOutside(pairs.cohort[i]!));
}

/** Minutes of the months up to that of the cut-off. */
function askedTo(asked: AskedRows, cutoff: Day): AskedRows {
  const last = isoFromDay(cutoff).slice(0, 'yyyy-mm'.length);
  return where(asked, (i) => asked.month[i]! <= last);
}

/** Enrolments up to the cut-off, without people of whom other files say that they are in other cohorts only. */
function enrolmentsOf(enrolments: EnrolmentRows, rows: StudyRows, plan: Plan, cutoff: Day): EnrolmentRows {
  const own = upTo(enrolments, enrolments.from, cutoff);
  if (!plan.cohorts) return own;
  const inside = new Map<string, boolean>();
  const tell = (person: string, cohort: string): void => {
    if (cohort !== '') inside.set(person, inside.get(person) === true || plan.cohorts!.includes(cohort));
  };
  const { people, program } = rows;
  for (let i = 0; i < people.count; i++) if (people.arm[i] === 1) tell(people.person[i]!, people.cohort[i]!);
  const pairs = program?.pairs;
  for (let i = 0; i < (pairs?.count ?? 0); i++)
    for (const person of [pairs!.mentor[i]!, pairs!.mentee[i]!]) tell(person, pairs!.cohort[i]!);
  return where(own, (i) => inside.get(own.person[i]!) !== false);
}

function enrolledPeople(
  { people }: StudyRows,
  { enrolments, pairs }: Partial<Pick<ProgramColumns, 'enrolments' | 'pairs'>>,
  plan: Plan,
  cutoff: Day,
): PeopleRoster {
  const keys = new Set<string>();
  const add = (person: string, role: number): void => {
    if (person !== '') keys.add(`${person}\u0000${role}`);
  };
  if (enrolments) for (let i = 0; i < enrolments.count; i++) add(enrolments.person[i]!, enrolments.role[i]!);
  else if (pairs) {
    for (let i = 0; i < pairs.count; i++) {
      add(pairs.mentor[i]!, 1);
      add(pairs.mentee[i]!, 0);
    }
  } else {
    const outside = (cohort: string): boolean => cohort !== '' && plan.cohorts?.includes(cohort) === false;
    for (let i = 0; i < people.count; i++)
      if (people.arm[i] === 1 && people.index[i]! <= cutoff && !outside(people.cohort[i]!))
        add(people.person[i]!, people.role[i]!);
  }
  const sorted = [...keys].sort();
  const person = sorted.map((key) => key.slice(0, key.indexOf('\u0000')));
  return {
    count: sorted.length,
    person,
    linked: linkedPeople(person, pairs ?? pairsOnFile(people)),
    role: Uint8Array.from(sorted, (key) => (key.endsWith('1') ? 1 : 0)),
  };
}
