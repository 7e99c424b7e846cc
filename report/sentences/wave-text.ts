import { hasText, text } from '../text/text.ts';

/**
 * A wave in words.
 *
 * Missing: a wave of another name stands as it is.
 *
 * @example
 * waveText('followup6')
 * // => '6 months after the end'
 */
export function waveText(wave: string): string {
  const [, part, number] = /^(before|during|after|followup)(\d*)$/.exec(wave) ?? [];
  const key = `wave.${part}${number ? '.numbered' : ''}`;
  return hasText(key) ? text(key, { number: Number(number) }) : wave;
}
