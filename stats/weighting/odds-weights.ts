/**
 * Weights that make comparison people stand for the participants: 1 for participants, the odds p ÷ (1 − p) of taking part
 * for the others.
 *
 * Use it for the effect on those who took part. It assumes that the model of taking part is right, and that nobody's odds
 * are enormous: look at Kish's size.
 *
 * Shape: one weight per row.
 *
 * @param linearPredictor the logarithm of each row's odds of taking part
 * @throws RangeError when lengths differ
 * @see Hirano, K., Imbens, G. & Ridder, G. (2003). 10.1111/1468-0262.00442
 * @see weights.oracle.R
 * @example
 * [...oddsWeights(Float64Array.of(3, 0), Uint8Array.of(1, 0))]
 * // => [1, 1]
 */
export function oddsWeights(linearPredictor: Float64Array, treated: Uint8Array): Float64Array {
  if (linearPredictor.length !== treated.length) {
    throw new RangeError(
      `oddsWeights: linearPredictor has ${linearPredictor.length} rows; it must have ${treated.length}, as many as treated`,
    );
  }
  return linearPredictor.map((value, i) => (treated[i] === 1 ? 1 : Math.exp(value)));
}
