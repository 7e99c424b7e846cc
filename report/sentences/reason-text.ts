import type { Reason } from '#evaluation/finding.ts';
import { text } from '../text/text.ts';

/**
 * A line of the checklist behind a verdict, in words.
 *
 * Shape: limits and estimates that the line compared are not repeated, because they are unrounded.
 */
export function reasonText({ check, ok, values }: Reason): string {
  const outcome = ok ? 'ok' : 'not';
  const { participants, comparison, need } = values;
  if (
    check === 'enough-people' &&
    participants !== undefined &&
    comparison !== undefined &&
    need !== undefined
  ) {
    return text(`reason.enough-people.${outcome}.counts`, {
      participants: Math.floor(participants),
      comparison: Math.floor(comparison),
      need,
    });
  }
  return text(`reason.${check}.${outcome}`, {});
}
