import { MersenneTwister } from '#stats/resampling/mersenne-twister.ts';
import { permutation } from '#stats/resampling/permutation.ts';
import { placesByShare } from './places-by-share.ts';

/** Somebody who applied: a key and the stratum in which the draw is held (empty text when there is one draw for all). */
export interface Applicant {
  readonly person: string;
  readonly stratum: string;
}

/** An applicant after the draw. */
export interface DrawnApplicant extends Applicant {
  readonly drawn: boolean;
  /** The chance of being drawn in this stratum; 0 or 1 where none or all have a place. */
  readonly probability: number;
  /** Place in the line of those not drawn, within the stratum, from 1 on; null for those drawn. */
  readonly waitingPlace: number | null;
}

/** How many places there are, and the seed that decides. */
export interface DrawRule {
  /** 32-bit whole number, published. */
  readonly seed: number;
  /** Places for all strata together. */
  readonly places: number;
}

/**
 * A lottery that anybody with the seed can repeat.
 *
 * Applicants are sorted by stratum, then by key, both in code-unit order. Places are shared out over the strata by largest remainder. After
 * `set.seed(seed)`, each stratum in turn is put into the order of R's `sample.int(n)`: the first are drawn, the others wait in that order.
 *
 * Shape: sorted by stratum, then key; does not depend on the order in which applicants came.
 *
 * @throws RangeError when somebody stands twice, or there are more places than people or fewer than none
 * @see lottery-draw.oracle.R
 */
export function lotteryDraw(applicants: readonly Applicant[], { seed, places }: DrawRule): DrawnApplicant[] {
  if (!Number.isInteger(places) || places < 0 || places > applicants.length) {
    throw new RangeError(
      `lotteryDraw: places is ${places}; it must be a whole number from 0 to ${applicants.length}`,
    );
  }
  const strata = strataOf(inDrawOrder(applicants));
  const shared = placesByShare(
    strata.map((people) => people.length),
    places,
  );
  const random = new MersenneTwister(seed);
  return strata.flatMap((people, s) => {
    const order = permutation(people.length, random);
    const turn = new Int32Array(people.length);
    order.forEach((person, at) => (turn[person] = at));
    return people.map((person, i) => ({
      ...person,
      drawn: turn[i]! < shared[s]!,
      probability: shared[s]! / people.length,
      waitingPlace: turn[i]! < shared[s]! ? null : turn[i]! - shared[s]! + 1,
    }));
  });
}

/**
 * Applicants in the order of the draw: by stratum, then by key, in code-unit order.
 *
 * @throws RangeError when somebody stands twice
 */
export function inDrawOrder(applicants: readonly Applicant[]): Applicant[] {
  const keys = new Set(applicants.map(({ person }) => person));
  if (keys.size !== applicants.length)
    throw new RangeError('lotteryDraw: applicants holds somebody twice; each must be there once');
  return [...applicants].sort((a, b) => byCodeUnits(a.stratum, b.stratum) || byCodeUnits(a.person, b.person));
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function strataOf(sorted: readonly Applicant[]): Applicant[][] {
  const strata: Applicant[][] = [];
  for (const person of sorted) {
    if (strata.at(-1)?.[0]!.stratum !== person.stratum) strata.push([]);
    strata.at(-1)!.push(person);
  }
  return strata;
}
