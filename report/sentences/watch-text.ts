import { decisionKey } from '#evaluation/decision.ts';
import type { Decision } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import { countedTexts } from '../figures/amounts.ts';
import { text } from '../text/text.ts';

/** Whether a watch-out kept its limit, as the decision has it. */
export type WatchState = 'inside' | 'outside' | 'cannot-tell';

/** What the decision says about a watch-out. */
export function watchState(finding: ShownFinding, { outside, cannotTell }: Decision): WatchState {
  const key = decisionKey(finding);
  if (outside.includes(key)) return 'outside';
  return cannotTell.includes(key) ? 'cannot-tell' : 'inside';
}

/** A watch-out in a sentence, without signs. */
export function watchText(finding: ShownFinding, decision: Decision): string {
  const { label, matters, better } = finding;
  const range = finding.shown?.range95 ?? null;
  if (range === null) return text('watch.too-little', { label });
  const worst = better === 'higher' ? range[0] : range[1];
  const state = watchState(finding, decision);
  const inside = better === 'higher' ? worst > -matters : worst < matters;
  if (state === 'cannot-tell' && inside) return text('watch.too-little', { label });
  return text(`watch.${state}`, { label, worst: amountText(finding, worst), limit: limitText(finding) });
}

/** The limit with its unit: so much less, or so much more where lower is better. */
export function limitText(finding: ShownFinding): string {
  return amountText(finding, finding.better === 'higher' ? -finding.matters : finding.matters);
}

function amountText(finding: ShownFinding, value: number): string {
  const number = countedTexts(finding, [Math.abs(value)])[0]!;
  const amount = text('figures.amount', { amount: number, kind: finding.kind, unit: finding.unit });
  return text('watch.amount', { direction: value > 0 ? 'up' : value < 0 ? 'down' : 'none', amount });
}
