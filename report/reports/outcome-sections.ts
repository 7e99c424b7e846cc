import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { OutcomeRole } from '#evaluation/finding.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import type { Block, FigureBlock, Section, TableBlock } from '../document.ts';
import { countedTexts } from '../figures/amounts.ts';
import { EVALUATION_FIGURES, OUTCOME_FIGURES } from '../figures/registry.ts';
import { gateText } from '../sentences/gate-text.ts';
import { tiesText } from '../sentences/hidden-difference-text.ts';
import { noteText } from '../sentences/note-text.ts';
import { missingText } from '../sentences/missing-text.ts';
import { reasonText } from '../sentences/reason-text.ts';
import { watchText } from '../sentences/watch-text.ts';
import { text } from '../text/text.ts';
import { findingBlock } from './finding-block.ts';

const SECTIONS = [
  { id: 'primary-outcome', key: 'report.primary', role: 'primary' },
  { id: 'also-watched', key: 'report.also', role: 'also' },
  { id: 'watch-outs', key: 'report.watch-outs', role: 'watch-out' },
] as const satisfies readonly { id: string; key: string; role: OutcomeRole }[];

/** The results: primary, also watched, watch-outs, each with sentence, pictures, tables and the checklist behind its verdict. */
export function outcomeSections(shown: ShownEvaluation): Section[] {
  const drawn = new Set<string>();
  return SECTIONS.flatMap(({ id, key, role }) => {
    const findings = shown.findings.filter((finding) => finding.role === role);
    if (findings.length === 0 && role !== 'watch-out') return [];
    return [
      {
        id,
        title: text(key, {}),
        blocks: [
          ...leadOf(role, findings),
          ...(role === 'watch-out' ? limitBlocks(shown, findings) : []),
          ...findings.flatMap((finding) => outcomeBlocks(shown, finding, drawn)),
        ],
      },
    ];
  });
}

function leadOf(role: (typeof SECTIONS)[number]['role'], findings: readonly ShownFinding[]): Block[] {
  if (role === 'also') {
    return [{ kind: 'paragraph', text: text('report.also.family', { k: findings.length }) }];
  }
  if (role === 'primary') return [];
  if (findings.length === 0) return [{ kind: 'paragraph', text: text('report.catch.no-watch-outs', {}) }];
  return [{ kind: 'paragraph', text: text('report.watch-outs.lead', {}) }];
}

/** Which watch-outs kept their limit: a picture and a sentence for each. */
function limitBlocks(shown: ShownEvaluation, findings: readonly ShownFinding[]): Block[] {
  const figure = EVALUATION_FIGURES['did-something-get-worse'](shown);
  if (figure === null) return [];
  return [figure, { kind: 'list', items: findings.map((finding) => watchText(finding, shown.decision)) }];
}

/** Everything about one outcome; a picture that an earlier outcome already brought is not drawn again. */
function outcomeBlocks(shown: ShownEvaluation, finding: ShownFinding, drawn: Set<string>): Block[] {
  const figures = OUTCOME_FIGURES.map((figure) => figure(shown, finding)).filter((one) => one !== null);
  const nameOf = (one: FigureBlock | TableBlock): string => (one.kind === 'figure' ? one.name : one.id);
  const fresh = figures.filter((one) => !drawn.has(nameOf(one)));
  for (const one of fresh) drawn.add(nameOf(one));
  return [findingBlock(finding, shown, remarksOn(finding)), ...fresh, ...checklist(finding)];
}

function remarksOn(finding: ShownFinding): string[] {
  const missing = finding.missing === null ? [] : [missingText(finding.missing)];
  return [
    matters(finding),
    ...answered(finding),
    ...bounds(finding),
    ...missing,
    ...(finding.shown?.notes ?? []).map(noteText),
    ...tiesText(finding),
    ...finding.gates.map(gateText),
  ];
}

function matters(finding: ShownFinding): string {
  const amount = countedTexts(finding, [finding.matters])[0]!;
  const words = text('figures.amount', { amount, kind: finding.kind, unit: finding.unit });
  return text('outcome.matters', { matters: words });
}

function answered(finding: ShownFinding): string[] {
  const group = (who: string) => finding.shown?.groups.find((one) => one.who === who);
  const [participants, comparison] = [group('participants'), group('comparison')];
  if (!participants) return [];
  const own = { participants: participants.n, participantsAsked: participants.asked };
  if (!comparison) return [text('outcome.answered.alone', own)];
  return [text('outcome.answered', { ...own, comparison: comparison.n, comparisonAsked: comparison.asked })];
}

function bounds(finding: ShownFinding): string[] {
  const between = finding.shown?.bounds ?? null;
  if (between === null) return [];
  const [low, high] = countedTexts(finding, between);
  const amount = (value: string) =>
    text('figures.amount', { amount: value, kind: finding.kind, unit: finding.unit });
  return [text('outcome.bounds', { low: amount(low!), high: amount(high!) })];
}

function checklist(finding: ShownFinding): Block[] {
  if (finding.reasons.length === 0) return [];
  return [
    { kind: 'small', text: text('outcome.reasons', { label: finding.label }) },
    { kind: 'list', items: finding.reasons.map((reason) => reasonText(reason)) },
  ];
}
