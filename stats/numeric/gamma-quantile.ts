import { normalQuantile } from './normal-quantile.ts';
import { gammaFront, incompleteGamma } from './incomplete-gamma.ts';

const SETTLED = 1e-15;
const MOST_STEPS = 200;

/**
 * The value that a gamma distribution with scale 1 stays below with a given probability.
 *
 * Use it for exact ranges of counts and for waiting times.
 *
 * Units: probability between 0 and 1, both excluded; shape above 0. Values below 1e-300 come out as 0.
 *
 * @throws RangeError when the probability or the shape is outside those ranges
 * @see Wilson, E. B. & Hilferty, M. M. (1931). The distribution of chi-square. PNAS 17, 684–688 (the start)
 * @see gamma.oracle.R (R's `qgamma`)
 * @example
 * gammaQuantile(0.5, 1).toFixed(12)
 * // => '0.693147180560'
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`gammaQuantile: probability is ${probability}; it must lie between 0 and 1`);
  }
  if (!(shape > 0 && shape < Infinity)) {
    throw new RangeError(`gammaQuantile: shape is ${shape}; it must be above 0 and finite`);
  }
  const side = probability < 0.5 ? 'below' : 'above';
  const wanted = Math.log(probability < 0.5 ? probability : 1 - probability);
  // On logarithmic scales both shares are concave, so Newton's steps come from one side after the first and cannot run off.
  let value = start(probability, shape);
  for (let step = 0; step < MOST_STEPS; step++) {
    const share = incompleteGamma(shape, value)[side];
    const slope = (shape * gammaFront(shape, value)) / share;
    const move = ((Math.log(share) - wanted) / slope) * (side === 'below' ? -1 : 1);
    value *= Math.exp(Math.max(-2, Math.min(2, move)));
    if (!(value > Number.MIN_VALUE)) return 0;
    if (Math.abs(move) < SETTLED) break;
  }
  return value;
}

/** Wilson and Hilferty's cube, or for small values the first term of the series, xᵃ ÷ Γ(a + 1). */
function start(probability: number, shape: number): number {
  const cube = 1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * Math.sqrt(shape));
  if (cube > 0.2) return shape * cube ** 3;
  const first = gammaFront(shape, 1) * Math.E;
  return Math.max(1e-300, (probability / first) ** (1 / shape));
}
