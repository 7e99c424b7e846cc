import { whitening } from './whitening.ts';

/**
 * The step a Newton iteration takes: the solution of curvature × step = slope.
 *
 * Shape: `curvature` is square by rows, as long on each side as `slope`; a direction without curvature gets no step.
 *
 * @see whitening
 * @see whitening.test.ts (by hand)
 * @example
 * [...newtonStep(Float64Array.of(4, 0, 0, 25), Float64Array.of(2, 5))]
 * // => [0.5, 0.2]
 */
export function newtonStep(curvature: Float64Array, slope: Float64Array): Float64Array {
  const { transform, kept } = whitening(curvature, slope.length);
  const rank = kept.length;
  const step = new Float64Array(slope.length);
  for (let k = 0; k < rank; k++) {
    let along = 0;
    for (let j = 0; j < slope.length; j++) along += transform[j * rank + k]! * slope[j]!;
    for (let j = 0; j < slope.length; j++) step[j]! += transform[j * rank + k]! * along;
  }
  return step;
}
