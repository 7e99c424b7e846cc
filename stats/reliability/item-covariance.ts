/** Covariances of items (n − 1), `size` × `size` by rows, and the people behind them. */
export interface ItemCovariance {
  readonly matrix: Float64Array;
  readonly size: number;
  readonly people: number;
}

/**
 * The covariances of the items of a scale, ready to be taken again with each person counted as often as a bootstrap drew them.
 *
 * Use it for alpha and omega and their ranges: what does not depend on the draw is worked out once.
 *
 * Shape: items have one value per person; `timesDrawn` one whole number per person, everybody once when left out.
 * Units: squares of those of the items.
 * Missing: not allowed; leave incomplete people out first.
 *
 * @throws RangeError when lengths differ
 * @see item-covariance.test.ts
 * @example
 * [...itemCovariances([Float64Array.of(1, 2, 3), Float64Array.of(2, 4, 6)])().matrix]
 * // => [1, 2, 2, 4]
 */
export function itemCovariances(items: readonly Float64Array[]): (timesDrawn?: Int32Array) => ItemCovariance {
  const size = items.length;
  const count = items[0]?.length ?? 0;
  const centred = new Float64Array(size * count);
  for (const [k, item] of items.entries()) {
    if (item.length !== count)
      throw new RangeError(`itemCovariances: items[${k}] has ${item.length} people; it must have ${count}`);
    let mean = 0;
    for (const value of item) mean += value / count;
    for (let i = 0; i < count; i++) centred[i * size + k] = item[i]! - mean;
  }
  return (timesDrawn) => {
    const sums = new Float64Array(size);
    const products = new Float64Array(size * size);
    let people = 0;
    for (let i = 0; i < count; i++) {
      const times = timesDrawn ? timesDrawn[i]! : 1;
      if (times === 0) continue;
      people += times;
      const row = i * size;
      for (let j = 0; j < size; j++) {
        const value = times * centred[row + j]!;
        sums[j]! += value;
        for (let k = j; k < size; k++) products[j * size + k]! += value * centred[row + k]!;
      }
    }
    const matrix = new Float64Array(size * size);
    for (let j = 0; j < size; j++) {
      for (let k = j; k < size; k++) {
        const covariance = (products[j * size + k]! - (sums[j]! * sums[k]!) / people) / (people - 1);
        matrix[j * size + k] = covariance;
        matrix[k * size + j] = covariance;
      }
    }
    return { matrix, size, people };
  };
}
