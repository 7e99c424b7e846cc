import type { OutcomeCurves, ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { text } from '../text/text.ts';
import { countedTexts, plainNumber } from './amounts.ts';
import { figureBlock } from './figure-block.tsx';
import { groupName, markOf } from './group-names.ts';
import { horizonFileName } from './file-name.ts';
import { curvesDrawing } from './curves-drawing.tsx';
import type { NamedCurve } from './curves-drawing.tsx';
import { dayText, sourceLine } from './source-line.ts';
import { measureSubtitle, verdictTitle } from './verdict-title.ts';

/** P05: when does it happen? Steps per quarter; absent where no curve may be shown. */
export function p05When(shown: ShownEvaluation, finding: ShownFinding): FigureBlock | null {
  const curves = shown.curves.find(
    (one) => one.outcome === finding.outcome && one.who === finding.who && one.months === finding.months,
  );
  const named = curves ? namedCurves(shown, curves) : [];
  if (!curves || named.length === 0) return null;
  const title = verdictTitle(finding);
  const suffix = horizonFileName(shown, finding);
  return figureBlock({
    id: 'P05',
    name: `P05-${suffix}`,
    title,
    subtitle: measureSubtitle(finding, dayText(shown.plan.cutoff)),
    description: text('p05.description', {
      finding: title,
      groups: named.map((curve) => curve.described).join('; '),
    }),
    source: sourceLine(shown),
    n: finding.shown ? finding.shown.groups.reduce((sum, group) => sum + group.n, 0) : null,
    low: finding.shown?.range95?.[0] ?? null,
    high: finding.shown?.range95?.[1] ?? null,
    table: twinOf(shown, curves, `table-P05-${suffix}`),
    draw: (pen) => curvesDrawing(pen, named, curves.months),
  });
}

function namedCurves(shown: ShownEvaluation, curves: OutcomeCurves): NamedCurve[] {
  return curves.arms
    .filter((arm) => arm.steps.length > 0)
    .map((arm) => {
      const name = groupName(shown.plan.design, curves.who, arm.who);
      const last = arm.steps.at(-1)!;
      const value = countedTexts({ kind: 'share', unit: '' }, [last.value])[0]!;
      const stops =
        arm.stopsAtMonth === null
          ? null
          : text('p05.stops', { group: name, month: Math.floor(arm.stopsAtMonth) });
      const reached = text('p05.reached', { group: name, value, month: last.month });
      return { who: markOf(curves.who, arm.who), name, steps: arm.steps, stops, described: stops ?? reached };
    });
}

function twinOf(shown: ShownEvaluation, curves: OutcomeCurves, id: string): TableBlock {
  const keys = ['quarter', 'group', 'observed', 'cumulative', 'low', 'high'] as const;
  const blank = text('figures.not-shown', {});
  const rows = curves.arms.flatMap((arm) => {
    const all = arm.steps.flatMap((step) => [step.value, ...(step.range95 ?? [])]);
    const texts = countedTexts({ kind: 'share', unit: '' }, all);
    let next = 0;
    return arm.steps.map((step) => {
      const value = texts[next++]!;
      const [low, high] = step.range95 === null ? [blank, blank] : [texts[next++]!, texts[next++]!];
      const month = text('p05.month', { month: step.month });
      const group = groupName(shown.plan.design, curves.who, arm.who);
      return [month, group, plainNumber(step.observed, 0), value, low, high];
    });
  });
  return {
    kind: 'table',
    id,
    caption: text('p05.table', { label: curves.label }),
    columns: keys.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align: key === 'quarter' || key === 'group' ? 'start' : 'end',
    })),
    rows,
    note: text('p05.note', {}),
  };
}
