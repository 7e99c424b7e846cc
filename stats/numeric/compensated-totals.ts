/**
 * A row of running totals, each summed as exactly as `compensatedSum` does; for sums too many to keep as lists.
 *
 * Shape: starts as `length` zeros.
 *
 * @see compensatedSum
 * @see compensated-sum.test.ts
 * @example
 * [...new CompensatedTotals(2).add([1, 2]).add([1e100, 3]).add([-1e100, 4]).values()]
 * // => [1, 9]
 */
export class CompensatedTotals {
  readonly #sums: Float64Array;
  readonly #lost: Float64Array;

  constructor(length: number) {
    this.#sums = new Float64Array(length);
    this.#lost = new Float64Array(length);
  }

  /** These totals, with one value added to each. */
  add(values: ArrayLike<number>): this {
    for (let i = 0; i < this.#sums.length; i++) this.addAt(i, values[i]!);
    return this;
  }

  /** Adds one value to the total at a position. */
  addAt(position: number, value: number): void {
    const sum = this.#sums[position]!;
    const next = sum + value;
    this.#lost[position]! += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    this.#sums[position] = next;
  }

  /** The totals so far, as a new array. */
  values(): Float64Array {
    return this.#sums.map((sum, i) => sum + this.#lost[i]!);
  }

  /** The total at one position so far. */
  at(position: number): number {
    return this.#sums[position]! + this.#lost[position]!;
  }
}
