import type { Paper } from '../pdf/print-data.ts';

/** Twentieths of a point, in which Word measures. */
const TWIPS_PER_POINT = 20;

/** Width of the text, as in the PDF. */
const TEXT_WIDTH_POINTS = 480;
export const TEXT_WIDTH_TWIPS = TEXT_WIDTH_POINTS * TWIPS_PER_POINT;

/** Word counts the size of pictures in pixels of 1/96 inch. */
export const TEXT_WIDTH_PX = (TEXT_WIDTH_POINTS * 96) / 72;

/** A picture and its title, subtitle and source fit on one page of either paper. */
export const HIGHEST_PICTURE_PX = 760;

/** ISO 216 A4 and ANSI Letter. */
const SIZES: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  a4: [11_906, 16_838],
  letter: [12_240, 15_840],
};

/** Size and margins of a page, in twips; the text is as wide as in the PDF on either paper. */
export function pageOf(paper: Paper) {
  const [width, height] = SIZES[paper];
  const side = Math.floor((width - TEXT_WIDTH_TWIPS) / 2);
  return {
    size: { width, height },
    margin: { left: side, right: side, top: 1280, bottom: 1120, header: 640, footer: 560 },
  };
}
