import type { HiddenDifference, TippingPoint } from '#evaluation/sensitivity/sensitivity.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import { countedTexts, plainNumber } from '../figures/amounts.ts';
import { text } from '../text/text.ts';
import { outcomeNoun } from './outcome-words.ts';

/** So near to once that "as strongly as" is right. */
const ABOUT_ONCE = 0.05;

/** How strong something unmeasured would have to be, held against what was measured; then as an E-value. */
export function hiddenDifferenceText(finding: ShownFinding, hidden: HiddenDifference): string {
  const { strongest, eValue } = hidden;
  const first =
    strongest === null
      ? text('sens.hidden.unmeasured', {})
      : text('sens.hidden', {
          strength: strengthOf(strongest.times),
          noun: text('sens.thing', { measure: finding.outcome, noun: outcomeNoun(finding) }),
          times: numberText(strongest.times),
          characteristic: characteristicName(strongest.characteristic),
        });
  const values = { estimate: numberText(eValue.estimate), limit: numberText(eValue.limit) };
  return [first, text('sens.e-value', values)].join(' ');
}

function strengthOf(times: number): string {
  if (Math.abs(times - 1) <= ABOUT_ONCE) return 'same';
  return times > 1 ? 'more' : 'less';
}

/** A column as words. */
export function characteristicName(column: string): string {
  return column.replaceAll('_', ' ');
}

function numberText(value: number): string {
  const digits = String(value).split('.')[1]?.length ?? 0;
  return plainNumber(value, digits);
}

/** How far off the missing would have to be for the verdict to change. */
export function tippingText(finding: ShownFinding, { shift, upTo }: TippingPoint): string {
  if (shift === 0) return text('sens.tipping.at-once', {});
  const verdict = finding.verdict === 'no-meaningful-difference' ? 'same' : finding.verdict;
  const amount = (value: number): string =>
    text('figures.amount', {
      amount: countedTexts(finding, [Number(value.toPrecision(12))])[0]!,
      kind: finding.kind,
      unit: finding.unit,
    });
  if (shift === null) return text('sens.tipping.never', { verdict, upTo: amount(upTo) });
  return text('sens.tipping', { verdict, shift: amount(shift) });
}

/** Both differences where ties in matching decide; empty where they do not. */
export function tiesText(finding: ShownFinding): string[] {
  const { estimate = null, sensitivity } = finding.shown ?? {};
  const other = sensitivity?.otherTies ?? null;
  if (other === null || estimate === null || other === estimate) return [];
  const [first, second] = countedTexts(finding, [estimate, other]);
  const amount = (value: string): string =>
    text('figures.amount', { amount: value, kind: finding.kind, unit: finding.unit });
  return [text('sens.ties', { planned: amount(first!), other: amount(second!) })];
}
