/**
 * How many of some values are the one that more than half of them share; 0 where there is none such. One pass to find it, one to count it.
 *
 * Use it where it matters whether nearly all gave one answer: then a mean would tell everybody's.
 *
 * Missing: NaN is no value.
 *
 * @param values those of the people who count
 * @example
 * alikeCount(Float64Array.of(4, 5, 5, NaN, 5))
 * // => 3
 */
export function alikeCount(values: Iterable<number>): number {
  let candidate = Number.NaN;
  let votes = 0;
  const known = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  for (const value of known) {
    if (votes === 0) candidate = value;
    votes += value === candidate ? 1 : -1;
  }
  let count = 0;
  for (const value of known) if (value === candidate) count++;
  return 2 * count > known.length ? count : 0;
}
