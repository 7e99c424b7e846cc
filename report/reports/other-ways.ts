import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { HiddenDifference } from '#evaluation/sensitivity/sensitivity.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import type { Block } from '../document.ts';
import { QUESTION_FIGURES } from '../figures/registry.ts';
import { countedTexts } from '../figures/amounts.ts';
import { fileName } from '../figures/file-name.ts';
import {
  characteristicName,
  hiddenDifferenceText,
  tippingText,
} from '../sentences/hidden-difference-text.ts';
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
    ...judged.filter(isClaim).flatMap((finding) => inDetail(shown, finding)),
  ];
}

/** The picture, what a hidden difference would have to be, and how far off the missing would have to be. */
function inDetail(shown: ShownEvaluation, finding: ShownFinding): Block[] {
  const { hidden, tipping } = finding.shown!.sensitivity!;
  const paragraph = (words: string): Block => ({
    kind: 'paragraph',
    text: text('sens.about', { label: finding.label, said: words }),
  });
  const figure = QUESTION_FIGURES['does-the-method-matter'](shown, finding);
  return [
    ...(figure ? [figure] : []),
    ...(hidden ? [paragraph(hiddenDifferenceText(finding, hidden)), ...benchmarkTable(finding, hidden)] : []),
    ...(tipping ? [paragraph(tippingText(finding, tipping))] : []),
  ];
}

function benchmarkTable(finding: ShownFinding, { benchmarks }: HiddenDifference): Block[] {
  if (benchmarks.length === 0) return [];
  return [
    {
      kind: 'table',
      id: `table-left-out-${fileName(finding.label)}`,
      caption: text('sens.benchmarks', { label: finding.label }),
      columns: [
        { key: 'characteristic', label: text('figures.column.characteristic', {}), align: 'start' },
        { key: 'shift', label: text('sens.benchmarks.shift', {}), align: 'end' },
        { key: 'unit', label: text('figures.column.unit', {}), align: 'start' },
      ],
      rows: benchmarks.map(({ characteristic, shift }) => [
        characteristicName(characteristic),
        countedTexts(finding, [shift])[0]!,
        text('figures.unit', { kind: finding.kind, unit: finding.unit }),
      ]),
      note: null,
    },
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
