import Papa from 'papaparse';
import type { Problem } from './problem.ts';
import type { Table } from './table.ts';

const OWN = ['file', 'row', 'column', 'value', 'problem', 'cure'];

/** A spreadsheet must not run what a cell says. */
function inert(cell: string): string {
  return /^[=+\-@\t]/.test(cell) && !/^[-+]?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
}

/**
 * A row per problem: file, row, column, value, problem, cure, then the original columns of that row.
 *
 * Shape: UTF-8 text, commas, `\n`; an original column whose heading is one of ours is written as `original <heading>`.
 */
export function problemsCsv(problems: readonly Problem[], tables: readonly Table[]): string {
  const headings = [...new Set(tables.flatMap((table) => table.headings))].filter(
    (heading) => heading !== '',
  );
  const rowsOf = new Map(tables.map((table) => [table.file, rowsByLine(table)]));
  const rows = problems.map((problem) => {
    const table = tables.find(({ file }) => file === problem.file);
    const row = problem.line === null ? undefined : rowsOf.get(problem.file)?.get(problem.line);
    const original = headings.map((heading) => {
      const column = table?.headings.indexOf(heading) ?? -1;
      return row !== undefined && column >= 0 ? table!.columns[column]![row]! : '';
    });
    return [
      problem.file,
      problem.line?.toString() ?? '',
      problem.column ?? '',
      problem.value ?? '',
      problem.problem,
      problem.cure,
      ...original,
    ].map(inert);
  });
  const head = [
    ...OWN,
    ...headings.map((heading) => (OWN.includes(heading) ? `original ${heading}` : heading)),
  ];
  return `${Papa.unparse([head.map(inert), ...rows], { newline: '\n' })}\n`;
}

function rowsByLine(table: Table): Map<number, number> {
  return new Map(table.lines.map((line, row) => [line, row]));
}
