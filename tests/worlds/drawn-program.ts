import type { Plan } from '#evaluation/plan/plan.ts';
import { isoFromDay } from '#evaluation/study/day.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import { Chance } from './chance.ts';
import { type MadePerson, madeRows } from './made-rows.ts';
import { potentialGain, type Truth } from './potential-gain.ts';

/** What can be set about programs whose places are drawn by lot. */
export interface DrawnSettings {
  readonly people: number;
  /** How many times as many promotions and exits per day people have who take part. */
  readonly promotionRatio: number;
  readonly exitRatio: number;
  /** Share that takes part of those who were drawn, and of those who were not. */
  readonly takesPart: readonly [drawn: number, notDrawn: number];
  /** Two strata: the first is promoted twice as often and drawn three times as often. */
  readonly strata: boolean;
}

const START = 18_000;
const HORIZON_DAYS = 730;
const PROMOTION_PER_DAY = 2.6e-4;
const EXIT_PER_DAY = 3.2e-4;
const LOOK = isoFromDay(START + HORIZON_DAYS + 70);

export const DRAWN_PLAN: Plan = {
  plan: 1,
  design: 'lottery',
  cutoff: LOOK,
  look: LOOK,
  primary: { outcome: 'promotion', months: 24, better: 'higher', matters: 0.05 },
};

interface Stratum {
  readonly name: string;
  readonly drawn: number;
  readonly promotionPerDay: number;
}

const ONE_DRAW: readonly Stratum[] = [{ name: '', drawn: 0.4, promotionPerDay: PROMOTION_PER_DAY }];
const TWO_DRAWS: readonly Stratum[] = [
  { name: 'field', drawn: 0.6, promotionPerDay: 2 * PROMOTION_PER_DAY },
  { name: 'office', drawn: 0.2, promotionPerDay: PROMOTION_PER_DAY },
];

/** One program whose places were drawn; who was drawn counts as drawn, whatever they did with the place. */
export function drawnProgram(seed: number, settings: DrawnSettings): StudyRows {
  const chance = new Chance(seed);
  const strata = settings.strata ? TWO_DRAWS : ONE_DRAW;
  const people = Array.from({ length: settings.people }, (_, i): MadePerson => {
    const stratum = strata[i % strata.length]!;
    const drawn = chance.happens(stratum.drawn);
    const tookPart = chance.happens(settings.takesPart[drawn ? 0 : 1]);
    const ratio = tookPart ? settings.promotionRatio : 1;
    const promotion = chance.waitingDays(stratum.promotionPerDay * ratio);
    const exit = chance.waitingDays(EXIT_PER_DAY * (tookPart ? settings.exitRatio : 1));
    return {
      key: `P${String(i).padStart(6, '0')}`,
      arm: drawn ? 1 : 0,
      index: START,
      stratum: stratum.name,
      tookPart,
      events: [
        ...(promotion < exit ? [{ day: START + Math.ceil(promotion), kind: 'promotion' as const }] : []),
        { day: START + Math.ceil(exit), kind: 'exit' as const },
      ],
    };
  });
  return madeRows(people);
}

/** What being drawn changes, on average over everybody in the draws: of the part who take part only if drawn. */
export function drawnTruth(seed: number, settings: DrawnSettings): Truth {
  const chance = new Chance(seed);
  const strata = settings.strata ? TWO_DRAWS : ONE_DRAW;
  let next = 0;
  const gain = potentialGain(chance, settings.people, settings.promotionRatio, HORIZON_DAYS, () => ({
    promotionPerDay: strata[next++ % strata.length]!.promotionPerDay,
    exitPerDay: EXIT_PER_DAY,
    exitRatio: settings.exitRatio,
  }));
  const share = settings.takesPart[0] - settings.takesPart[1];
  return { difference: share * gain.difference, error: share * gain.error };
}

/**
 * The difference that one minus Kaplan-Meier finds, worked out without the engine: leavers taken out of view as if a promotion still
 * awaited them.
 */
export function gapWithoutLeaving({ people, events }: StudyRows): number {
  const first = new Map<string, { day: number; promoted: boolean }>();
  for (let e = 0; e < events.count; e++) {
    const day = events.day[e]! - START;
    const known = first.get(events.person[e]!);
    if (day > HORIZON_DAYS || (known && known.day <= day)) continue;
    // The code of a promotion is 1.
    first.set(events.person[e]!, { day, promoted: events.kind[e] === 1 });
  }
  const promotedOf = (arm: number): number => {
    const own = people.person.filter((_, i) => people.arm[i] === arm).map((key) => first.get(key));
    const endings = own.filter((one) => one !== undefined).sort((a, b) => a.day - b.day);
    let [left, atRisk] = [1, own.length];
    for (const { promoted } of endings) {
      if (promoted) left *= 1 - 1 / atRisk;
      atRisk--;
    }
    return 1 - left;
  };
  return promotedOf(1) - promotedOf(0);
}
