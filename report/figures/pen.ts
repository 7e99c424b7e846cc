import { LIGHT, LOOKED_UP } from '../formats/style/tokens.ts';
import type { Theme } from '../formats/style/tokens.ts';

/** What a figure is drawn with: how wide, in which arrangement, in which colours. */
export interface Pen {
  readonly layout: 'wide' | 'narrow';
  /** Pixels of the figure; on paper a pixel is about two thirds of a point. */
  readonly width: number;
  readonly colours: Theme;
}

/** Pages and files of 720 pixels; text of 14 and 13 pixels is 9 pt and above 8.5 pt on paper. */
const WIDE_PX = 720;

/** A telephone of 360 pixels less its margins of 16: drawn at its own size, so that text stays 13 pixels and more. */
const NARROW_PX = 328;

/** Sizes of text in figures. */
export const LABEL_PX = 14;
export const AXIS_PX = 13;

export const SCREEN_PEN: Pen = { layout: 'wide', width: WIDE_PX, colours: LOOKED_UP };
export const NARROW_PEN: Pen = { layout: 'narrow', width: NARROW_PX, colours: LOOKED_UP };
export const PAPER_PEN: Pen = { layout: 'wide', width: WIDE_PX, colours: LIGHT };

/**
 * A coordinate as it is written into a figure: to a tenth of a pixel, the same on every machine.
 *
 * @throws RangeError when the value is not finite; a figure never shows what is not known
 * @example
 * at(-0.04)
 * // => '0'
 */
export function at(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`at: value is ${value}; a coordinate must be finite`);
  const tenths = Math.round(value * 10);
  return String((tenths === 0 ? 0 : tenths) / 10);
}
