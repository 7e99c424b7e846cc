/**
 * Advance widths of Source Sans 3 in thousandths of the size, from U+0020 to U+007E: regular, then semibold.
 * Read from the `hmtx` tables of the font files (SIL Open Font License) that the PDF uses.
 */
const REGULAR = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497,
  497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727,
  647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555,
  496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303,
  241, 303, 497,
];
const SEMIBOLD = [
  200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513, 513, 513,
  513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745,
  657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564,
  507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324,
  255, 324, 513,
];

/** Width of a letter outside the table: that of a wide one, so that a guess never makes a box too small. */
const OTHER_LETTER = 620;

/** From the CJK radicals on, a letter takes the whole square. */
const SQUARE_FROM = 0x2e80;

/**
 * Readers without Source Sans 3 see their system's font. DejaVu Sans, the widest in common use, is about a fifth wider
 * in regular, and a third in bold, which stands in where a semibold is missing.
 */
const ROOM_FOR_OTHER_FONTS = { regular: 1.2, semibold: 1.34 } as const;

/** The weights that figures use. */
export type TextWeight = 'regular' | 'semibold';

/**
 * The room that a line of text needs, in pixels, also in a wider font than Source Sans 3.
 *
 * Units: pixels of the figure.
 *
 * @example
 * textWidth('no', 10, 'regular')
 * // => 13.068
 */
export function textWidth(text: string, sizePx: number, weight: TextWeight): number {
  const table = weight === 'regular' ? REGULAR : SEMIBOLD;
  let thousandths = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0)!;
    thousandths += table[point - 0x20] ?? (point >= SQUARE_FROM ? 1000 : OTHER_LETTER);
  }
  return Math.round(thousandths * sizePx * ROOM_FOR_OTHER_FONTS[weight]) / 1000;
}

/**
 * The lines of a text that stay inside a width; a word that is too long for a line is cut with a hyphen.
 *
 * Shape: at least one line; an empty text gives one empty line.
 *
 * @example
 * wrappedLines('no no', 14, 10, 'regular')
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
