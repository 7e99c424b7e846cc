import { type Day, type Employee, SNAPSHOT, dayOf, employee } from './employee.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** What can be set about a made-up program. */
export interface WorldSettings {
  readonly seed: number;
  readonly people: number;
  /** How many times as many promotions per day participants have from the day after they got their place. */
  readonly promotionRatio: number;
  /** The same for exits. */
  readonly exitRatio: number;
  readonly selection: number;
}

/** Somebody given a place: when, in which cohort, with which mentor. */
export interface Place {
  readonly day: Day;
  readonly cohort: string;
  readonly mentor: string;
}

export interface WorldPerson extends Employee {
  readonly place: Place | undefined;
  readonly events: readonly { readonly day: Day; readonly kind: string }[];
}

/** Places were given on rolling days within two periods. */
const COHORTS = [
  { name: '2021-spring', from: dayOf('2021-02-01'), days: 110 },
  { name: '2021-autumn', from: dayOf('2021-08-02'), days: 88 },
];

/** Nobody is given a place before half a year on staff. */
export const LEAST_TENURE_DAYS = 180;

/** The last day of the records. */
export const CUTOFF = dayOf('2023-12-31');

/** Everybody in a made-up organisation, with what happened to them until the cut-off. */
export function programWorld(settings: WorldSettings): WorldPerson[] {
  const random = seededRandom(settings.seed);
  const drafts = Array.from({ length: settings.people }, (_, i) => draft(random, i + 1, settings));
  const mentors = mentorsFor(random, drafts);
  return drafts.map((person) => ({ ...person, place: person.place && { ...person.place, mentor: mentors.get(person.key)! } }));
}

function draft(random: SeededRandom, number: number, settings: WorldSettings): WorldPerson {
  const facts = employee(random, number, settings.selection);
  const start = Math.max(SNAPSHOT, facts.hired);
  const wishes = random.even() < 1 / (1 + Math.exp(-facts.wish));
  const cohort = random.pick(COHORTS, [55, 45]);
  const day = cohort.from + Math.floor(random.even() * cohort.days);
  const exitBefore = start + random.waitingDays(facts.exitPerDay);
  const enrols = wishes && facts.hired <= day - LEAST_TENURE_DAYS && exitBefore > day + 1;
  const exit = enrols ? day + random.waitingDays(facts.exitPerDay * settings.exitRatio) : exitBefore;
  const usual = times(random, start, enrols ? day : exit, facts.promotionPerDay);
  const later = enrols ? times(random, day, exit, facts.promotionPerDay * settings.promotionRatio) : [];
  const events = [
    ...[...usual, ...later].map((time) => ({ day: Math.ceil(time), kind: 'promotion' })),
    ...times(random, start, exit, 0.03 / 365.25).map((time) => ({ day: Math.ceil(time), kind: 'role' })),
    { day: Math.ceil(exit), kind: 'exit' },
  ].filter((event) => event.day <= CUTOFF);
  return { ...facts, place: enrols ? { day, cohort: cohort.name, mentor: '' } : undefined, events };
}

/** Times of events that come at a constant pace between two moments. */
function times(random: SeededRandom, from: number, to: number, perDay: number): number[] {
  const found: number[] = [];
  for (let time = from + random.waitingDays(perDay); time < Math.min(to, CUTOFF + 1); time += random.waitingDays(perDay)) {
    found.push(time);
  }
  return found;
}

/** Mentors with one to four mentees each, inside a cohort. */
function mentorsFor(random: SeededRandom, people: readonly WorldPerson[]): Map<string, string> {
  const mentors = new Map<string, string>();
  let number = 0;
  let free = 0;
  for (const { name } of COHORTS) {
    free = 0;
    for (const person of people) {
      if (person.place?.cohort !== name) continue;
      if (free === 0) {
        number++;
        free = random.pick([1, 2, 3, 4], [25, 35, 25, 15]);
      }
      free--;
      mentors.set(person.key, `M${String(number).padStart(3, '0')}`);
    }
  }
  return mentors;
}
