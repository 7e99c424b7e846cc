import { EMPTY_WORDS } from './read-number.ts';

/** What surveys write when a question was put and got no answer, in English and German. */
const WORDS: ReadonlySet<string> = new Set([
  'not applicable',
  'does not apply',
  'n/a',
  'na',
  'rather not say',
  'prefer not to say',
  'prefer not to answer',
  'no answer',
  "don't know",
  'do not know',
  'not sure',
  'skipped',
  'keine angabe',
  'k. a.',
  'k.a.',
  'weiß nicht',
  'trifft nicht zu',
]);

/**
 * Whether a score says that the question was put and not answered.
 *
 * @example
 * isUnanswered('Rather not say')
 * // => true
 */
export function isUnanswered(cell: string): boolean {
  return EMPTY_WORDS.has(cell) || WORDS.has(cell.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' '));
}
