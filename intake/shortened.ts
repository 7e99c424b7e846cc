/** The most letters of a cell that are shown; a swallowed rest of a file is longer. */
const MOST_LETTERS = 200;

/**
 * A text of at most 200 letters; a longer one is cut and ends in `…`.
 *
 * @example
 * shortened('x'.repeat(300)).length
 * // => 200
 */
export function shortened(text: string): string {
  const letters = [...text.slice(0, MOST_LETTERS * 2)];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : text;
}
