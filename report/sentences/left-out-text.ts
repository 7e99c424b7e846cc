import { hasText, text } from '../text/text.ts';

/** Why people are not counted, in words; an unknown reason is named, never dropped. */
export function leftOutText(reason: string): string {
  const own = `left-out.${reason}`;
  return hasText(own)
    ? text(own, { reason })
    : text('left-out.other', { reason: reason.replaceAll('-', ' ') });
}
