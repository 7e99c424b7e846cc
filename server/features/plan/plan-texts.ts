import type { Say } from '#evaluation/program/say.ts';
import { hasText, text, type TextKey } from '#report/text/text.ts';

/**
 * The words of templates and presets, from the catalogue of reports.
 *
 * @throws RangeError when the catalogue has no such key
 */
export const planTexts: Say = (key) => {
  if (!hasText(key)) throw new RangeError(`planTexts: key is ${key}; no catalogue has it`);
  return text(key as TextKey);
};
