import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import { counted } from '../figures/amounts.ts';
import { sentenceFor } from '../sentences/sentence-for.ts';
import { severalHorizons } from '../sentences/several-horizons.ts';

/** A column of the findings: its name, and whether it holds texts, numbers, or whole people. */
export interface FindingsColumn {
  readonly name: string;
  readonly holds: 'text' | 'number' | 'people';
}

/** The columns of picture P01, then the sentence; the same in every format for tables. */
export const FINDINGS_COLUMNS: readonly FindingsColumn[] = [
  { name: 'outcome', holds: 'text' },
  { name: 'role', holds: 'text' },
  { name: 'unit', holds: 'text' },
  { name: 'estimate', holds: 'number' },
  { name: 'low', holds: 'number' },
  { name: 'high', holds: 'number' },
  { name: 'matters', holds: 'number' },
  { name: 'n_participants', holds: 'people' },
  { name: 'n_comparison', holds: 'people' },
  { name: 'verdict', holds: 'text' },
  { name: 'sentence', holds: 'text' },
];

/** What stands in a cell; null where nothing is known or may be shown. */
export type FindingsCell = string | number | null;

/**
 * The findings as rows of cells, in the order of `FINDINGS_COLUMNS`.
 *
 * Shape: a row per finding.
 * Units: shares times 100, as `unit` says; scores in their own unit.
 * Missing: null; what may not be shown is null too.
 */
export function findingsRows(shown: ShownEvaluation): FindingsCell[][] {
  return shown.findings.map((finding) => rowOf(finding, shown));
}

function rowOf(finding: ShownFinding, shown: ShownEvaluation): FindingsCell[] {
  const figures = finding.shown;
  const size = (who: string) => figures?.groups.find((group) => group.who === who)?.n ?? null;
  const amount = (value: number | null | undefined) =>
    value === null || value === undefined ? null : withoutNoise(counted(finding, value));
  return [
    nameOf(finding, shown),
    finding.role,
    finding.unit,
    amount(figures?.estimate),
    amount(figures?.range95?.[0]),
    amount(figures?.range95?.[1]),
    amount(finding.matters),
    size('participants'),
    size('comparison'),
    finding.verdict,
    sentenceFor(finding, shown).text,
  ];
}

/** The name in the plan; with its horizon where the outcome is judged at several: `weekly_profit@7`. */
function nameOf(finding: ShownFinding, shown: ShownEvaluation): string {
  return severalHorizons(finding, shown.findings) ? `${finding.outcome}@${finding.months}` : finding.outcome;
}

function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}
