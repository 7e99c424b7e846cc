import type { Plan } from '#evaluation/plan/plan.ts';
import { isoFromDay } from '#evaluation/study/day.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import { Chance, chanceOf } from './chance.ts';
import { type MadePerson, madeRows } from './made-rows.ts';
import { potentialGain, type Truth } from './potential-gain.ts';

/** What can be set about the programs of measurement 9.1. */
export interface SelectionSettings {
  readonly people: number;
  /** θ: how many times as many promotions per day participants have. */
  readonly ratio: number;
  /** c: how much hidden ambition moves past promotion, participation and promotion. */
  readonly hidden: number;
}

const START = 18_000;
const HORIZON_DAYS = 730;

/** The plan of measurement 1.5 on the columns of the world: exact on department, z1 to z3 in the model. */
export const SELECTION_PLAN: Plan = {
  plan: 1,
  design: 'matched',
  cutoff: isoFromDay(START + HORIZON_DAYS + 70),
  look: isoFromDay(START + HORIZON_DAYS + 70),
  primary: { outcome: 'promotion', months: 24, better: 'higher', matters: 0.05 },
  match: { exact: ['department'], ratio: 2, caliper: 0.2 },
  covariates: ['z1', 'z2', 'z3'],
};

/** Somebody of the world, before anything happens. */
export interface Human {
  readonly department: number;
  readonly z: readonly [number, number, number];
  readonly takesPart: boolean;
  /** Promotions per day without the program. */
  readonly promotionPerDay: number;
  readonly exitPerDay: number;
}

export function human(chance: Chance, hidden: number, selection = 1): Human {
  const [z1, z2, h] = [chance.normal(), chance.normal(), hidden * chance.normal()];
  const department = chance.upTo(4);
  const z3 = chance.happens(chanceOf(-1.7 + 0.6 * z1 + h)) ? 1 : 0;
  return {
    department,
    z: [z1, z2, z3],
    takesPart: chance.happens(chanceOf(-2.2 + selection * (0.6 * z1 + 0.3 * z2 + 0.5 * z3) + h)),
    promotionPerDay: Math.exp(-8.75 + 0.55 * z1 + 0.25 * z2 + 0.35 * z3 + (department === 2 ? 0.15 : 0) + h),
    exitPerDay: Math.exp(-8.9 - 0.1 * z1),
  };
}

/** One program of measurement 9.1, as rows: participants start on one day, 1 to 4 of them share a mentor who changes nothing. */
export function selectionProgram(seed: number, { people, ratio, hidden }: SelectionSettings): StudyRows {
  const chance = new Chance(seed);
  let [mentor, places] = [0, 0];
  const mentorName = (): string => {
    if (places === 0) [mentor, places] = [mentor + 1, chance.upTo(4)];
    places--;
    return `M${mentor}`;
  };
  const made = Array.from({ length: people }, (_, i): MadePerson => {
    const { department, z, takesPart, promotionPerDay, exitPerDay } = human(chance, hidden);
    const promotion = chance.waitingDays(promotionPerDay * (takesPart ? ratio : 1));
    const exit = chance.waitingDays(exitPerDay);
    return {
      key: `P${String(i).padStart(6, '0')}`,
      arm: takesPart ? 1 : 0,
      ...(takesPart ? { index: START, mentor: mentorName() } : {}),
      covariates: { department: `d${department}`, z1: z[0], z2: z[1], z3: z[2] },
      events: [
        ...(promotion < exit ? [{ day: START + Math.ceil(promotion), kind: 'promotion' as const }] : []),
        { day: START + Math.ceil(exit), kind: 'exit' as const },
      ],
    };
  });
  return madeRows(made);
}

/** Participants of very many people, each living once with and once without the program. */
export function selectionTruth(seed: number, { people, ratio, hidden }: SelectionSettings): Truth {
  const chance = new Chance(seed);
  return potentialGain(chance, people, ratio, HORIZON_DAYS, () => {
    const drawn = human(chance, hidden);
    return drawn.takesPart ? drawn : undefined;
  });
}
