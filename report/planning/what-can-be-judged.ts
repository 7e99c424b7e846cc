import type { Reason } from '#evaluation/finding.ts';
import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding, ShownMeasure } from '#evaluation/shown.ts';
import { gateText } from '../sentences/gate-text.ts';
import { measureName } from '../sentences/measure-cells.ts';
import { missingText } from '../sentences/missing-text.ts';
import { outcomeName } from '../sentences/outcome-words.ts';
import { reasonText } from '../sentences/reason-text.ts';

/** Something that was planned or that the files could tell, and why it cannot be judged. */
export interface Judged {
  readonly name: string;
  /** In sentences; empty when it can be judged. */
  readonly why: readonly string[];
}

/** What the files and the plan can say, before anything is said about results. */
export interface WhatCanBeJudged {
  readonly outcomes: readonly Judged[];
  readonly measures: readonly Judged[];
}

/** Reasons that concern how many people there are and how they compare, and nothing about what came out. */
const BEFORE_RESULTS: ReadonlySet<Reason['check']> = new Set([
  'look-reached',
  'enough-people',
  'enough-events',
  'fair-comparison',
]);

/** For each planned outcome and each measure of how the program ran: whether it can be judged, else why not. Tells no result. */
export function whatCanBeJudged(shown: ShownEvaluation): WhatCanBeJudged {
  return {
    outcomes: shown.findings.map((finding) => ({ name: outcomeName(finding), why: whyNot(finding) })),
    measures: shown.measures.map((measure) => ({
      name: measureName(measure.measure),
      why: whyUntold(measure),
    })),
  };
}

function whyNot({ missing, reasons, gates }: ShownFinding): string[] {
  if (missing !== null) return [missingText(missing)];
  const words = gates.filter(({ effect }) => effect === 'words-only').map(gateText);
  if (words.length > 0) return words;
  return reasons.filter(({ check, ok }) => !ok && BEFORE_RESULTS.has(check)).map(reasonText);
}

function whyUntold({ missing, figures }: ShownMeasure): string[] {
  if (missing !== null) return [missingText(missing)];
  const [first] = figures.flatMap((figure) => (figure.missing === null ? [] : [figure.missing]));
  return first === undefined || figures.some((figure) => figure.missing === null) ? [] : [missingText(first)];
}
