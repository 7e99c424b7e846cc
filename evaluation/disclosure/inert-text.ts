/**
 * A text that spreadsheets run as a formula when they read a CSV: one that starts with = + - @, a tab or a line break, also
 * in full width, and also behind blanks, quotation marks or a byte-order mark, which some programs take off first (OWASP,
 * CSV injection).
 */
const RUN_AS_FORMULA = /^(?:[\t\r\n]|[\s"'“”\uFEFF\u200B]*[=+\-@＝＋－＠])/u;

/**
 * A text that no spreadsheet runs: an apostrophe stands before what would be a formula.
 *
 * @example
 * inertText('=1+1')
 * // => "'=1+1"
 */
export function inertText(text: string): string {
  return RUN_AS_FORMULA.test(text) ? `'${text}` : text;
}
