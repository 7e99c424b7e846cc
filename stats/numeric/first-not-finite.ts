/**
 * The position of the first value that is not a finite number, or −1 when all are.
 *
 * Use it to refuse data in words before an iteration turns it into nonsense.
 *
 * Shape: any length; an empty list gives −1.
 *
 * @see centre-and-spread.test.ts
 * @example
 * firstNotFinite([1, NaN, 3])
 * // => 1
 */
export function firstNotFinite(values: ArrayLike<number>): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i]!)) return i;
  return -1;
}
