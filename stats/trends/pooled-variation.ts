import { compensatedSum } from '#stats/numeric/compensated-sum.ts';

/** How much values vary around the mean of their own group, or that no group has two. */
export type PooledVariation =
  | {
      readonly kind: 'variation';
      /** Standard deviation ÷ mean. */
      readonly variation: number;
      /** Values in groups of two and more. */
      readonly values: number;
      readonly groups: number;
    }
  | { readonly kind: 'missing'; readonly reason: 'no-group-of-two' };

/**
 * The coefficient of variation inside groups, pooled: what differs between the groups' means has no part in it.
 *
 * Use it for gaps between events of several who each keep their own pace. It assumes that all vary alike around their means. The mean of
 * a group is known only from its own few values; that is allowed for, so small groups don't make the variation look smaller than it is.
 *
 * Shape: one group code per value; groups with a single value are left out.
 * Units: values above 0 or equal to it, in one unit; the answer has none.
 * Missing: not allowed; leave absent values out first.
 *
 * @returns `no-group-of-two` when no group has two values, or all of them are 0
 * @throws RangeError when lengths differ or a value is negative or not finite
 * @see Kendall, M. G. & Stuart, A. (1977). The Advanced Theory of Statistics 1, chapter 10 (ratios of sums)
 * @see pooled-variation.oracle.R
 * @example
 * pooledVariation({ values: [3, 3, 6, 6], groups: [0, 0, 1, 1] }).variation
 * // => 0
 */
export function pooledVariation({
  values,
  groups,
}: {
  readonly values: ArrayLike<number>;
  readonly groups: ArrayLike<number>;
}): PooledVariation {
  if (values.length !== groups.length) {
    throw new RangeError(
      `pooledVariation: there are ${values.length} values and ${groups.length} groups; there must be as many`,
    );
  }
  const spreads: number[] = [];
  const squares: number[] = [];
  let counted = 0;
  for (const own of byGroup(values, groups)) {
    const n = own.length;
    if (n < 2) continue;
    const mean = compensatedSum(own) / n;
    const variance = compensatedSum(own.map((value) => (value - mean) ** 2)) / (n - 1);
    counted += n;
    spreads.push((n - 1) * variance);
    // The square of the observed mean is too large by the variance of the mean.
    squares.push((n - 1) * (mean ** 2 - variance / n));
  }
  const square = compensatedSum(squares);
  if (!(square > 0)) return { kind: 'missing', reason: 'no-group-of-two' };
  return {
    kind: 'variation',
    variation: Math.sqrt(compensatedSum(spreads) / square),
    values: counted,
    groups: spreads.length,
  };
}

function byGroup(values: ArrayLike<number>, groups: ArrayLike<number>): Iterable<number[]> {
  const found = new Map<number, number[]>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`pooledVariation: values[${i}] is ${value}; it must be 0 or more`);
    }
    const own = found.get(groups[i]!);
    if (own) own.push(value);
    else found.set(groups[i]!, [value]);
  }
  return found.values();
}
