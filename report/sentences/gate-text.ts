import type { Gate } from '#evaluation/finding.ts';
import { plainNumber } from '../figures/amounts.ts';
import { earlierChangeWords } from './earlier-change-words.ts';
import { type TextKey, type TextValues, hasText, text } from '../text/text.ts';

const DIFFERENCE_DECIMALS = 2;

/** Why a comparison is limited, in words: what was found, where the limit is, what follows. */
export function gateText(gate: Gate): string {
  const values = gate.id === 'F13' ? earlierChangeWords(gate.values) : gateValues(gate);
  return text(gateKey(gate), values);
}

function gateKey({ id, effect, values }: Gate): TextKey {
  if (id === 'F7') {
    if ('twice' in values) return 'gate.F7.twice';
    return 'assigned' in values ? 'gate.F7.draw' : 'gate.F7.other';
  }
  if (id === 'F1' && 'ratio' in values) return 'gate.F1.spread';
  if (id === 'F3' && effect === 'words-only' && values.kish === 0) return 'gate.F3.no-weights';
  const own = `gate.${id}.${effect}`;
  return hasText(own) ? own : `gate.${id}.other`;
}

/** Numbers as readers can use them; a gate's own values are unrounded. */
function gateValues({ values }: Gate): TextValues {
  const number = (name: string) => Number(values[name] ?? 0);
  return {
    ...values,
    ratio: plainNumber(number('ratio'), DIFFERENCE_DECIMALS),
    difference: plainNumber(Math.abs(number('difference')), DIFFERENCE_DECIMALS),
    kish: Math.floor(number('kish')),
    share: plainNumber(number('largestWeightShare') * 100, 0),
    probability: plainNumber(number('probability') * 100, 0),
    same: values.from === values.to ? 'yes' : 'no',
  };
}
