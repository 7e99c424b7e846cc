import { MISSING_DAY } from '#evaluation/study/day.ts';
import type { ProgramRows } from '#evaluation/study/program-rows.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import { madeRows } from './made-rows.ts';
import { FIRST_DAY, type Life } from './program-life.ts';

const days = <T>(rows: readonly T[], of: (row: T) => number | undefined): Int32Array =>
  Int32Array.from(rows, (row) => of(row) ?? MISSING_DAY);
const codes = <T>(rows: readonly T[], of: (row: T) => number): Uint8Array => Uint8Array.from(rows, of);
const counts = <T>(rows: readonly T[], of: (row: T) => number): Int32Array => Int32Array.from(rows, of);
const numbers = <T>(rows: readonly T[], of: (row: T) => number | undefined): Float64Array =>
  Float64Array.from(rows, (row) => of(row) ?? Number.NaN);
const pairKeys = (rows: readonly { pair: string }[]): string[] => rows.map(({ pair }) => pair);

/** The tables of a made-up life as intake hands them on. */
export function lifeRows(life: Life): StudyRows {
  const people = [...new Set(life.pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]))];
  const events = (key: string) =>
    life.opportunities.flatMap(({ person, day }) =>
      person === key ? [{ day, kind: 'opportunity' as const }] : [],
    );
  const rows = madeRows(people.map((key) => ({ key, arm: 1, index: FIRST_DAY, events: events(key) })));
  const { scores } = life;
  return {
    ...rows,
    scores: {
      count: scores.length,
      person: scores.map(({ person }) => person),
      wave: scores.map(({ wave }) => wave),
      day: days(scores, ({ day }) => day),
      scale: scores.map(({ scale }) => scale),
      score: numbers(scores, ({ score }) => score),
      low: numbers(scores, () => 1),
      high: numbers(scores, () => 5),
      about: scores.map(({ about }) => about),
      instrument: scores.map(() => ''),
      version: scores.map(() => ''),
      nItems: counts(scores, () => 0),
    },
    program: programRows(life),
  };
}

function programRows(life: Life): ProgramRows {
  return {
    ...pairTables(life),
    ...goalTables(life),
    gates: {
      count: life.gates.length,
      person: life.gates.map(({ person }) => person),
      gate: life.gates.map(({ gate }) => gate),
      due: days(life.gates, ({ due }) => due),
      done: days(life.gates, ({ done }) => done),
    },
    asked: {
      count: 2,
      role: Uint8Array.of(0, 1),
      month: ['2025-05', '2025-05'],
      minutes: Float64Array.of(20, 10),
    },
    costs: {
      count: 1,
      line: ['Coordination'],
      kind: ['staff'],
      amount: Float64Array.of(9000),
      currency: ['EUR'],
      booked: Uint8Array.of(1),
    },
    roster: null,
    enrolments: null,
    answers: null,
  };
}

function pairTables({ pairs, meetings, promises, feedback, understanding }: Life) {
  return {
    pairs: {
      count: pairs.length,
      pair: pairKeys(pairs),
      mentor: pairs.map(({ mentor }) => mentor),
      mentee: pairs.map(({ mentee }) => mentee),
      cohort: pairs.map(() => ''),
      made: days(pairs, ({ made }) => made),
      plannedEnd: days(pairs, ({ plannedEnd }) => plannedEnd),
      ended: days(pairs, ({ ended }) => ended),
      endKind: codes(pairs, ({ ended, endKind }) => (ended === undefined ? 0 : endKind)),
      rhythmDays: counts(pairs, ({ rhythmDays }) => rhythmDays),
      paused: pairs.map(({ paused }) => paused),
    },
    meetings: {
      count: meetings.length,
      pair: pairKeys(meetings),
      day: days(meetings, ({ day }) => day),
      state: codes(meetings, ({ state }) => state),
      reportedBy: codes(meetings, ({ by }) => by),
    },
    promises: {
      count: promises.length,
      pair: pairKeys(promises),
      kind: promises.map(({ kind }) => kind),
      due: days(promises, ({ due }) => due),
      viewMentor: codes(promises, ({ mentor }) => mentor),
      viewMentee: codes(promises, ({ mentee }) => mentee),
      renegotiatedOn: days(promises, ({ on }) => on),
    },
    feedback: {
      count: feedback.length,
      pair: pairKeys(feedback),
      fromMentor: counts(feedback, ({ fromMentor }) => fromMentor),
      fromMentee: counts(feedback, ({ fromMentee }) => fromMentee),
    },
    understanding: {
      count: understanding.length,
      pair: pairKeys(understanding),
      items: counts(understanding, ({ items }) => items),
      same: counts(understanding, ({ same }) => same),
    },
  };
}

function goalTables({ areas, goals, reviews, actions }: Life) {
  return {
    areas: {
      count: areas.length,
      pair: pairKeys(areas),
      side: codes(areas, ({ side }) => side),
      area: areas.map(({ area }) => area),
    },
    goals: {
      count: goals.length,
      pair: pairKeys(goals),
      goal: goals.map(({ goal }) => goal),
      owner: codes(goals, ({ owner }) => owner),
      mutual: codes(goals, ({ mutual }) => mutual),
      area: goals.map(({ area }) => area),
      smart: [0, 1, 2, 3, 4].map((part) => codes(goals, ({ smart }) => smart[part]!)),
      baseline: numbers(goals, ({ baseline }) => baseline),
      target: numbers(goals, ({ target }) => target),
      unit: goals.map(() => ''),
      start: days(goals, ({ start }) => start),
      due: days(goals, ({ due }) => due),
      progress: goals.map(({ progress }) =>
        progress.map(({ day, value }) => ({ day, value: value ?? Number.NaN })),
      ),
      state: codes(goals, ({ state }) => state),
    },
    reviews: {
      count: reviews.length,
      pair: pairKeys(reviews),
      number: counts(reviews, ({ number }) => number),
      due: days(reviews, ({ due }) => due),
      done: days(reviews, ({ done }) => done),
      channelMentor: codes(reviews, ({ channel }) => channel[0]),
      channelMentee: codes(reviews, ({ channel }) => channel[1]),
    },
    actions: {
      count: actions.length,
      pair: pairKeys(actions),
      due: days(actions, ({ due }) => due),
      closed: days(actions, ({ closed }) => closed),
    },
  };
}
