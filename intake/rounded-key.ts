/**
 * Whether a key is a number that a spreadsheet rounded: `1.23E+05` may have been any of a thousand people.
 *
 * @example
 * isRoundedKey('1,23E+05')
 * // => true
 */
export function isRoundedKey(key: string): boolean {
  return /^\d+([.,]\d+)?e\+\d+$/i.test(key);
}
