import type { Grade } from '#evaluation/finding.ts';

const CAUSAL = ['led to', 'caused', 'thanks to', 'effect', 'impact', 'because of the program'];

/** Words that a sentence of a grade may not use, because its design cannot carry them (screens, table of designs). */
export const FORBIDDEN_WORDS: Readonly<Record<Grade, readonly string[]>> = {
  A: ['proves', 'guarantees'],
  B: CAUSAL,
  'B-': [...CAUSAL, 'similar people'],
  C: [...CAUSAL, 'improved by', 'worked', 'because'],
  D: [...CAUSAL, 'because', 'rose', 'fell', 'increased', 'improved', 'changed', 'grew', 'worked'],
};

/** Words that stand in no text at all: they promise, sell, or hide that we do not know. */
export const BANNED_WORDS: readonly string[] = [
  'proven',
  'trend towards',
  'borderline',
  'boost',
  'drive',
  'transform',
  'failed',
  'no effect',
  'guarantee',
  'world-class',
  'game changing',
  'the data shows',
  'anonymous',
  'impact',
  'significant',
];

/**
 * The words of a list that a text uses, as whole words in any case.
 *
 * @example
 * usedWords('The impact was borderline.', ['impact', 'drive', 'borderline'])
 * // => ['impact', 'borderline']
 */
export function usedWords(said: string, words: readonly string[]): string[] {
  return words.filter((word) => new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}])`, 'iu').test(said));
}
