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
