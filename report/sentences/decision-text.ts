import type { Decision } from '#evaluation/evaluation.ts';
import { text } from '../text/text.ts';

/** What the decision rule says, in words. */
export function decisionText({ outcome, cannotTell }: Decision): string {
  return text(`decision.${outcome}`, { open: cannotTell.length });
}
