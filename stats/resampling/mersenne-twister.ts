const SIZE = 624;
const MIDDLE = 397;

/** R keeps its numbers inside 0 and 1: half of 1 ÷ (2^32 − 1) stands for 0. */
const INSTEAD_OF_ZERO = 0.5 * 2.328306437080797e-10;

/**
 * R's own random numbers: Mersenne-Twister with R's seeding, uniform numbers, and whole numbers by rejection.
 *
 * Use it wherever chance is needed in a result, so that `set.seed()` in R 3.6.0 or later replays it.
 *
 * Units: seeds are 32-bit integers; R refuses −2147483648.
 *
 * @see Matsumoto, M. & Nishimura, T. (1998). Mersenne Twister. ACM TOMACS 8, 3–30. 10.1145/272991.272995
 * @see resampling.oracle.R (R's `set.seed`, `runif`, `sample.int`)
 * @example
 * new MersenneTwister(20260930).uniform()
 * // => 0.6302886351477355
 */
export class MersenneTwister {
  readonly #state = new Int32Array(SIZE);
  #next = SIZE;

  constructor(seed: number) {
    this.seed(seed);
  }

  /** Starts anew, as `set.seed(seed)` does. */
  seed(seed: number): this {
    if (!Number.isInteger(seed) || seed !== (seed | 0)) {
      throw new RangeError(`MersenneTwister: seed is ${seed}; it must be a whole number of 32 bits`);
    }
    let scrambled = seed;
    // Fifty rounds, and one for R's place counter, which is then set to "all used".
    for (let i = 0; i < 51; i++) scrambled = (Math.imul(69069, scrambled) + 1) | 0;
    for (let i = 0; i < SIZE; i++) {
      scrambled = (Math.imul(69069, scrambled) + 1) | 0;
      this.#state[i] = scrambled;
    }
    this.#next = SIZE;
    return this;
  }

  /** The next number above 0 and below 1, as `runif(1)`. */
  uniform(): number {
    return (this.#bits() >>> 0) * 2 ** -32 || INSTEAD_OF_ZERO;
  }

  /**
   * The next whole number from 0 to count − 1, as `sample.int(count, 1) - 1`.
   *
   * @throws RangeError when the count is not a whole number from 1 to 2^31 − 1
   */
  index(count: number): number {
    checkCount(count);
    return this.#below(count, bitsFor(count));
  }

  /**
   * Draws as many of `times.length` things as there are, with replacement, and tells how often each was drawn:
   * what `tabulate(sample.int(n, n, TRUE), n)` gives.
   */
  drawTimes(times: Int32Array): this {
    const count = times.length;
    times.fill(0);
    if (count === 0) return this;
    checkCount(count);
    const bits = bitsFor(count);
    for (let i = 0; i < count; i++) times[this.#below(count, bits)]!++;
    return this;
  }

  /** By rejection: ⌈log2 count⌉ bits, 16 to a draw, until they are below the count. */
  #below(count: number, bits: number): number {
    const mask = 2 ** bits - 1;
    for (;;) {
      // R's floor(u × 65536) is the upper half of the 32 bits.
      let value = this.#bits() >>> 16;
      if (bits >= 16) value = ((value << 16) | (this.#bits() >>> 16)) & mask;
      else value &= mask;
      if (value < count) return value;
    }
  }

  /** The next 32 bits. */
  #bits(): number {
    if (this.#next === SIZE) this.#renew();
    let y = this.#state[this.#next++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  #renew(): void {
    const state = this.#state;
    for (let i = 0; i < SIZE - MIDDLE; i++) state[i] = state[i + MIDDLE]! ^ twisted(state[i]!, state[i + 1]!);
    for (let i = SIZE - MIDDLE; i < SIZE - 1; i++) {
      state[i] = state[i + MIDDLE - SIZE]! ^ twisted(state[i]!, state[i + 1]!);
    }
    state[SIZE - 1] = state[MIDDLE - 1]! ^ twisted(state[SIZE - 1]!, state[0]!);
    this.#next = 0;
  }
}

/** Upper bit of one word with the lower bits of the next, twisted. */
function twisted(word: number, next: number): number {
  const mixed = (word & 0x80000000) | (next & 0x7fffffff);
  return (mixed >>> 1) ^ (-(mixed & 1) & 0x9908b0df);
}

function bitsFor(count: number): number {
  return count === 1 ? 0 : 32 - Math.clz32(count - 1);
}

function checkCount(count: number): void {
  if (!(Number.isInteger(count) && count >= 1 && count <= 0x7fffffff)) {
    throw new RangeError(
      `MersenneTwister: count is ${count}; it must be a whole number from 1 to 2147483647`,
    );
  }
}
