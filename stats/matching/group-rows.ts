/**
 * The rows of the two groups that count for something, each rising.
 *
 * Shape: together as many rows as there are weights above 0.
 *
 * @throws RangeError when the lists differ in length or a weight is negative or not a number
 * @see balance.test.ts
 * @example
 * groupRows(Uint8Array.of(0, 1, 0, 0), Float64Array.of(1, 1, 0, 2))
 * // => { comparison: Int32Array.of(0, 3), participants: Int32Array.of(1) }
 */
export function groupRows(
  treated: Uint8Array,
  weights: Float64Array,
): { comparison: Int32Array; participants: Int32Array } {
  const n = treated.length;
  if (weights.length !== n) {
    throw new RangeError(
      `groupRows: weights has ${weights.length} entries; it must have ${n}, as treated has`,
    );
  }
  const comparison = new Int32Array(n + 1);
  const participants = new Int32Array(n + 1);
  let [others, own] = [0, 0];
  // Each row is written to both lists and kept in one: a branch on who takes part would be guessed wrong too often.
  for (let row = 0; row < n; row++) {
    const weight = weights[row]!;
    if (weight > 0) {
      const side = treated[row]!;
      comparison[others] = row;
      participants[own] = row;
      own += side;
      others += 1 - side;
    } else if (weight !== 0) {
      throw new RangeError(`groupRows: weights[${row}] is ${weight}; it must be 0 or more`);
    }
  }
  return { comparison: comparison.slice(0, others), participants: participants.slice(0, own) };
}
