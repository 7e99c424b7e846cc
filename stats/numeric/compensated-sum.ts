/**
 * The sum of numbers, exact to about one rounding however many there are.
 *
 * Use it when the numbers are people: an ordinary loop over a million loses digits, and loses different ones
 * in a different order. It assumes finite values of one unit.
 *
 * Shape: any length; an empty list gives 0.
 * Units: those of the values.
 * Missing: not allowed; leave absent people out first.
 *
 * @see Neumaier, A. (1974). Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen. ZAMM 54, 39–51.
 * @see compensated-sum.test.ts (sums known exactly by hand)
 * @example
 * compensatedSum([1, 1e100, 1, -1e100])
 * // => 2
 */
export function compensatedSum(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
