import type { ShownFlags, ShownPulse, ShownPulseStep } from '#evaluation/views/shown-views.ts';
import { counted, plainNumber } from '../figures/amounts.ts';
import { text } from '../text/text.ts';
import { scaleName } from './scale-name.ts';
import { waveText } from './wave-text.ts';

const LEAST_TOLD = 0.1;

/** A sentence for every later wave of a scale that raised an alarm. */
export function pulseAlarms(pulse: ShownPulse): string[] {
  return pulse.later.flatMap(({ wave, n, agree, step }) => {
    if ('reason' in step || step.alarm === 'none') return [];
    const said = {
      scale: scaleName(pulse.scale, pulse.about),
      who: pulse.who,
      wave: waveText(wave),
      alarm: step.alarm,
    };
    const { start } = pulse;
    if (step.estimate === null || step.range === null || agree === null || start.agree === null)
      return [text('alarm.pulse.words', said)];
    const values = { n: n!, agree, startN: start.n!, startAgree: start.agree };
    return [text('alarm.pulse', { ...said, ...values, ...differenceTexts(step.estimate, step.range) })];
  });
}

function differenceTexts(estimate: number, [low, high]: NonNullable<ShownPulseStep['range']>) {
  const part = (share: number) => {
    const inHundred = Math.round(counted({ kind: 'share', unit: '' }, share));
    const side = inHundred === 0 ? 'none' : inHundred > 0 ? 'more' : 'fewer';
    return text('trend.part', { amount: plainNumber(Math.abs(inHundred), 0), side });
  };
  return { estimate: part(estimate), low: part(low), high: part(high) };
}

/** A sentence per limit: how many pairs are beyond it, how many of them chance alone would raise, and how often it raises one. */
export function flagSentences(flags: ShownFlags): string[] {
  return flags.limits.map(({ times, flagged, words, expected, chance }) => {
    const said = {
      times,
      pairs: flags.pairs,
      expected: amountOf(expected),
      chance: amountOf(100 * chance),
    };
    if (flagged !== null) return text('alarm.flags', { ...said, flagged });
    if (words !== null)
      return text('alarm.flags.words', { ...said, words: text(`figures.words.${words}`, {}) });
    return text('alarm.flags.joined', said);
  });
}

/** "about 3.4", whole from ten on; "fewer than 0.1" where it is less. */
function amountOf(value: number): string {
  if (value < LEAST_TOLD) return text('alarm.under', { limit: plainNumber(LEAST_TOLD, 1) });
  return text('alarm.about', { amount: plainNumber(value, value < 10 ? 1 : 0) });
}
