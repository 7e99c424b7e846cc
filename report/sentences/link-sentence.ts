import type { RelationshipLink } from '#evaluation/together/relationship-link.ts';
import { counted, decimalsOf, signedNumber } from '../figures/amounts.ts';
import { text } from '../text/text.ts';
import { missingText } from './missing-text.ts';

/** How an outcome and trust go together, in one sentence with its range; never "led to". */
export function linkSentence(link: RelationshipLink): string {
  const { label, n, asked, slope } = link;
  const said = { outcome: label, n, asked };
  if ('reason' in slope) return text('link.none', { ...said, why: missingText(slope) });
  if (slope.range95 === null) return text('link.none', { ...said, why: text('figures.no-range', {}) });
  const scaled = [slope.estimate, ...slope.range95].map((value) => counted(link, value));
  const [amount, low, high] = scaled.map((value) => signedNumber(value, decimalsOf(scaled)));
  const values = {
    ...said,
    amount: text('figures.amount', { amount: amount!, kind: link.kind, unit: link.unit }),
    low: low!,
    high: high!,
  };
  const clear = slope.range95[0] > 0 || slope.range95[1] < 0;
  if (!clear) return text('link.unclear', values);
  return text('link.found', { ...values, direction: slope.estimate > 0 ? 'up' : 'down' });
}
