import type { Foreseen } from '#evaluation/planning/foreseen.ts';
import type { Visibility } from '#evaluation/planning/visibility.ts';
import { detectSentence } from './detect-words.ts';
import { unforeseenText } from './power-report.ts';

/** What a planned comparison could see, for machines: every number unrounded, with where it comes from. Shares lie between 0 and 1. */
export function powerJson({ people, outcomes, unforeseen }: Foreseen): string {
  const said = {
    people,
    outcomes: outcomes.map((visible) => ({ ...visible, sentence: sentence(visible) })),
    unforeseen: unforeseen.map((one) => ({ ...one, why: unforeseenText(one) })),
  };
  return `${JSON.stringify(said, null, 2)}\n`;
}

function sentence(visible: Visibility): { readonly en: string } {
  return { en: detectSentence(visible) };
}
