import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import type { Block } from '../document.ts';
import { QUESTION_FIGURES } from '../figures/registry.ts';
import { sensitivityText } from '../sentences/sensitivity-text.ts';
import { text } from '../text/text.ts';

/** Does the answer hold under other methods? A sentence for each outcome; a picture for the primary one and for each claim. */
export function otherWays(shown: ShownEvaluation): Block[] {
  const judged = shown.findings.filter((finding) => finding.shown?.sensitivity);
  const heading: Block = { kind: 'heading', text: text('report.fairness.sensitivity', {}) };
  if (judged.length === 0) {
    return [heading, { kind: 'paragraph', text: text('report.fairness.sensitivity.none', {}) }];
  }
  return [
    heading,
    { kind: 'paragraph', text: text('report.fairness.sensitivity.lead', {}) },
    { kind: 'list', items: judged.map(sentence) },
    ...judged
      .filter(isClaim)
      .flatMap((finding) => QUESTION_FIGURES['does-the-method-matter'](shown, finding) ?? []),
  ];
}

function sentence(finding: ShownFinding): string {
  const said = sensitivityText(finding, finding.shown!.sensitivity!);
  return text('sens.about', { label: finding.label, said });
}

/** What the headline speaks of, and what says that something changed. */
function isClaim({ role, verdict }: ShownFinding): boolean {
  return role === 'primary' || verdict === 'benefit' || verdict === 'harm';
}
