/**
 * Heights for labels that want to stand at given heights but must not overlap, moved as little as a sweep down and up does.
 *
 * Shape: as many heights as were wanted, in their order.
 * Units: pixels, downwards.
 *
 * @example
 * spreadLabels([10, 12], 20, [0, 100])
 * // => [10, 30]
 */
export function spreadLabels(
  wantedPx: readonly number[],
  leastGapPx: number,
  [topPx, bottomPx]: readonly [number, number],
): number[] {
  const order = wantedPx.map((_, i) => i).toSorted((a, b) => wantedPx[a]! - wantedPx[b]! || a - b);
  const placed = [...wantedPx];
  let floor = topPx;
  for (const i of order) {
    placed[i] = Math.max(placed[i]!, floor);
    floor = placed[i]! + leastGapPx;
  }
  let ceiling = bottomPx;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i]!, ceiling);
    ceiling = placed[i]! - leastGapPx;
  }
  return placed;
}
