import { expect, test } from 'vitest';
import { clusteredLeastSquares } from '../regression/clustered-least-squares.ts';
import { oddsWeights } from './odds-weights.ts';

/** Case C43: four people with known chances of taking part. */
const chance = [0.8, 0.5, 0.5, 0.2];
const treated = Uint8Array.of(1, 1, 0, 0);
const outcome = Float64Array.of(10, 6, 5, 4);

test('C43: the effect on participants is 8 less 4.8, by odds weights', () => {
  const weights = oddsWeights(
    Float64Array.from(chance, (p) => Math.log(p / (1 - p))),
    treated,
  );
  const columns = [new Float64Array(4).fill(1), Float64Array.from(treated)];
  const fit = clusteredLeastSquares({ outcome, columns, weights, clusters: Int32Array.of(0, 1, 2, 3) });
  expect(fit.contrast([1, 1]).estimate).toBeCloseTo(8, 12);
  expect(fit.contrast([1, 0]).estimate).toBeCloseTo(4.8, 12);
  expect(fit.contrast([0, 1]).estimate).toBeCloseTo(3.2, 12);
});
