import type { ShownFinding } from '#evaluation/shown.ts';
import type { Pill } from '../document.ts';
import { dayText } from '../figures/source-line.ts';
import { text } from '../text/text.ts';

/** The shaped word of a verdict; null where there is none, so that no pill is drawn. */
export function pillOf(finding: Pick<ShownFinding, 'verdict' | 'qualifier' | 'look'>): Pill | null {
  const { verdict, qualifier } = finding;
  if (verdict === 'none') return null;
  const mark = text(`pill.${verdict}.mark`, {});
  if (qualifier === 'size-uncertain' && (verdict === 'benefit' || verdict === 'harm')) {
    return { verdict, mark, word: text(`pill.${verdict}.uncertain.word`, {}) };
  }
  return { verdict, mark, word: text(`pill.${verdict}.word`, { day: dayText(finding.look) }) };
}
