import type { Frame } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import type { FindingBlock } from '../document.ts';
import { pillOf } from '../sentences/pill.ts';
import { sentenceFor } from '../sentences/sentence-for.ts';
import { text } from '../text/text.ts';

/** A finding in words, with the numbers that machines read beside it. */
export function findingBlock(finding: ShownFinding, frame: Frame, remarks: readonly string[]): FindingBlock {
  const figures = finding.shown;
  return {
    kind: 'finding',
    outcome: finding.outcome,
    name: finding.label,
    role: text(`figures.role.${finding.role}`, {}),
    pill: pillOf(finding),
    sentence: sentenceFor(finding, frame).text,
    remarks,
    n: figures === null ? null : figures.groups.reduce((sum, group) => sum + group.n, 0),
    low: figures?.range95?.[0] ?? null,
    high: figures?.range95?.[1] ?? null,
  };
}
