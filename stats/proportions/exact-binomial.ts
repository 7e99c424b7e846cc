/**
 * Counts whose chances differ by less than this share are taken as equally unlikely, as R's `binom.test` does,
 * so that rounding does not decide whether the mirror image of the count seen is included.
 */
const EQUALLY_UNLIKELY = 1 + 1e-7;

/**
 * The two-sided exact chance of a count at least as unlikely as the one seen.
 *
 * Use it when each person was drawn with the same known probability, independently of the others; for example
 * to see whether a lottery was drawn as announced.
 *
 * Shape: a number between 0 and 1; nobody drawn of nobody gives 1.
 * Units: whole numbers of people; probability between 0 and 1, both included.
 *
 * @throws RangeError when the count is not a whole number up to the people, or the probability is out of range
 * @see Clopper, C. J. & Pearson, E. S. (1934). The use of confidence or fiducial limits. Biometrika 26, 404–413.
 * @see proportions.oracle.R (R's `binom.test`)
 * @example
 * exactBinomialP(0, 2, 0.5)
 * // => 0.5
 */
export function exactBinomialP(count: number, people: number, probability: number): number {
  if (!(Number.isInteger(people) && people >= 0)) {
    throw new RangeError(`exactBinomialP: people is ${people}; it must be a whole number of 0 or more`);
  }
  if (!(Number.isInteger(count) && count >= 0 && count <= people)) {
    throw new RangeError(
      `exactBinomialP: count is ${count} of ${people}; it must be a whole number up to that`,
    );
  }
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`exactBinomialP: probability is ${probability}; it must lie between 0 and 1`);
  }
  if (probability === 0) return count === 0 ? 1 : 0;
  if (probability === 1) return count === people ? 1 : 0;
  const chances = relativeChances(people, probability);
  const limit = chances[count]! * EQUALLY_UNLIKELY;
  let all = 0;
  let unlikely = 0;
  for (const chance of chances.toSorted()) {
    all += chance;
    if (chance <= limit) unlikely = all;
  }
  return unlikely / all;
}

/** The chance of each count, as a multiple of the likeliest one's: neighbours differ by a simple factor. */
function relativeChances(people: number, probability: number): Float64Array {
  const chances = new Float64Array(people + 1);
  const likeliest = Math.min(people, Math.floor((people + 1) * probability));
  const odds = probability / (1 - probability);
  chances[likeliest] = 1;
  for (let k = likeliest; k < people; k++) chances[k + 1] = (chances[k]! * (people - k) * odds) / (k + 1);
  for (let k = likeliest; k > 0; k--) chances[k - 1] = (chances[k]! * k) / ((people - k + 1) * odds);
  return chances;
}
