/**
 * Names as a list in words.
 *
 * @example
 * listed(['a', 'b', 'c'])
 * // => 'a, b, and c'
 */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { style: 'long', type: 'conjunction' }).format(names);
}
