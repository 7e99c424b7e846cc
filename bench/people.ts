import { MersenneTwister } from '#stats/resampling/mersenne-twister.ts';

/** Days of follow-up in the benchmark: 24 months. */
export const HORIZON_DAYS = 730;

/** Made-up people to time the methods on: 5 in 100 participants, ten covariates, eight exact cells. */
export interface People {
  readonly n: number;
  readonly columns: readonly Float64Array[];
  readonly treated: Uint8Array;
  readonly cell: Int32Array;
  /** Days until the follow-up ended, and how: 0 still under view, 1 the event, 2 left. */
  readonly time: Int32Array;
  readonly event: Uint8Array;
  /** A score between groups that differ by 0.3. */
  readonly outcome: Float64Array;
}

/** The same people for the same number and seed, on every machine. */
export function people(n: number, seed: number): People {
  const random = new MersenneTwister(seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
  const columns = Array.from({ length: 10 }, () => new Float64Array(n));
  const treated = new Uint8Array(n);
  const cell = new Int32Array(n);
  const time = new Int32Array(n);
  const event = new Uint8Array(n);
  const outcome = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < 6; j++) columns[j]![i] = normal();
    for (let j = 6; j < 10; j++) columns[j]![i] = random.uniform() < 0.2 + 0.1 * (j - 6) ? 1 : 0;
    const [first, second, third] = [columns[0]![i]!, columns[1]![i]!, columns[6]![i]!];
    // About 5 in 100 take part, rather those with high first columns.
    const inclined = -3.35 + 0.6 * first + 0.3 * second + 0.5 * third;
    treated[i] = random.uniform() < 1 / (1 + Math.exp(-inclined)) ? 1 : 0;
    cell[i] = Math.floor(8 * random.uniform());
    outcome[i] = 3 + 0.3 * treated[i]! + 0.4 * first + normal();
    // Days at which each ending would come; the first decides.
    const promoted = Math.ceil(-Math.log(random.uniform()) / (0.0002 * Math.exp(0.4 * first)));
    const left = Math.ceil(-Math.log(random.uniform()) / 0.00015);
    const outOfView = random.uniform() < 0.8 ? HORIZON_DAYS : Math.ceil(HORIZON_DAYS * random.uniform());
    time[i] = Math.min(promoted, left, outOfView);
    event[i] = promoted <= Math.min(left, outOfView) ? 1 : left <= outOfView ? 2 : 0;
  }
  return { n, columns, treated, cell, time, event, outcome };
}
