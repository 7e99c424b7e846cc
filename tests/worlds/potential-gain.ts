import type { Chance } from './chance.ts';

/** What a program did to those who took part, with its simulation error. */
export interface Truth {
  readonly difference: number;
  readonly error: number;
}

/** Promotions and exits per day of a participant, without the program. */
export interface Paces {
  readonly promotionPerDay: number;
  readonly exitPerDay: number;
  /** How many times as many exits per day with the program; 1 when not given. */
  readonly exitRatio?: number;
}

/**
 * The truth by potential outcomes: very many people are drawn, and those who take part live once with and once without the program.
 *
 * @param participant draws one person; undefined when they do not take part
 */
export function potentialGain(
  chance: Chance,
  people: number,
  ratio: number,
  horizonDays: number,
  participant: () => Paces | undefined,
): Truth {
  let [n, sum, squares] = [0, 0, 0];
  for (let i = 0; i < people; i++) {
    const paces = participant();
    if (!paces) continue;
    // The same luck in both lives: the shorter wait is the longer one divided by the ratio.
    const promotion = chance.waitingDays(paces.promotionPerDay);
    const exit = chance.waitingDays(paces.exitPerDay);
    const end = Math.min(exit / (paces.exitRatio ?? 1), horizonDays);
    const gain = Number(promotion / ratio < end) - Number(promotion < Math.min(exit, horizonDays));
    n++;
    sum += gain;
    squares += gain * gain;
  }
  const difference = sum / n;
  return { difference, error: Math.sqrt((squares / n - difference ** 2) / n) };
}
