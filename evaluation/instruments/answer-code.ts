import type { Answered } from './instrument.ts';

/** What an answer as it was given stands for. */
export type AnswerCode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'option'; readonly code: string }
  /** Left out, rather not said, not applicable: asked and not answered. */
  | { readonly kind: 'none' }
  | { readonly kind: 'comment' }
  /** Fits no step and no option. */
  | { readonly kind: 'strange' };

/**
 * The step or option that an answer stands for, whatever the case, the outer blanks and the language of its words.
 *
 * Missing: an empty answer is none, never 0.
 *
 * @param given a code, a step, or the words of an option in any language of the instrument
 * @example
 * answerCode({ kind: 'rating', lowest: 1, highest: 5, words: 'truth' }, ' 4 ')
 * // => { kind: 'number', value: 4 }
 */
export function answerCode(answered: Answered, given: string): AnswerCode {
  const answer = folded(given);
  if (answer === '') return { kind: 'none' };
  if (answered.kind === 'comment') return { kind: 'comment' };
  if (answered.kind === 'rating') {
    const step = Object.values(answered.stepWords ?? {})
      .map((words) => words.findIndex((word) => folded(word) === answer))
      .find((position) => position >= 0);
    const value = step === undefined ? Number(answer) : answered.lowest + step;
    const whole = Number.isInteger(value) && value >= answered.lowest && value <= answered.highest;
    return whole ? { kind: 'number', value } : { kind: 'strange' };
  }
  const option = answered.options.find(
    ({ code, words }) =>
      folded(code) === answer || Object.values(words ?? {}).some((word) => folded(word) === answer),
  );
  return option ? { kind: 'option', code: option.code } : { kind: 'strange' };
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
