import type { Note } from '#evaluation/finding.ts';
import { earlierChangeWords } from './earlier-change-words.ts';
import { hasText, text } from '../text/text.ts';

/** A remark about how figures came about, in words; an unknown remark is named, never dropped. */
export function noteText({ key, values }: Note): string {
  const own = `note.${key}`;
  return hasText(own)
    ? text(own, earlierChangeWords(values))
    : text('note.other', { key: key.replaceAll('-', ' ') });
}
