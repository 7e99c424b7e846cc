/**
 * A row of places that get taken one by one, which finds the nearest free one to the left and to the right.
 *
 * Shape: places 0 … length − 1, all free at first. Finding shortens the way for later finds (union-find), so that a
 * million takes and finds cost little more than a million steps.
 *
 * @see Tarjan, R. E. (1975). Efficiency of a good but not linear set union algorithm. Journal of the ACM 22, 215–225.
 * @see nearest-matching.test.ts
 * @example
 * new FreePlaces(3).take(1).atOrAfter(1)
 * // => 2
 */
export class FreePlaces {
  /** For a taken place, a place further on towards a free one; for a free place, itself. Shifted by one, with an end on each side. */
  readonly #right: Int32Array;
  readonly #left: Int32Array;

  constructor(length: number) {
    this.#right = new Int32Array(length + 2);
    for (let i = 0; i < length + 2; i++) this.#right[i] = i;
    this.#left = this.#right.slice();
  }

  /** The nearest free place at or after one; the length when there is none. */
  atOrAfter(place: number): number {
    return root(this.#right, place + 1) - 1;
  }

  /** The nearest free place at or before one; −1 when there is none. */
  atOrBefore(place: number): number {
    return root(this.#left, place + 1) - 1;
  }

  /** Takes a free place. */
  take(place: number): this {
    this.#right[place + 1] = place + 2;
    this.#left[place + 1] = place;
    return this;
  }
}

/** The end of the way from a place, halving the way as it goes. */
function root(next: Int32Array, from: number): number {
  let at = from;
  while (next[at] !== at) {
    next[at] = next[next[at]!]!;
    at = next[at]!;
  }
  return at;
}
