import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownMeasure } from '#evaluation/shown.ts';
import type { Block, TableBlock } from '../document.ts';
import { measureCells, measureName } from '../sentences/measure-cells.ts';
import { listed } from '../text/listed.ts';
import { text } from '../text/text.ts';

const COLUMNS = ['measure', 'figure', 'value', 'range', 'known', 'bounds'] as const;

/** The measures of given numbers (M01 … ) in the order of the list; a number that nobody computes is left to the caller. */
export function measuresOf(shown: ShownEvaluation, numbers: readonly string[]): ShownMeasure[] {
  return numbers.flatMap((number) => shown.measures.filter((measure) => measure.number === number));
}

/** Measures as a table: a row per figure with its likely range, who is known of whom, and the bounds. */
export function measureTable(id: string, caption: string, measures: readonly ShownMeasure[]): TableBlock {
  return {
    kind: 'table',
    id,
    caption,
    columns: COLUMNS.map((key) => ({
      key,
      label: text(`measures.column.${key}`, {}),
      align: key === 'measure' || key === 'figure' ? ('start' as const) : ('end' as const),
    })),
    rows: measures.flatMap(measureCells).map((cells) => COLUMNS.map((key) => cells[key])),
    note: text('measures.note', {}),
  };
}

/** Whether at least one of the measures has a figure. */
export function isRecorded(measures: readonly ShownMeasure[]): boolean {
  return measures.some((measure) => measure.figures.length > 0);
}

/** Measures as a table; those of which the files record nothing are named in one sentence below it, without empty rows. */
export function measureBlocks(id: string, caption: string, measures: readonly ShownMeasure[]): Block[] {
  const absent = measures.filter(({ missing }) => missing?.reason === 'not-recorded');
  const told = measures.filter((measure) => !absent.includes(measure));
  const names = absent.map(({ measure }) => measureName(measure));
  return [
    ...(told.length === 0 ? [] : [measureTable(id, caption, told)]),
    ...(names.length === 0
      ? []
      : [{ kind: 'paragraph', text: text('measures.not-recorded', { list: listed(names) }) } as const]),
  ];
}
