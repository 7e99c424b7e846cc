import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownGroupView } from '#evaluation/views/shown-views.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { scaleName } from '../sentences/scale-name.ts';
import { listed } from '../text/listed.ts';
import { text } from '../text/text.ts';
import { decimalsOf, plainNumber } from './amounts.ts';
import { figureBlock } from './figure-block.tsx';
import { groupsDrawing } from './groups-drawing.tsx';
import { plannedGroup } from './planned-group.ts';
import { sourceLine } from './source-line.ts';

/** P12: where does it differ? A table per role of the groups that the plan names; absent where it names none, or too few people are in them. */
export function p12Groups(shown: ShownEvaluation): FigureBlock[] {
  return shown.views.groups.map((view) => roleFigure(shown, view));
}

function roleFigure(shown: ShownEvaluation, view: ShownGroupView): FigureBlock {
  const { who, scales, cells } = view;
  const all = cells.flat();
  const differ = all.filter(({ differs }) => differs !== 'no').length;
  const title = text('p12.title', { who, differ, all: all.length });
  const groups = view.groups.map(plannedGroup);
  const rows = scales.map((scale, s) => ({
    name: scaleName(scale.scale, scale.about),
    overall: valueText(scale.overall),
    cells: cells.map((row) => {
      const { n, value, differs } = row[s]!;
      return {
        value: value === null ? text('figures.not-shown', {}) : valueText(value),
        people: text('p12.people', { n }),
        differs,
      };
    }),
  }));
  const marked = rows.flatMap((row) =>
    row.cells.flatMap(({ differs, value }, g) =>
      differs === 'no'
        ? []
        : [text('p12.cell', { group: groups[g]!, scale: row.name, value, overall: row.overall })],
    ),
  );
  return figureBlock({
    id: 'P12',
    name: `P12-groups-${who}`,
    title,
    subtitle: text('p12.subtitle', { who, dimensions: listed(view.dimensions) }),
    description: text('p12.description', {
      finding: title,
      cells: marked.length === 0 ? text('p12.none', {}) : marked.join('; '),
    }),
    source: sourceLine(shown),
    n: Math.max(...scales.map(({ n }) => n)),
    table: twinOf(view, groups),
    draw: (pen) => groupsDrawing(pen, groups, rows),
  });
}

function valueText(value: number): string {
  return plainNumber(value, Math.max(1, decimalsOf([value])));
}

function twinOf({ who, scales, cells }: ShownGroupView, groups: readonly string[]): TableBlock {
  const keys = ['group', 'scale', 'n', 'value', 'low', 'high', 'differs'] as const;
  const blank = text('figures.not-shown', {});
  const told = (value: number | null | undefined) =>
    value === null || value === undefined ? blank : valueText(value);
  return {
    kind: 'table',
    id: `table-P12-groups-${who}`,
    caption: text('p12.table', { who }),
    columns: keys.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align: key === 'group' || key === 'scale' || key === 'differs' ? ('start' as const) : ('end' as const),
    })),
    rows: cells.flatMap((row, g) =>
      row.map(({ n, value, range, differs }, s) => [
        groups[g]!,
        scaleName(scales[s]!.scale, scales[s]!.about),
        plainNumber(n, 0),
        told(value),
        told(range?.[0]),
        told(range?.[1]),
        text('p12.differs', { differs }),
      ]),
    ),
    note: text('p12.note', {}),
  };
}
