import { LABEL_PX } from './pen.ts';
import { textWidth } from './text-width.ts';

/** Wider labels would take the picture's own room. */
const WIDEST_PX = 190;

/**
 * What stands at the end of a line: the value with the name, or the value alone where the name is too long. A name is never cut: half of
 * "People who did not take part" says the opposite.
 *
 * @example
 * endLabel('3.08', 'Participants')
 * // => '3.08 Participants'
 */
export function endLabel(value: string, name: string): string {
  const whole = `${value} ${name}`;
  return textWidth(whole, LABEL_PX, 'semibold') <= WIDEST_PX ? whole : value;
}
