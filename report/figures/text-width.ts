/**
 * Advance widths in thousandths of the size, from U+0020 to U+007E, regular, then semibold: for each letter the wider of
 * Source Sans 3 and DejaVu Sans (Bold for semibold). The first is the font of the PDF; readers without it see a font of
 * their system, and DejaVu Sans is the widest in common use. Read from the `hmtx` tables of the font files.
 */
const REGULAR = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 350, 636, 636, 636, 636, 636,
  636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295,
  479, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 350, 390, 838,
  500, 542, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521,
  392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];
const SEMIBOLD = [
  348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696,
  696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372,
  494, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838,
  500, 549, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595,
  478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
];

/** Width of a letter outside the table: that of a wide one, so that a guess never makes a box too small. */
const OTHER_LETTER = 838;

/** From the CJK radicals on, a letter takes the whole square. */
const SQUARE_FROM = 0x2e80;

/** The weights that figures use. */
export type TextWeight = 'regular' | 'semibold';

/**
 * The room that a line of text needs, in pixels, also in a wider font than Source Sans 3.
 *
 * Units: pixels of the figure.
 *
 * @example
 * textWidth('no', 10, 'regular')
 * // => 12.46
 */
export function textWidth(text: string, sizePx: number, weight: TextWeight): number {
  const table = weight === 'regular' ? REGULAR : SEMIBOLD;
  let thousandths = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0)!;
    thousandths += table[point - 0x20] ?? (point >= SQUARE_FROM ? 1000 : OTHER_LETTER);
  }
  return Math.round(thousandths * sizePx) / 1000;
}

/**
 * The lines of a text that stay inside a width; a word that is too long for a line is cut with a hyphen.
 *
 * Shape: at least one line; an empty text gives one empty line.
 *
 * @example
 * wrappedLines('no no', 20, 10, 'regular')
 * // => ['no', 'no']
 */
export function wrappedLines(text: string, widthPx: number, sizePx: number, weight: TextWeight): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => cutWord(whole, widthPx, sizePx, weight))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, sizePx, weight) > widthPx) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function cutWord(word: string, widthPx: number, sizePx: number, weight: TextWeight): string[] {
  if (textWidth(word, sizePx, weight) <= widthPx) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && textWidth(`${piece}${letter}-`, sizePx, weight) > widthPx) {
      pieces.push(`${piece}-`);
      piece = letter;
    } else {
      piece += letter;
    }
  }
  return [...pieces, piece];
}
