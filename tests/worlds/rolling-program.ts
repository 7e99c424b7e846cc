import { seededRandom } from '#examples/promotion-two-years/source/seeded-random.ts';
import { type Day, MISSING_DAY } from '#evaluation/study/day.ts';
import { noScores } from '#evaluation/study/empty-rows.ts';
import { EVENT_KINDS, type EventKind, type StudyRows } from '#evaluation/study/rows.ts';

/** Promotions and exits per day, the same for everybody and always. */
const PROMOTION_PER_DAY = 2.7e-4;
const EXIT_PER_DAY = 2.3e-4;

/** Places are given over a year and a half, to people who are still on staff and not yet promoted. */
const ENROLMENT_DAYS = 540;
const WISH_SHARE = 0.7;

/** First and last day of the records. */
export const FIRST_DAY = 18_000;
export const LAST_DAY = FIRST_DAY + ENROLMENT_DAYS + 800;

/** The chance of a promotion within some days in this program, for everybody: leaving competes. */
export function promotedWithin(days: number): number {
  const all = PROMOTION_PER_DAY + EXIT_PER_DAY;
  return (PROMOTION_PER_DAY / all) * -Math.expm1(-all * days);
}

interface Human {
  readonly key: string;
  readonly promotions: readonly Day[];
  readonly exit: Day;
  readonly place: Day | undefined;
}

/** People of a program that does nothing, and whose participants had to be unpromoted when they enrolled. */
export function rollingProgram(seed: number, people: number): Human[] {
  const random = seededRandom(seed);
  return Array.from({ length: people }, (_, i) => {
    const exit = FIRST_DAY + random.waitingDays(EXIT_PER_DAY);
    const promotions: Day[] = [];
    for (
      let time = FIRST_DAY + random.waitingDays(PROMOTION_PER_DAY);
      time < exit;
      time += random.waitingDays(PROMOTION_PER_DAY)
    ) {
      promotions.push(Math.ceil(time));
    }
    const wishes = random.even() < WISH_SHARE;
    const day = FIRST_DAY + 1 + Math.floor(random.even() * ENROLMENT_DAYS);
    const enrols = wishes && exit > day && (promotions[0] ?? Number.POSITIVE_INFINITY) > day;
    return {
      key: `R${String(i).padStart(6, '0')}`,
      promotions,
      exit: Math.ceil(exit),
      place: enrols ? day : undefined,
    };
  });
}

/** The same people as checked rows: everybody a comparison person, participants a second time with their place. */
export function rollingRows(people: readonly Human[]): StudyRows {
  const rows = people.flatMap(({ key, place }) => [
    { person: key, cohort: '', arm: 0, index: MISSING_DAY },
    ...(place === undefined ? [] : [{ person: key, cohort: 'rolling', arm: 1, index: place }]),
  ]);
  const events = people.flatMap(({ key, promotions, exit }) => [
    ...promotions.map((day) => ({ key, day, kind: 'promotion' as EventKind })),
    { key, day: exit, kind: 'exit' as EventKind },
  ]);
  const known = events.filter(({ day }) => day <= LAST_DAY);
  const empty = rows.map(() => '');
  const missing = (): Int32Array => new Int32Array(rows.length).fill(MISSING_DAY);
  return {
    people: {
      count: rows.length,
      person: rows.map(({ person }) => person),
      cohort: rows.map(({ cohort }) => cohort),
      arm: Uint8Array.from(rows, ({ arm }) => arm),
      index: Int32Array.from(rows, ({ index }) => index),
      role: new Uint8Array(rows.length),
      hired: missing(),
      lastSeen: missing(),
      mentor: empty,
      stratum: empty,
      probability: new Float64Array(rows.length).fill(Number.NaN),
      tookPart: new Uint8Array(rows.length).fill(2),
      covariates: new Map(),
    },
    events: {
      count: known.length,
      person: known.map(({ key }) => key),
      day: Int32Array.from(known, ({ day }) => day),
      kind: Uint8Array.from(known, ({ kind }) => EVENT_KINDS.indexOf(kind)),
      value: known.map(() => ''),
    },
    scores: noScores(),
  };
}
