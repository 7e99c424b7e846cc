/**
 * Weights for people whom either group might have held: 1 − p for participants, p for the others, with p the chance of
 * taking part.
 *
 * Use it when the groups share only a middle ground; the effect is then that of the middle ground.
 * It assumes that the model of taking part is right.
 *
 * Shape: one weight per row.
 * Units: between 0 and 1.
 *
 * @param linearPredictor the logarithm of each row's odds of taking part
 * @throws RangeError when lengths differ
 * @see Li, F., Morgan, K. & Zaslavsky, A. (2018). 10.1080/01621459.2016.1260466
 * @see weights.oracle.R
 * @example
 * [...overlapWeights(Float64Array.of(0, 0), Uint8Array.of(1, 0))]
 * // => [0.5, 0.5]
 */
export function overlapWeights(linearPredictor: Float64Array, treated: Uint8Array): Float64Array {
  if (linearPredictor.length !== treated.length) {
    throw new RangeError(
      `overlapWeights: linearPredictor has ${linearPredictor.length} rows; it must have ${treated.length}, as many as treated`,
    );
  }
  return linearPredictor.map((value, i) => 1 / (1 + Math.exp(treated[i] === 1 ? value : -value)));
}
