import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import { FINDINGS_COLUMNS, findingsRows, type FindingsCell } from './findings-table.ts';
import { inertText } from '#evaluation/disclosure/inert-text.ts';

/**
 * The findings as a table: a row per finding, the columns of picture P01, then the sentence.
 *
 * Shape: a head line, no remarks; lines end with a line feed; texts are quoted, numbers are not.
 * Units: shares times 100, as `unit` says; scores in their own unit.
 * Missing: an empty cell; what may not be shown is empty too.
 */
export function findingsCsv(shown: ShownEvaluation): string {
  const head = FINDINGS_COLUMNS.map(({ name }) => name).join(',');
  return [head, ...findingsRows(shown).map((row) => row.map(written).join(',')), ''].join('\n');
}

function written(cell: FindingsCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : `"${inertText(cell).replaceAll('"', '""')}"`;
}
