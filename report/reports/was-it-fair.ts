import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Block, Section } from '../document.ts';
import { otherWays } from './other-ways.ts';
import { EVALUATION_FIGURES } from '../figures/registry.ts';
import { gateText } from '../sentences/gate-text.ts';
import { text } from '../text/text.ts';
import { findingBlock } from './finding-block.ts';

/** Was the comparison fair: balance at the start, the gates that fired, the control outcome, other methods. */
export function wasItFair(shown: ShownEvaluation): Section {
  return {
    id: 'was-it-fair',
    title: text('report.fairness', {}),
    blocks: [...balance(shown), ...gates(shown), ...control(shown), ...otherWays(shown)],
  };
}

function balance(shown: ShownEvaluation): Block[] {
  const figure = EVALUATION_FIGURES['alike-at-the-start'](shown);
  if (figure !== null) return [figure];
  const alone = shown.plan.design === 'opinions' || shown.plan.design === 'before-after';
  const key = alone ? 'report.fairness.not-compared' : 'report.fairness.no-characteristics';
  return [{ kind: 'paragraph', text: text(key, {}) }];
}

function gates(shown: ShownEvaluation): Block[] {
  const items = [
    ...new Set(shown.findings.flatMap((finding) => finding.gates.map((gate) => gateText(gate)))),
  ];
  if (items.length === 0) return [{ kind: 'paragraph', text: text('report.fairness.no-gates', {}) }];
  return [
    { kind: 'heading', text: text('report.fairness.gates', {}) },
    { kind: 'list', items },
  ];
}

function control(shown: ShownEvaluation): Block[] {
  const controls = shown.findings.filter((finding) => finding.role === 'negative-control');
  if (controls.length === 0) return [];
  return [
    { kind: 'heading', text: text('report.fairness.control', {}) },
    ...controls.map((finding) => findingBlock(finding, shown, [])),
  ];
}
