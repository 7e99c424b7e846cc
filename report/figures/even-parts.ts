/**
 * A list in parts of about equal length, none longer than the most that a printed page holds.
 *
 * Shape: the order stays; an empty list has no part.
 *
 * @example
 * evenParts([1, 2, 3, 4, 5], 3)
 * // => [[1, 2, 3], [4, 5]]
 */
export function evenParts<T>(list: readonly T[], most: number): T[][] {
  const parts = Math.ceil(list.length / most);
  const size = Math.ceil(list.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, part) => list.slice(part * size, (part + 1) * size));
}
