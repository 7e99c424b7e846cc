import type { Range } from '#evaluation/finding.ts';
import { plainNumber } from '../figures/amounts.ts';
import { text } from '../text/text.ts';

/** How many of those asked answered, where only the band is told. */
export function bandText([low, high]: Range): string {
  const inHundred = (share: number) => plainNumber(share * 100, 0);
  if (low === 0) return text('p15.band.under', { high: inHundred(high) });
  if (high === 1) return text('p15.band.from', { low: inHundred(low) });
  // 50 to 74, for the next band begins at 75.
  return text('p15.band', { low: inHundred(low), high: inHundred(high - 0.01) });
}
