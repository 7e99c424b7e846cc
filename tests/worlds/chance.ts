import { MersenneTwister } from '#stats/resampling/mersenne-twister.ts';

/** Chance for simulated programs: the generator is the product's, the distributions are not. */
export class Chance {
  readonly #twister: MersenneTwister;
  #spare: number | undefined;

  constructor(seed: number) {
    this.#twister = new MersenneTwister(seed);
  }

  /** Evenly between 0 and 1, both left out. */
  even(): number {
    return this.#twister.uniform();
  }

  /** Standard normal, by Box and Muller. */
  normal(): number {
    if (this.#spare !== undefined) {
      const spare = this.#spare;
      this.#spare = undefined;
      return spare;
    }
    const radius = Math.sqrt(-2 * Math.log(this.even()));
    const angle = 2 * Math.PI * this.even();
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  happens(probability: number): boolean {
    return this.even() < probability;
  }

  /** A whole number from 1 to `most`, all alike. */
  upTo(most: number): number {
    return 1 + Math.floor(this.even() * most);
  }

  /** A waiting time with this many events per day. */
  waitingDays(perDay: number): number {
    return perDay > 0 ? -Math.log(this.even()) / perDay : Number.POSITIVE_INFINITY;
  }
}

/** The inverse of the logit. */
export function chanceOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
