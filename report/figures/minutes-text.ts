import { text } from '../text/text.ts';
import { plainNumber } from './amounts.ts';

/**
 * A range of minutes, or the one number that both ends are.
 *
 * @example
 * minutesText([64, 88])
 * // => '64 to 88'
 */
export function minutesText([least, most]: readonly [least: number, most: number]): string {
  return least === most ? plainNumber(least, 0) : text('p20.range', { least, most });
}
