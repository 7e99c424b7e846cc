import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import { text } from '../text/text.ts';

/** The first twelve digits of a fingerprint as people read them: 7F3C-91AD-E20B. */
export function shortFingerprint(fingerprint: string): string {
  return (
    fingerprint
      .slice(0, 12)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join('-');
}

/** A day as reports print it: 30 Sep 2026. The text is an ISO date. */
export function dayText(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const parts = format.formatToParts(new Date(Date.UTC(year!, month! - 1, day)));
  const part = (type: string) => parts.find((one) => one.type === type)!.value;
  return `${part('day')} ${part('month').slice(0, 3)} ${part('year')}`;
}

/** The line under each figure: data, plan, date, and that the plan was not locked when it was not. */
export function sourceLine(shown: ShownEvaluation): string {
  const values = { fingerprint: shortFingerprint(shown.planFingerprint), cutoff: dayText(shown.plan.cutoff) };
  return shown.planLocked ? text('figures.source.locked', values) : text('figures.source.not-locked', values);
}
