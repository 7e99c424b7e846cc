import type { Note } from '#evaluation/finding.ts';
import { earlierChangeWords } from './earlier-change-words.ts';
import { dayText } from '../figures/source-line.ts';
import { type TextValues, hasText, text } from '../text/text.ts';

/** A remark about how figures came about, in words; an unknown remark is named, never dropped. */
export function noteText({ key, values }: Note): string {
  const own = `note.${key}`;
  return hasText(own)
    ? text(own, withDay(earlierChangeWords(values)))
    : text('note.other', { key: key.replaceAll('-', ' ') });
}

/** A day as readers see it, where a remark names one. */
function withDay(values: TextValues): TextValues {
  return typeof values['reached'] === 'string' ? { ...values, day: dayText(values['reached']) } : values;
}
