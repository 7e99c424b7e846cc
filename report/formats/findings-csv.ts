import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import { counted } from '../figures/amounts.ts';
import { sentenceFor } from '../sentences/sentence-for.ts';
import { severalHorizons } from '../sentences/several-horizons.ts';

const COLUMNS = [
  'outcome',
  'role',
  'unit',
  'estimate',
  'low',
  'high',
  'matters',
  'n_participants',
  'n_comparison',
  'verdict',
  'sentence',
] as const;

/** A text that starts like this is run as a formula by spreadsheets (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r]/u;

/**
 * The findings as a table: a row per finding, the columns of picture P01, then the sentence.
 *
 * Shape: a head line, no remarks; lines end with a line feed; texts are quoted, numbers are not.
 * Units: shares times 100, as `unit` says; scores in their own unit.
 * Missing: an empty cell; what may not be shown is empty too.
 */
export function findingsCsv(shown: ShownEvaluation): string {
  const rows = shown.findings.map((finding) => rowOf(finding, shown).join(','));
  return [COLUMNS.join(','), ...rows, ''].join('\n');
}

function rowOf(finding: ShownFinding, shown: ShownEvaluation): string[] {
  const figures = finding.shown;
  const size = (who: string) => figures?.groups.find((group) => group.who === who)?.n ?? null;
  const amount = (value: number | null | undefined) =>
    value === null || value === undefined ? null : counted(finding, value);
  return [
    textCell(nameOf(finding, shown)),
    textCell(finding.role),
    textCell(finding.unit),
    numberCell(amount(figures?.estimate)),
    numberCell(amount(figures?.range95?.[0])),
    numberCell(amount(figures?.range95?.[1])),
    numberCell(amount(finding.matters)),
    numberCell(size('participants')),
    numberCell(size('comparison')),
    textCell(finding.verdict),
    textCell(sentenceFor(finding, shown).text),
  ];
}

/** The name in the plan; with its horizon where the outcome is judged at several: `weekly_profit@7`. */
function nameOf(finding: ShownFinding, shown: ShownEvaluation): string {
  return severalHorizons(finding, shown.findings) ? `${finding.outcome}@${finding.months}` : finding.outcome;
}

function textCell(value: string): string {
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

function numberCell(value: number | null): string {
  return value === null ? '' : String(Number(value.toPrecision(12)));
}
