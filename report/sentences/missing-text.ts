import type { Missing } from '#evaluation/finding.ts';
import { text } from '../text/text.ts';

/** Why a figure could not be computed, in words. */
export function missingText({ reason, values }: Missing): string {
  if (reason === 'followed-too-short') {
    const { months } = values;
    if (months === undefined) return text('missing.followed-too-short.plain', {});
    return text('missing.followed-too-short', { months });
  }
  return text(`missing.${reason}`, values);
}
