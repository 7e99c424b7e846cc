/** Stands for a letter that the typeface lacks. */
const LACKING = '□';

/** Never drawn: no letter is missing when these are. */
const NEVER_DRAWN = /[\n\r\t\p{Default_Ignorable_Code_Point}]/u;

/**
 * A text in which each letter outside the typeface is a □, so that a reader sees that something stands there.
 *
 * @param letters the code points that the typeface has
 * @param elsewhere letters that another face shows
 */
export function shownLetters(text: string, letters: ReadonlySet<number>, elsewhere = ''): string {
  return Array.from(text, (letter) =>
    letters.has(letter.codePointAt(0)!) || elsewhere.includes(letter) || NEVER_DRAWN.test(letter)
      ? letter
      : LACKING,
  ).join('');
}
