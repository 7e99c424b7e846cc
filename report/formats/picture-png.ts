import { renderAsync } from '@resvg/resvg-js';
import { FONT_FAMILY, fontFiles, typefaceLetters } from './typeface/font-files.ts';
import { shownLetters } from './typeface/shown-letters.ts';

/** Two dots for each pixel of the drawing: sharp on screens of today and at about 216 dots per inch on paper. */
const DOTS_PER_PIXEL = 2;

/** A picture in dots, with the size of the drawing it was made from. */
export interface PngPicture {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * A drawing (SVG) as a PNG of twice its size, drawn with the product's own typeface and no other.
 *
 * Shape: the same bytes for the same drawing, whatever fonts the machine has; drawn beside the main thread.
 * Missing: a letter that the typeface lacks is drawn as □.
 *
 * @throws Error when the text is not an SVG
 */
export async function picturePng(svg: string): Promise<PngPicture> {
  const image = await renderAsync(shownLetters(svg, typefaceLetters()), {
    fitTo: { mode: 'zoom', value: DOTS_PER_PIXEL },
    // Fonts of the machine must not leak in: a picture would differ from machine to machine.
    font: {
      loadSystemFonts: false,
      fontFiles: fontFiles(),
      defaultFontFamily: FONT_FAMILY,
      sansSerifFamily: FONT_FAMILY,
    },
  });
  return {
    bytes: new Uint8Array(image.asPng()),
    widthPx: image.width / DOTS_PER_PIXEL,
    heightPx: image.height / DOTS_PER_PIXEL,
  };
}
