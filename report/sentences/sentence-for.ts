import { detectableNow } from '#evaluation/planning/detectable-now.ts';
import type { Frame } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import { decimalsOf, plainNumber } from '../figures/amounts.ts';
import { armTexts, inHundred } from '../text/numbers.ts';
import { type TextKey, type TextValues, text } from '../text/text.ts';
import { gateText } from './gate-text.ts';
import { selectionOnly, sentenceKey } from './sentence-key.ts';
import { armsOf, sentenceValues } from './sentence-values.ts';

/** A finding in words: the key of its sentence, and the text. */
export interface Sentence {
  readonly key: string;
  readonly text: string;
}

/**
 * The sentence for a finding: no stronger than its design permits, with the horizon and with what may be shown.
 *
 * Shape: one whole sentence of the catalogue, followed by whole sentences for what limits it.
 */
export function sentenceFor(finding: ShownFinding, frame: Frame): Sentence {
  const key = sentenceKey(finding);
  const values = { ...sentenceValues(finding, frame), ...special(finding, key) };
  const followed = [...followers(finding, key, values), ...detectable(finding, frame, key)];
  return { key, text: [text(key, values), ...followed].join(' ') };
}

/** Values that mean something else in a few sentences. */
function special(finding: ShownFinding, key: TextKey): TextValues {
  if (selectionOnly(finding)) return naiveValues(finding);
  if (!key.startsWith('change.C.') || finding.kind === 'share') return {};
  const { participants } = armsOf(finding);
  const before = participants?.before ?? null;
  const after = participants?.value ?? null;
  const [a, b] = armTexts(finding.kind, [before, after]);
  return {
    a: a!,
    b: b!,
    span: finding.shown?.range95 ? sentenceSpan(finding.shown.range95) : 'none',
  };
}

function sentenceSpan([low, high]: readonly [number, number]): string {
  return low >= 0 ? 'up' : high <= 0 ? 'down' : 'mixed';
}

/** The gap between all eligible people, which stands only here and beside the adjusted one (F5). */
function naiveValues(finding: ShownFinding): TextValues {
  const { values } = finding.gates.find((gate) => gate.effect === 'selection')!;
  const [participants, comparison] = [values.participants, values.comparison];
  if (typeof participants !== 'number' || typeof comparison !== 'number') {
    return { naive: (finding.shown?.estimate ?? 0) < 0 ? 'down' : 'up', before: 'none' };
  }
  const shown = (value: number) =>
    finding.kind === 'share'
      ? inHundred(Math.round(value * 100) / 100)
      : String(Number(value.toPrecision(2)));
  const [a, b] = [shown(participants), shown(comparison)];
  return { naive: participants < comparison ? 'down' : 'up', before: 'both', a, b };
}

/** From here on a difference that could be seen is very large, in multiples of what matters. */
const VERY_LARGE = 3;

/** What so few people would show, where the plan said what to expect. */
function detectable(finding: ShownFinding, { plan }: Frame, key: TextKey): string[] {
  const { participants, comparison } = armsOf(finding);
  if (key !== 'little.people' || !participants || !comparison) return [];
  const difference = detectableNow(plan, finding, [participants.n, comparison.n]);
  if (difference === undefined) return [];
  const share = finding.kind === 'share';
  const amount = share ? Math.round(difference * 100) : Number(difference.toPrecision(2));
  return [
    text('little.detectable', {
      detectable: plainNumber(amount, decimalsOf([amount])),
      unit: finding.unit,
      large: difference >= VERY_LARGE * finding.matters ? 'yes' : 'no',
    }),
  ];
}

function followers(finding: ShownFinding, key: TextKey, values: TextValues): string[] {
  const said: string[] = [];
  if (key.startsWith('words-only')) {
    said.push(...finding.gates.filter((gate) => gate.effect === 'words-only').map(gateText));
  }
  if (key.startsWith('opinion.D') && finding.kind === 'share' && finding.shown?.bounds) {
    const [low, high] = finding.shown.bounds.map(inHundred);
    said.push(text('opinion.bounds', { ...values, low: low!, high: high! }));
  }
  const overlap = finding.gates.find((gate) => gate.id === 'F2' && gate.effect === 'qualifier');
  if (overlap !== undefined && /^(benefit|harm|same|inconclusive|selection)/u.test(key)) {
    said.push(text('with.overlap', { used: overlap.values.used!, eligible: overlap.values.eligible! }));
  }
  const waited = finding.gates.find((gate) => gate.id === 'F12' && gate.effect === 'qualifier');
  if (waited !== undefined && /^(benefit|harm|same|inconclusive|selection)/u.test(key)) {
    const { from, to } = waited.values;
    said.push(text('with.waiting', { from: from!, to: to!, same: from === to ? 'yes' : 'no' }));
  }
  if (finding.fragile && /^(benefit|harm)/u.test(key)) said.push(text('with.fragile', {}));
  return said;
}
