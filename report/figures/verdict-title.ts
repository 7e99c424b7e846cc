import type { ShownFinding } from '#evaluation/shown.ts';
import { text } from '../text/text.ts';
import { comparisonKind } from './group-names.ts';

/** The finding as the title of its picture, in words that its design permits. */
export function verdictTitle(finding: ShownFinding): string {
  const verdict = finding.verdict;
  const values = { label: finding.label, comparison: comparisonWord(finding) };
  if (verdict !== 'benefit' && verdict !== 'harm') return text(`figures.title.${verdict}`, values);
  const size = finding.qualifier === 'size-uncertain' || finding.fragile ? 'uncertain' : 'clear';
  return text(`figures.title.${verdict}.${size}`, values);
}

/** A lottery keeps its words only while it keeps its grade. */
function comparisonWord(finding: ShownFinding) {
  const kind = comparisonKind(finding.design);
  if (kind === 'drawn' || kind === 'waiting') return finding.grade === 'A' ? 'drawn' : 'other';
  return kind;
}

/** What is counted, in which unit, among whom, by when. */
export function measureSubtitle(finding: ShownFinding, cutoffText: string): string {
  if (finding.design === 'opinions') {
    const { label, kind, unit } = finding;
    return text('figures.measure.alone', {
      label,
      kind,
      unit,
      months: finding.months ?? 0,
      cutoff: cutoffText,
    });
  }
  return text('figures.measure', {
    label: finding.label,
    kind: finding.kind,
    unit: finding.unit,
    months: finding.months ?? 0,
    matters: finding.kind === 'share' ? Number((finding.matters * 100).toPrecision(12)) : finding.matters,
    cutoff: cutoffText,
  });
}
