import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import type { DoseView } from '#evaluation/views/dose-view.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { text } from '../text/text.ts';
import { decimalsOf, plainNumber, signedNumber } from './amounts.ts';
import { doseDrawing } from './dose-drawing.tsx';
import { figureBlock } from './figure-block.tsx';
import { outcomeFileName } from './file-name.ts';
import { markOf } from './group-names.ts';
import { sourceLine } from './source-line.ts';

/** P19: do more meetings go with more change? A picture with a warning. Absent for events and with too few people. */
export function p19Dose(shown: ShownEvaluation, finding: ShownFinding): FigureBlock | null {
  const view = shown.views.doses.find(
    ({ outcome, who, wave }) => outcome === finding.outcome && who === finding.who && wave === finding.wave,
  );
  if (!view) return null;
  const name = `P19-meetings-and-change-${outcomeFileName(shown, finding)}`;
  const title = text('p19.title', { told: togetherness(view), label: view.label });
  const decimals = decimalsOf(view.bins.map(({ mean }) => mean));
  const bins = view.bins.map((bin) => ({
    name: binName(bin),
    n: text('p19.people', { n: bin.n }),
    value: signedNumber(bin.mean, decimals),
  }));
  return figureBlock({
    id: 'P19',
    name,
    title,
    subtitle: text('p19.subtitle', { label: view.label, unit: view.unit, n: view.n, asked: view.asked }),
    description: text('p19.description', {
      finding: title,
      bins: bins.map(({ name: bin, n, value }) => `${bin}, ${n}: ${value}`).join('; '),
    }),
    source: sourceLine(shown),
    n: view.n,
    table: twinOf(view, name),
    draw: (pen) => doseDrawing(pen, view, markOf(view.who, 'participants'), bins),
  });
}

/** Whether those who met most changed for the better by clearly more than those who met least: their likely ranges don't touch. */
function togetherness({ bins, better }: DoseView): 'more' | 'less' | 'open' {
  const [least, most] = [bins[0]!.range95, bins.at(-1)!.range95];
  if (least === null || most === null) return 'open';
  const up = most[0] > least[1];
  const down = most[1] < least[0];
  if (!up && !down) return 'open';
  return up === (better === 'higher') ? 'more' : 'less';
}

function binName({ from, to }: DoseView['bins'][number]): string {
  if (to === null) return text('p19.bin.from', { from });
  return from === to ? text('p19.bin.one', { from }) : text('p19.bin', { from, to });
}

function twinOf(view: DoseView, name: string): TableBlock {
  const keys = ['meetings', 'n', 'mean-change', 'low', 'high'] as const;
  const numbers = view.bins.flatMap(({ mean, range95 }) => [mean, ...(range95 ?? [])]);
  const decimals = decimalsOf(numbers);
  const cell = (value: number | undefined) =>
    value === undefined ? text('figures.not-shown', {}) : plainNumber(value, decimals);
  return {
    kind: 'table',
    id: `table-${name}`,
    caption: text('p19.table', { label: view.label }),
    columns: keys.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align: key === 'meetings' ? ('start' as const) : ('end' as const),
    })),
    rows: view.bins.map((bin) => [
      binName(bin),
      plainNumber(bin.n, 0),
      cell(bin.mean),
      cell(bin.range95?.[0]),
      cell(bin.range95?.[1]),
    ]),
    note: text('p19.note', {}),
  };
}
