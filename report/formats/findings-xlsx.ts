import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { tablesOf } from '../document-parts.ts';
import type { ReportDocument, TableBlock } from '../document.ts';
import { dayText } from '../figures/source-line.ts';
import { lockText } from '../reports/summary-page.ts';
import { text } from '../text/text.ts';
import { FINDINGS_COLUMNS, findingsRows, type FindingsCell } from './findings-table.ts';
import { steadyZip } from './steady-zip.ts';
import { sheet, shownCell, textCell } from './xlsx/sheet.ts';
import { sheetNames } from './xlsx/sheet-names.ts';

const FINDINGS = 'findings';
const ABOUT = 'about';

/**
 * The findings as a workbook: a sheet with the columns of `findings.csv`, one about where they come from, and one for each
 * table of the report.
 *
 * Shape: the same bytes for the same findings. Texts are typed as text and can become neither formula nor date; numbers are
 * numbers, shown with the digits of the report.
 * Units: shares times 100, as `unit` says; scores in their own unit.
 * Missing: an empty cell on the first sheet; the words of the report on the others.
 */
export function findingsXlsx(shown: ShownEvaluation, report: ReportDocument): Uint8Array {
  const tables = tablesOf(report);
  const names = sheetNames(
    tables.map((table) => table.id),
    [FINDINGS, ABOUT],
  );
  const book = utils.book_new();
  book.Props = { Title: report.title };
  utils.book_append_sheet(book, findingsSheet(shown), FINDINGS);
  utils.book_append_sheet(book, aboutSheet(shown, report, tables, names), ABOUT);
  for (const [i, table] of tables.entries()) utils.book_append_sheet(book, tableSheet(table), names[i]);
  const written = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer;
  return steadyZip(new Uint8Array(written));
}

function findingsSheet(shown: ShownEvaluation): WorkSheet {
  return sheet(
    FINDINGS_COLUMNS.map(({ name }) => name),
    findingsRows(shown).map((row) => row.map(typedCell)),
  );
}

function typedCell(cell: FindingsCell): CellObject | null {
  if (cell === null) return null;
  return typeof cell === 'number' ? { t: 'n', v: cell } : textCell(cell);
}

function tableSheet(table: TableBlock): WorkSheet {
  return sheet(
    table.columns.map(({ label }) => label),
    table.rows.map((row) => row.map((cell, c) => shownCell(cell, table.columns[c]!.align))),
  );
}

type Line = readonly [label: string, value: string];

function aboutSheet(
  shown: ShownEvaluation,
  report: ReportDocument,
  tables: readonly TableBlock[],
  names: readonly string[],
): WorkSheet {
  const { plan } = shown;
  const locked = shown.planLocked && plan.locked ? lockText(plan.locked) : text('note.V13', {});
  const lines: Line[] = [
    [text('xlsx.about.program', {}), plan.program ?? text('xlsx.about.not-named', {})],
    [text('fact.design', {}), text(`design.${plan.design}`, {})],
    [text('fact.cutoff', {}), dayText(plan.cutoff)],
    [text('fact.fingerprint', {}), shown.planFingerprint],
    [text('fact.code', {}), report.code],
    [text('fact.lock', {}), locked],
    [text('fact.program-version', {}), packageFile.version],
    [text('xlsx.about.likely', {}), text('report.sure.likely', {})],
    [text('xlsx.about.sheet', { name: FINDINGS }), text('xlsx.about.findings', {})],
    ...tables.flatMap((table, i) => aboutTable(table, names[i]!)),
  ];
  return sheet(
    [text('xlsx.about.what', {}), text('xlsx.about.value', {})],
    lines.map((line) => line.map(textCell)),
  );
}

function aboutTable({ caption, note }: TableBlock, name: string): Line[] {
  const remark = note === null ? [] : [[text('xlsx.about.sheet.note', { name }), note] as const];
  return [[text('xlsx.about.sheet', { name }), caption], ...remark];
}
