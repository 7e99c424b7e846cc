/** A small generator of random numbers for made-up data: the same seed gives the same program. */
export interface SeededRandom {
  /** Evenly between 0 and 1, both left out. */
  even(): number;
  normal(): number;
  /** A waiting time with this many events per day. */
  waitingDays(perDay: number): number;
  pick<T>(values: readonly T[], weights: readonly number[]): T;
}

/**
 * Random numbers by mulberry32.
 *
 * @param seed a whole number from 0 to 4294967295
 */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const even = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  return {
    even,
    normal: () => Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even()),
    waitingDays: (perDay) => (perDay > 0 ? -Math.log(even()) / perDay : Number.POSITIVE_INFINITY),
    pick: (values, weights) => {
      let left = even() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [i, weight] of weights.entries()) {
        left -= weight;
        if (left < 0) return values[i]!;
      }
      return values.at(-1)!;
    },
  };
}
