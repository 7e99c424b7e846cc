const SIZE = 624;
const MIDDLE = 397;

/** Matsumoto & Nishimura's constants, as signed 32 bits. */
const UPPER = 0x80000000 | 0;
const LOWER = 0x7fffffff;
const TWIST = 0x9908b0df | 0;
const TEMPER_B = 0x9d2c5680 | 0;
const TEMPER_C = 0xefc60000 | 0;

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
  /** The state, tempered: what is handed out. */
  readonly #words = new Int32Array(SIZE);
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
    return (this.#word() >>> 0) * 2 ** -32 || INSTEAD_OF_ZERO;
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
    if (count === 0) return this;
    checkCount(count);
    const bits = bitsFor(count);
    // Rejected numbers are counted too, behind the last thing: the loop then has nothing to guess, and runs twice as fast.
    const drawn = new Uint16Array(2 ** bits);
    const { low, high } = masks(bits);
    for (let missing = count; missing > 0;) {
      if (this.#next === SIZE) this.#renew();
      // As many draws as this block holds, or as could be missing: each draw settles one at most.
      if (bits < 16) {
        const end = Math.min(SIZE, this.#next + missing);
        missing -= countNarrow(this.#words, this.#next, end, low, drawn, count);
        this.#next = end;
      } else if (this.#next === SIZE - 1) {
        // The two halves lie in two blocks.
        const value = this.#wide(high);
        drawn[value]!++;
        if (value < count) missing--;
      } else {
        const end = this.#next + 2 * Math.min((SIZE - this.#next) >> 1, missing);
        missing -= countWide(this.#words, this.#next, end, high, drawn, count);
        this.#next = end;
      }
    }
    for (let i = 0; i < count; i++) times[i] = drawn[i]!;
    return this;
  }

  /** By rejection: ⌈log2 count⌉ bits, 16 to a draw, until they are below the count. */
  #below(count: number, bits: number): number {
    const { low, high } = masks(bits);
    for (;;) {
      // R's floor(u × 65536) is the upper half of the 32 bits.
      const value = bits < 16 ? (this.#word() >>> 16) & low : this.#wide(high);
      if (value < count) return value;
    }
  }

  /** Two draws of 16 bits, the first cut to the bits above. */
  #wide(high: number): number {
    const upper = (this.#word() >>> 16) & high;
    return (upper << 16) | (this.#word() >>> 16);
  }

  /** The next 32 bits. */
  #word(): number {
    if (this.#next === SIZE) this.#renew();
    return this.#words[this.#next++]!;
  }

  /** Makes the next words; the first of them is next. */
  #renew(): void {
    const state = this.#state;
    for (let i = 0; i < SIZE - MIDDLE; i++) state[i] = state[i + MIDDLE]! ^ twisted(state[i]!, state[i + 1]!);
    for (let i = SIZE - MIDDLE; i < SIZE - 1; i++) {
      state[i] = state[i + MIDDLE - SIZE]! ^ twisted(state[i]!, state[i + 1]!);
    }
    state[SIZE - 1] = state[MIDDLE - 1]! ^ twisted(state[SIZE - 1]!, state[0]!);
    const words = this.#words;
    for (let i = 0; i < SIZE; i++) {
      let y = state[i]!;
      y ^= y >>> 11;
      y ^= (y << 7) & TEMPER_B;
      y ^= (y << 15) & TEMPER_C;
      words[i] = y ^ (y >>> 18);
    }
    this.#next = 0;
  }
}

/** Counts draws of one word each; how many were below the count. */
function countNarrow(
  words: Int32Array,
  from: number,
  to: number,
  low: number,
  drawn: Uint16Array,
  count: number,
): number {
  let settled = 0;
  for (let i = from; i < to; i++) {
    const value = (words[i]! >>> 16) & low;
    drawn[value]!++;
    settled -= (value - count) >> 31;
  }
  return settled;
}

/** Counts draws of two words each; how many were below the count. */
function countWide(
  words: Int32Array,
  from: number,
  to: number,
  high: number,
  drawn: Uint16Array,
  count: number,
): number {
  let settled = 0;
  for (let i = from; i < to; i += 2) {
    const value = (((words[i]! >>> 16) & high) << 16) | (words[i + 1]! >>> 16);
    drawn[value]!++;
    settled -= (value - count) >> 31;
  }
  return settled;
}

/** Upper bit of one word with the lower bits of the next, twisted. */
function twisted(word: number, next: number): number {
  const mixed = (word & UPPER) | (next & LOWER);
  return (mixed >>> 1) ^ (-(mixed & 1) & TWIST);
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

/** The bits kept of the lower and of the upper 16. */
function masks(bits: number): { low: number; high: number } {
  return { low: 2 ** Math.min(bits, 16) - 1, high: 2 ** Math.max(bits - 16, 0) - 1 };
}
