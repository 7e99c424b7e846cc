/**
 * Parts people into strata of about equal size by a score: everybody in a stratum has a score close to the others'.
 *
 * Use it to do something among people who are alike in the score. Equal scores are never parted, so that the order of people
 * does not matter; a stratum can be larger for it.
 *
 * Shape: one number per person, 0 for the stratum with the lowest scores, rising with the score.
 * Units: of the score; only its order counts.
 *
 * @param options.least people in a stratum at least; with fewer than twice as many in all there is one stratum
 * @param options.most strata at most
 * @throws RangeError when a score is not a number, or `least` or `most` is not a whole number of 1 or more
 * @see strata.oracle.R
 * @see strata.test.ts
 * @example
 * evenStrata(Float64Array.of(0.3, -2, 0.1, 5), { least: 2, most: 20 })
 * // => Int32Array.of(1, 0, 0, 1)
 */
export function evenStrata(
  score: Float64Array,
  { least, most }: { readonly least: number; readonly most: number },
): Int32Array {
  for (const [name, value] of Object.entries({ least, most })) {
    if (!(Number.isInteger(value) && value >= 1)) {
      throw new RangeError(`evenStrata: ${name} is ${value}; it must be a whole number of 1 or more`);
    }
  }
  const unknown = score.findIndex((value) => Number.isNaN(value));
  if (unknown >= 0) {
    throw new RangeError(`evenStrata: score[${unknown}] is not a number; every person must have one`);
  }
  const sorted = score.toSorted();
  const starts = strataStarts(sorted, least, Math.max(1, Math.min(most, Math.floor(score.length / least))));
  return Int32Array.from(score, (value) => lastAtMost(starts, value));
}

/** The lowest score of each stratum but the first, rising. */
function strataStarts(sorted: Float64Array, least: number, strata: number): number[] {
  const n = sorted.length;
  const starts: number[] = [];
  let from = 0;
  for (let k = least; k <= n - least; k++) {
    const full = k * strata >= n * (starts.length + 1);
    if (!full || k - from < least || sorted[k] === sorted[k - 1]) continue;
    starts.push(sorted[k]!);
    from = k;
  }
  return starts;
}

/** How many of the rising starts lie at or below a score. */
function lastAtMost(starts: readonly number[], value: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
