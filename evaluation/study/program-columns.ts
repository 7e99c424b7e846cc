import { oncePer } from './once-per.ts';
import type { Plan } from '../plan/plan.ts';
import { type CareerRows, careersOf } from './careers.ts';
import { type Day, MISSING_DAY } from './day.ts';
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

/** The tables of a study as program measures see them; a table is undefined when its file is not there. */
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
  const scores = scoresTo(rows.scores, cutoff);
  if (scores.count > 0) given.scores = scores;
  if (rows.events.count > 0) given.careers = careersOf(rows, cutoff);
  const enrolled = enrolledPeople(rows, pairs ?? null, plan);
  if (enrolled.count > 0) given.enrolled = enrolled;
  return given;
});

/** The pairs of the plan's cohorts that were made on or before the cut-off: closing or silencing a pair takes none away. */
function pairsOf(pairs: PairRows, plan: Plan, cutoff: Day): PairRows {
  const cohorts = plan.cohorts && new Set(plan.cohorts);
  const kept = Array.from({ length: pairs.count }, (_, i) => i).filter(
    (i) =>
      (pairs.made[i] === MISSING_DAY || pairs.made[i]! <= cutoff) &&
      (!cohorts || pairs.cohort[i] === '' || cohorts.has(pairs.cohort[i]!)),
  );
  const days = (column: Int32Array): Int32Array => Int32Array.from(kept, (i) => column[i]!);
  const texts = (column: readonly string[]): string[] => kept.map((i) => column[i]!);
  return {
    count: kept.length,
    pair: texts(pairs.pair),
    mentor: texts(pairs.mentor),
    mentee: texts(pairs.mentee),
    cohort: texts(pairs.cohort),
    made: days(pairs.made),
    plannedEnd: days(pairs.plannedEnd),
    ended: days(pairs.ended),
    endKind: Uint8Array.from(kept, (i) => pairs.endKind[i]!),
    rhythmDays: days(pairs.rhythmDays),
    paused: kept.map((i) => pairs.paused[i]!),
  };
}

function enrolledPeople(rows: StudyRows, pairs: PairRows | null, plan: Plan): PeopleRoster {
  const keys = new Set<string>();
  const add = (person: string, role: number): void => {
    if (person !== '') keys.add(`${person}\u0000${role}`);
  };
  const enrolments = rows.program?.enrolments;
  if (enrolments) for (let i = 0; i < enrolments.count; i++) add(enrolments.person[i]!, enrolments.role[i]!);
  else if (pairs) {
    for (let i = 0; i < pairs.count; i++) {
      add(pairs.mentor[i]!, 1);
      add(pairs.mentee[i]!, 0);
    }
  } else {
    const { people } = rows;
    const outside = (cohort: string): boolean => cohort !== '' && plan.cohorts?.includes(cohort) === false;
    for (let i = 0; i < people.count; i++)
      if (people.arm[i] === 1 && !outside(people.cohort[i]!)) add(people.person[i]!, people.role[i]!);
  }
  const sorted = [...keys].sort();
  const person = sorted.map((key) => key.slice(0, key.indexOf('\u0000')));
  return {
    count: sorted.length,
    person,
    linked: linkedPeople(person, pairs ?? pairsOnFile(rows.people)),
    role: Uint8Array.from(sorted, (key) => (key.endsWith('1') ? 1 : 0)),
  };
}

/** Scores up to the cut-off; a score without a date counts. */
function scoresTo(scores: ScoreRows, cutoff: Day): ScoreRows {
  const kept = Array.from({ length: scores.count }, (_, i) => i).filter(
    (i) => scores.day[i] === MISSING_DAY || scores.day[i]! <= cutoff,
  );
  if (kept.length === scores.count) return scores;
  const texts = (column: readonly string[]): string[] => kept.map((i) => column[i]!);
  const numbers = (column: Float64Array): Float64Array => Float64Array.from(kept, (i) => column[i]!);
  const whole = (column: Int32Array): Int32Array => Int32Array.from(kept, (i) => column[i]!);
  return {
    count: kept.length,
    person: texts(scores.person),
    wave: texts(scores.wave),
    day: whole(scores.day),
    scale: texts(scores.scale),
    score: numbers(scores.score),
    low: numbers(scores.low),
    high: numbers(scores.high),
    about: texts(scores.about),
    instrument: texts(scores.instrument),
    version: texts(scores.version),
    nItems: whole(scores.nItems),
  };
}
