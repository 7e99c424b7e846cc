import type { SeededRandom } from './seeded-random.ts';

/** Whole days since 1970-01-01. */
export type Day = number;

/** The day of a date that exists. */
export function dayOf(iso: string): Day {
  return Date.parse(iso) / 86_400_000;
}

/** The date of a day. */
export function dateOf(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The day of the extract from which all facts about people come: before the first place was given. */
export const SNAPSHOT = dayOf('2021-01-01');

/** Somebody on staff on the day of the extract, or hired within the following eight months. */
export interface Employee {
  readonly key: string;
  readonly hired: Day;
  readonly department: string;
  readonly grade: string;
  readonly tenureYears: number;
  /** 1 to 5; undefined for people hired in the half year before the extract, or after it. */
  readonly lastRating: number | undefined;
  readonly pastPromotions: number;
  /** Promotions and exits per day without the program; both are constant over time, so that the truth can be calculated. */
  readonly promotionPerDay: number;
  readonly exitPerDay: number;
  /** Log odds of taking part when there is a place. */
  readonly wish: number;
}

const DEPARTMENTS = ['Engineering', 'Finance', 'Operations', 'Sales', 'Support'];
const GRADES = ['G3', 'G4', 'G5', 'G6'];
const GRADE_WEIGHTS = [40, 32, 20, 8];
const LATE_HIRES = 0.07;

/**
 * A made-up employee.
 *
 * @param selection how strongly the measured facts draw people into the program; 1 as usual, 0 not at all
 */
export function employee(random: SeededRandom, number: number, selection: number): Employee {
  const department = random.pick(DEPARTMENTS, [30, 12, 26, 20, 12]);
  const late = random.even() < LATE_HIRES;
  const since = late ? -Math.floor(random.even() * 240) : Math.min(Math.ceil(random.waitingDays(1 / 1900)), 9000);
  const tenureYears = late ? 0 : Math.round(since / 36.525) / 10;
  const level = Math.min(3, Math.max(0, Number(random.pick(['0', '1', '2', '3'], GRADE_WEIGHTS)) + (tenureYears > 12 ? 1 : 0)));
  const rating = Math.min(5, Math.max(1, Math.round(3.2 + 0.9 * random.normal())));
  const lastRating = since < 183 ? undefined : rating;
  const promotionsPerYear = 0.06 + 0.035 * (rating - 3);
  const pastPromotions = Math.min(5, count(random, Math.max(0.01, promotionsPerYear) * Math.min(tenureYears, 10)));
  const merit = (lastRating ?? 3.2) - 3.2;
  const sales = department === 'Sales' ? 1 : 0;
  return {
    key: `E${String(number).padStart(5, '0')}`,
    hired: SNAPSHOT - since,
    department,
    grade: GRADES[level]!,
    tenureYears,
    lastRating,
    pastPromotions,
    promotionPerDay: Math.exp(-8.2 + 0.42 * merit + 0.22 * pastPromotions - 0.16 * level - 0.02 * tenureYears + 0.1 * sales),
    exitPerDay: Math.exp(-8.35 - 0.1 * merit - 0.02 * tenureYears + 0.15 * sales),
    wish: -1.9 + selection * (0.75 * merit + 0.35 * pastPromotions - 0.1 * level - 0.05 * tenureYears + 0.3 * sales),
  };
}

function count(random: SeededRandom, mean: number): number {
  let events = 0;
  for (let passed = random.waitingDays(1); passed < mean; passed += random.waitingDays(1)) events++;
  return events;
}
