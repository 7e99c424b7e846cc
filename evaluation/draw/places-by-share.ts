/**
 * Places for each group in proportion to its size: whole shares first, what is left to the largest remainders, ties to the group that
 * stands first (Hamilton's method). Whole numbers all the way, so that no machine rounds differently.
 *
 * Shape: one entry per group; they add to the places.
 *
 * @throws RangeError when there are more places than people
 * @example
 * placesByShare([70, 50, 1], 60)
 * // => [35, 25, 0]
 */
export function placesByShare(sizes: readonly number[], places: number): number[] {
  const people = sizes.reduce((sum, size) => sum + size, 0);
  if (places > people)
    throw new RangeError(`placesByShare: places is ${places}; it must be at most the ${people} people`);
  if (people === 0) return sizes.map(() => 0);
  const remainder = (group: number): number => (places * sizes[group]!) % people;
  const shared = sizes.map((size, group) => (places * size - remainder(group)) / people);
  const left = places - shared.reduce((sum, one) => sum + one, 0);
  const first = sizes.map((_, group) => group).sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const group of first.slice(0, left)) shared[group]!++;
  return shared;
}
