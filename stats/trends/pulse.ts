import { newcombe } from '#stats/proportions/newcombe.ts';

/** Fewest answers of a wave that takes part (measurement.md 3.12). */
const FEWEST = 20;
/** Waves that are pooled as the start. */
const START_WAVES = 2;
/** How often any wave of one program may alarm by chance, over all its statements. */
const BY_CHANCE = 0.05;

/** The answers of one wave to one statement. */
export interface PulseWave {
  readonly events: number;
  readonly people: number;
}

/** What a later wave says beside the first two, or why it says nothing. */
export type PulseStep =
  | {
      readonly kind: 'change';
      /** Share of this wave less that of the first two together. */
      readonly estimate: number;
      /** At `level`, which is wider than usual: several waves are looked at. */
      readonly range: readonly [low: number, high: number];
      readonly level: number;
      /** Whether the range leaves out no change. */
      readonly alarm: 'higher' | 'lower' | 'none';
    }
  | {
      readonly kind: 'missing';
      readonly reason: 'fewer-than-20';
      readonly have: number;
      readonly need: number;
    }
  | { readonly kind: 'missing'; readonly reason: 'more-waves-than-planned' };

/**
 * Each later wave of a short survey against the first two waves together, with few false alarms over all of them.
 *
 * Use it for shares asked again and again of people who cannot be joined. It assumes that waves are independent groups; where the same
 * people answer, alarms are rarer than planned. Over a program and statement nothing true alarms in about 4 of 100 programs; a fall
 * from 80 to 60 in 100 is seen by a wave of 40, 80 or 200 people 45, 78 or 99 times in 100 (four later waves).
 *
 * Shape: one step for each wave after the second, in order; fewer than three waves give none.
 * Units: whole numbers of people; shares 0 to 1.
 * Missing: people who did not answer are not in the wave; their number belongs beside it.
 *
 * @param asked.plannedLaterWaves how many waves after the second were planned before the first
 * @param asked.statements how many statements are watched this way in the program
 * @returns `fewer-than-20` where the wave or one of the first two is that small, `more-waves-than-planned` beyond the plan
 * @throws RangeError when a count is not whole, a wave has more events than people, or nothing was planned
 * @see Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions. Statistics in Medicine 17, 873–890.
 * @see pulse.test.ts (false alarms and power by listing every outcome), ../proportions/proportions.oracle.R
 * @example
 * pulse({ waves: [{ events: 40, people: 50 }, { events: 40, people: 50 }, { events: 20, people: 50 }], plannedLaterWaves: 4, statements: 1 })[0].alarm
 * // => 'lower'
 */
export function pulse(asked: {
  readonly waves: readonly PulseWave[];
  readonly plannedLaterWaves: number;
  readonly statements: number;
}): PulseStep[] {
  const { waves, plannedLaterWaves, statements } = asked;
  checked(asked);
  const level = 1 - BY_CHANCE / (plannedLaterWaves * statements);
  const first = waves.slice(0, START_WAVES);
  const start = {
    events: first.reduce((sum, wave) => sum + wave.events, 0),
    people: first.reduce((sum, wave) => sum + wave.people, 0),
  };
  const smallest = Math.min(...first.map((wave) => wave.people));
  return waves.slice(START_WAVES).map((wave, i): PulseStep => {
    if (i >= plannedLaterWaves) return { kind: 'missing', reason: 'more-waves-than-planned' };
    const have = Math.min(smallest, wave.people);
    if (have < FEWEST) return { kind: 'missing', reason: 'fewer-than-20', have, need: FEWEST };
    const { estimate, low, high } = newcombe(wave.events, wave.people, start.events, start.people, level);
    const alarm = low > 0 ? 'higher' : high < 0 ? 'lower' : 'none';
    return { kind: 'change', estimate, range: [low, high], level, alarm };
  });
}

function checked({ waves, plannedLaterWaves, statements }: Parameters<typeof pulse>[0]): void {
  for (const [name, count] of Object.entries({ plannedLaterWaves, statements })) {
    if (Number.isInteger(count) && count >= 1) continue;
    throw new RangeError(`pulse: ${name} is ${count}; it must be a whole number of 1 or more`);
  }
  for (const [i, { events, people }] of waves.entries()) {
    if (Number.isInteger(people) && Number.isInteger(events) && events >= 0 && events <= people) continue;
    throw new RangeError(
      `pulse: waves[${i}] has ${events} of ${people}; both must be whole numbers, the first up to the second`,
    );
  }
}
