import { hasText, text } from '../text/text.ts';

/**
 * The words of a template, a KPI or a measure, for what a plan is begun with.
 *
 * @throws RangeError when the catalogue has no such key
 * @example
 * programWord('kpi.participation.unit')
 * // => 'in 100'
 */
export function programWord(key: string): string {
  if (!hasText(key)) throw new RangeError(`programWord: the catalogue has no ${key}`);
  return text(key);
}

/** The words of a key, or what stands there instead where the catalogue has none: own words of people stay as they are. */
export function wordOr(key: string, otherwise: string): string {
  return hasText(key) ? text(key) : otherwise;
}
