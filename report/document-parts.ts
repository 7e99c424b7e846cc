import type { Block, FigureBlock, ReportDocument, TableBlock } from './document.ts';

/** Every figure of a report, in its order, for the files beside it. */
export function figuresOf(report: ReportDocument): FigureBlock[] {
  return blocksOf(report).filter((block) => block.kind === 'figure');
}

/** Every table of a report in its order, those behind figures among them. */
export function tablesOf(report: ReportDocument): TableBlock[] {
  return blocksOf(report).flatMap((block) => {
    if (block.kind === 'table') return [block];
    return block.kind === 'figure' ? [block.table] : [];
  });
}

function blocksOf(report: ReportDocument): Block[] {
  return [...report.summary, ...report.sections.flatMap((section) => section.blocks)];
}
