import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownAnalysis, ShownFinding, ShownSensitivity } from '#evaluation/shown.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { pillOf } from '../sentences/pill.ts';
import { wayName } from '../sentences/sensitivity-text.ts';
import { text } from '../text/text.ts';
import { allOutcomesDrawing } from './all-outcomes-drawing.tsx';
import { counted, decimalsOf, plainNumber, signedNumber } from './amounts.ts';
import { figureBlock } from './figure-block.tsx';
import { horizonFileName } from './file-name.ts';
import { type OutcomeRow, outcomeRow } from './outcome-row.ts';
import { sourceLine } from './source-line.ts';

/** P17: does the method matter? The planned row, then the other ways to calculate it. Absent without a verdict that they could change. */
export function p17Sensitivity(shown: ShownEvaluation, finding: ShownFinding): FigureBlock | null {
  const sensitivity = finding.shown?.sensitivity;
  if (!sensitivity) return null;
  const planned = { ...outcomeRow(finding), label: plannedName(finding), strong: true };
  const others = sensitivity.analyses.map((one) => wayRow(finding, one));
  const title = text('p17.title', {
    label: finding.label,
    keep: sensitivity.keep,
    apply: sensitivity.apply,
  });
  const name = `P17-other-ways-${horizonFileName(shown, finding)}`;
  return figureBlock({
    id: 'P17',
    name,
    title,
    subtitle: text('p17.subtitle', {}),
    description: text('p17.description', {
      finding: title,
      rows: [planned, ...others].map((row) => `${row.label}: ${row.described}`).join('; '),
    }),
    source: sourceLine(shown),
    n: finding.shown!.groups.reduce((sum, group) => sum + group.n, 0),
    table: twinOf(name, finding, sensitivity),
    draw: (pen) =>
      allOutcomesDrawing(
        pen,
        [
          { title: text('p17.section.planned', {}), rows: [planned] },
          { title: text('p17.section.others', {}), rows: others },
        ],
        text('p01.zero', { design: 'comparison' }),
      ),
  });
}

function plannedName({ method }: ShownFinding): string {
  return text('sens.planned', { method });
}

/** A way to calculate as a row of P01: the same finding with its own figures, or the words in their place. */
function wayRow(finding: ShownFinding, analysis: ShownAnalysis): OutcomeRow {
  const label = wayName(analysis, finding);
  const { figures } = analysis;
  if (!figures) {
    const said = placeWords(analysis);
    return { ...outcomeRow(finding), label, pill: null, amounts: [], bar: { words: said }, described: said };
  }
  const row = outcomeRow({
    ...finding,
    verdict: figures.verdict,
    qualifier: figures.qualifier,
    shown: {
      ...finding.shown!,
      groups: finding.shown!.groups.map((group, arm) => ({ ...group, n: figures.n[arm]! })),
      estimate: figures.estimate,
      range95: figures.range95,
      range80: null,
      range50: null,
    },
  });
  return { ...row, label };
}

function placeWords({ notApplied }: ShownAnalysis): string {
  return notApplied === null ? text('sens.same-as-planned', {}) : text(`sens.not.${notApplied}`, {});
}

const NUMBERS = ['estimate', 'low', 'high', 'n-participants', 'n-comparison'] as const;

function twinOf(name: string, finding: ShownFinding, { analyses }: ShownSensitivity): TableBlock {
  const figures = finding.shown!;
  const own = {
    estimate: figures.estimate,
    range95: figures.range95,
    n: figures.groups.map(({ n }) => n),
    verdict: finding.verdict,
    qualifier: finding.qualifier,
  };
  return {
    kind: 'table',
    id: `table-${name}`,
    caption: text('p17.table', { label: finding.label }),
    columns: [
      { key: 'method', label: text('p17.column.method', {}), align: 'start' },
      ...NUMBERS.map((key) => ({ key, label: text(`figures.column.${key}`, {}), align: 'end' as const })),
      { key: 'verdict', label: text('figures.column.verdict', {}), align: 'start' },
    ],
    rows: [
      [text('sens.planned-way', { way: plannedName(finding) }), ...figureCells(finding, own)],
      ...analyses.map((one) => [
        wayName(one, finding),
        ...(one.figures ? figureCells(finding, one.figures) : emptyCells(placeWords(one))),
      ]),
    ],
    note: null,
  };
}

interface RowFigures extends Pick<ShownFinding, 'verdict' | 'qualifier'> {
  readonly estimate: number | null;
  readonly range95: readonly [number, number] | null;
  readonly n: readonly number[];
}

function figureCells(finding: ShownFinding, { estimate, range95, n, ...judged }: RowFigures): string[] {
  const blank = text('figures.not-shown', {});
  const values = [estimate, ...(range95 ?? [])].flatMap((one) => (one === null ? [] : counted(finding, one)));
  const decimals = decimalsOf(values);
  const end = (at: 0 | 1) => (range95 ? plainNumber(counted(finding, range95[at]), decimals) : blank);
  return [
    estimate === null ? blank : signedNumber(counted(finding, estimate), decimals),
    end(0),
    end(1),
    plainNumber(n[0]!, 0),
    plainNumber(n[1]!, 0),
    pillOf({ ...judged, look: finding.look })?.word ?? text('figures.no-verdict', {}),
  ];
}

function emptyCells(words: string): string[] {
  return [...NUMBERS.map(() => text('figures.not-shown', {})), words];
}
