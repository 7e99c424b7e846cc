import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import { RHYTHM_ENDS, type RhythmView } from '#evaluation/views/rhythm-view.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { text } from '../text/text.ts';
import { plainNumber } from './amounts.ts';
import { countColumnsDrawing } from './count-columns.tsx';
import { figureBlock } from './figure-block.tsx';
import { sourceLine } from './source-line.ts';

/** Up to one rhythm the darkest tint, then lighter with each; from three on the lightest. */
const TINTS = ['cadence4', 'cadence3', 'cadence2', 'cadence1'] as const;

/** Rhythms without a meeting at which a pair is asked, and at which it is talked to. */
const LIMITS = [2, 3] as const;

/** P09: how far are pairs from their rhythm? Absent where nearly all stand in one bin, or too few pairs are on file. */
export function p09Rhythm(shown: ShownEvaluation): FigureBlock | null {
  const view = shown.views.rhythm;
  if (view === null || view.cells.length === 0) return null;
  const title = titleOf(view);
  const columns = view.cells.map(({ from, to, pairs }) => ({
    label: binName(from, to),
    count: pairs,
    tint: TINTS[Math.min(from, TINTS.length - 1)]!,
  }));
  const limits = LIMITS.flatMap((times) => {
    const after = view.cells.findIndex(({ to }) => RHYTHM_ENDS[to] === times) + 1;
    return after === 0 ? [] : [{ after, label: text('p09.limit', { times }) }];
  });
  return figureBlock({
    id: 'P09',
    name: 'P09-rhythm',
    title,
    subtitle: text('p09.subtitle', {}),
    description: text('p09.description', {
      finding: title,
      bins: columns.map(({ label, count }) => text('p09.bin', { bin: label, n: count })).join('; '),
    }),
    source: sourceLine(shown),
    n: view.pairs - view.notKnown,
    table: twinOf(view),
    draw: (pen) =>
      countColumnsDrawing(pen, columns, limits, {
        axis: text('p09.axis', {}),
        remark: view.notKnown === 0 ? null : text('p09.not-known', { n: view.notKnown }),
      }),
  });
}

/** How many are beyond the first limit that the bins show apart. */
function titleOf({ cells, pairs, notKnown }: RhythmView): string {
  const known = pairs - notKnown;
  for (const times of LIMITS) {
    const beyond = cells.filter(({ from }) => from >= RHYTHM_ENDS.indexOf(times) + 1);
    if (cells.every(({ from, to }) => RHYTHM_ENDS[to]! <= times || from >= RHYTHM_ENDS.indexOf(times) + 1))
      return text('p09.title', {
        over: beyond.reduce((sum, cell) => sum + cell.pairs, 0),
        pairs: known,
        times,
      });
  }
  return text('p09.title.plain', { pairs: known });
}

function binName(from: number, to: number): string {
  const low = RHYTHM_ENDS[from - 1] ?? 0;
  const high = RHYTHM_ENDS[to]!;
  if (high === Number.POSITIVE_INFINITY) return text('p09.bin.over', { low });
  return low === 0 ? text('p09.bin.up-to', { high }) : text('p09.bin.between', { low, high });
}

function twinOf({ cells, notKnown }: RhythmView): TableBlock {
  const rows = cells.map(({ from, to, pairs }) => [binName(from, to), plainNumber(pairs, 0)]);
  return {
    kind: 'table',
    id: 'table-P09-rhythm',
    caption: text('p09.table', {}),
    columns: [
      { key: 'bin', label: text('figures.column.rhythms', {}), align: 'start' },
      { key: 'pairs', label: text('figures.column.pairs', {}), align: 'end' },
    ],
    rows: notKnown === 0 ? rows : [...rows, [text('p09.bin.not-known', {}), plainNumber(notKnown, 0)]],
    note: text('p09.note', {}),
  };
}
