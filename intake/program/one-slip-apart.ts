/**
 * Whether two words differ by one letter more, less or other, by two neighbours swapped, or not at all.
 *
 * @example
 * areOneSlipApart('meetigns', 'meetings')
 * // => true
 */
export function areOneSlipApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const rest = (text: string, from: number): string => text.slice(from);
  if (short.length < long.length) return rest(short, start) === rest(long, start + 1);
  const swapped =
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    rest(short, start + 2) === rest(long, start + 2);
  return swapped || rest(short, start + 1) === rest(long, start + 1);
}
