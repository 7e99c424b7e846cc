import type { ShownFinding } from '#evaluation/shown.ts';

/** Whom a finding compares with, as the catalogue's sentences ask for it. */
export type Others = 'similar' | 'mentors' | 'drawn' | 'waiting' | 'begun' | 'apart';

/** Endings of a label that the sentence says itself: the ends of the scale, the horizon. */
const SAID_BY_SENTENCE = /\s*(\([^()]*\)|(after|within|at) \d+ months?)$/iu;

/**
 * The name of an outcome as a sentence starts with it: the label without scale ends and horizon.
 *
 * @example
 * outcomeName({ label: 'Belonging (1 to 5)' })
 * // => 'Belonging'
 */
export function outcomeName({ label }: Pick<ShownFinding, 'label'>): string {
  const name = label.trim().replace(SAID_BY_SENTENCE, '').replace(SAID_BY_SENTENCE, '').trim();
  return name === '' ? label : name;
}

/**
 * The same inside a sentence: a first capital goes unless the word is an abbreviation.
 *
 * @example
 * outcomeNoun({ label: 'Belonging (1 to 5)' })
 * // => 'belonging'
 */
export function outcomeNoun(finding: Pick<ShownFinding, 'label'>): string {
  const name = outcomeName(finding);
  return /^\p{Lu}(\p{Ll}|\s)/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;
}

/** Whom the participants are compared with. */
export function othersOf(finding: Pick<ShownFinding, 'design' | 'who' | 'gates'>): Others {
  if (finding.design === 'lottery') return 'drawn';
  if (finding.design === 'waiting-list') {
    const over = finding.gates.some(({ id, effect }) => id === 'F12' && effect === 'words-only');
    return over ? 'begun' : 'waiting';
  }
  if (finding.who === 'mentors') return 'mentors';
  return finding.design === 'before-after-comparison' ? 'apart' : 'similar';
}
