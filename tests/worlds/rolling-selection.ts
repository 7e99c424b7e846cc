import type { Plan } from '#evaluation/plan/plan.ts';
import { type Day, isoFromDay } from '#evaluation/study/day.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import { Chance } from './chance.ts';
import { type MadePerson, madeRows } from './made-rows.ts';
import { potentialGain, type Truth } from './potential-gain.ts';
import { type Human, human, SELECTION_PLAN, type SelectionSettings } from './selection-program.ts';

/** A program of measurement 9.1 whose places are given over many days. */
export interface RollingSettings extends SelectionSettings {
  /** How many times as strongly what is known draws people into the program as in 9.1. */
  readonly selection: number;
  /** Days over which places are given. */
  readonly enrolmentDays: number;
}

const START = 18_000;
const HORIZON_DAYS = 730;

/** The plan of 9.1, with records that end two years after the last place was given. */
export function rollingPlan({ enrolmentDays }: RollingSettings): Plan {
  const end = isoFromDay(START + enrolmentDays + HORIZON_DAYS + 10);
  return { ...SELECTION_PLAN, cutoff: end, look: end };
}

/** Somebody of a rolling program: who they are, and the day of their place if they take one. */
interface RollingHuman extends Human {
  readonly place: Day | undefined;
  /** Promotions as often as they come, and the exit, from the first day of the records on. */
  readonly promotions: readonly Day[];
  readonly exit: Day;
}

function rollingHuman(chance: Chance, settings: RollingSettings): RollingHuman {
  const who = human(chance, settings.hidden, settings.selection);
  const exit = START + chance.waitingDays(who.exitPerDay);
  const day = START + chance.upTo(settings.enrolmentDays);
  const place = who.takesPart && exit > day ? day : undefined;
  const end = START + settings.enrolmentDays + HORIZON_DAYS + 10;
  const promotions: Day[] = [];
  const live = (from: number, until: number, perDay: number): void => {
    for (
      let time = from + chance.waitingDays(perDay);
      time < Math.min(until, exit, end);
      time += chance.waitingDays(perDay)
    ) {
      promotions.push(Math.ceil(time));
    }
  };
  live(START, place ?? Number.POSITIVE_INFINITY, who.promotionPerDay);
  if (place !== undefined) live(place, Number.POSITIVE_INFINITY, who.promotionPerDay * settings.ratio);
  return { ...who, place, promotions, exit: Math.ceil(exit) };
}

/** One rolling program, as rows: everybody is a possible comparison person, participants have a second row with their place. */
export function rollingSelectionProgram(seed: number, settings: RollingSettings): StudyRows {
  const chance = new Chance(seed);
  let [mentor, places] = [0, 0];
  const mentorName = (): string => {
    if (places === 0) [mentor, places] = [mentor + 1, chance.upTo(4)];
    places--;
    return `M${mentor}`;
  };
  const people = Array.from({ length: settings.people }, (_, i): MadePerson[] => {
    const { department, z, place, promotions, exit } = rollingHuman(chance, settings);
    const common = {
      key: `P${String(i).padStart(6, '0')}`,
      covariates: { department: `d${department}`, z1: z[0], z2: z[1], z3: z[2] },
    };
    const events = [
      ...promotions.map((day) => ({ day, kind: 'promotion' as const })),
      { day: exit, kind: 'exit' as const },
    ];
    return [
      { ...common, arm: 0, events },
      ...(place === undefined
        ? []
        : [{ ...common, arm: 1 as const, index: place, cohort: 'rolling', mentor: mentorName() }]),
    ];
  });
  return madeRows(people.flat());
}

/** The truth of a rolling program: who takes part has stayed until the own place; both lives begin there. */
export function rollingTruth(seed: number, settings: RollingSettings): Truth {
  const chance = new Chance(seed);
  return potentialGain(chance, settings.people, settings.ratio, HORIZON_DAYS, () => {
    const drawn = human(chance, settings.hidden, settings.selection);
    const stays = chance.waitingDays(drawn.exitPerDay) > chance.upTo(settings.enrolmentDays);
    return drawn.takesPart && stays ? drawn : undefined;
  });
}
