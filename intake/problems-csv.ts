import Papa from 'papaparse';
import type { Problem } from './problem.ts';
import type { Table } from './table.ts';

/** A spreadsheet must not run what a cell says. */
function inert(cell: string): string {
  return /^[=+\-@\t]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
}

/** A row per problem: file, row, column, value, problem, cure, then the original columns of that row. */
export function problemsCsv(problems: readonly Problem[], tables: readonly Table[]): string {
  const headings = [...new Set(tables.flatMap((table) => table.headings))];
  const rows = problems.map((problem) => {
    const table = tables.find(({ file }) => file === problem.file);
    const at = table && problem.line !== null ? table.lines.indexOf(problem.line) : -1;
    const original = headings.map((heading) => {
      const column = table?.headings.indexOf(heading) ?? -1;
      return at >= 0 && column >= 0 ? table!.columns[column]![at]! : '';
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
  return `${Papa.unparse([['file', 'row', 'column', 'value', 'problem', 'cure', ...headings], ...rows], { newline: '\n' })}\n`;
}
