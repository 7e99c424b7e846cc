/**
 * Whether a text is digits with one point before three digits: a decimal or a thousand, by the sign its author used.
 *
 * @example
 * isNumberText('1.000')
 * // => true
 */
export function isNumberText(text: string): boolean {
  return /^[-+]?\d{1,3}\.\d{3}$/.test(text);
}
