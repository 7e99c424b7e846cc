import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Verdict } from '#evaluation/finding.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { type WatchState, limitText, watchState } from '../sentences/watch-text.ts';
import { text } from '../text/text.ts';
import { allOutcomesDrawing } from './all-outcomes-drawing.tsx';
import { counted, decimalsOf, plainNumber, signedNumber } from './amounts.ts';
import { figureBlock } from './figure-block.tsx';
import { type OutcomeRow, outcomeRow } from './outcome-row.ts';
import { sourceLine } from './source-line.ts';

/** The shape of a pill by what it says of a limit. */
const SHAPES: Readonly<Record<WatchState, Verdict>> = {
  inside: 'no-meaningful-difference',
  outside: 'harm',
  'cannot-tell': 'inconclusive',
};

/** P18: did something get worse? Absent without watch-outs, before the look, and where nobody is compared. */
export function p18WatchOuts(shown: ShownEvaluation): FigureBlock | null {
  const watched = shown.findings.filter(({ role }) => role === 'watch-out');
  const compared = watched.some(({ shown: figures }) => (figures?.groups.length ?? 0) > 1);
  if (!shown.due || !compared) return null;
  const rows = watched.map((finding) => watchRow(shown, finding));
  const title = titleOf(shown, watched);
  return figureBlock({
    id: 'P18',
    name: 'P18-watch-outs',
    title,
    subtitle: text('p18.subtitle', {}),
    description: text('p18.description', {
      finding: title,
      rows: rows.map((row) => `${row.label}: ${row.described}`).join('; '),
    }),
    source: sourceLine(shown),
    n: shown.study.participants + shown.study.comparison,
    table: twinOf(shown, watched),
    draw: (pen) =>
      allOutcomesDrawing(
        pen,
        [{ title: text('p18.section', {}), rows }],
        text('p01.zero', { design: 'comparison' }),
        text('p18.limit', {}),
      ),
  });
}

function stateWord(shown: ShownEvaluation, finding: ShownFinding): string {
  return text(`watch.word.${watchState(finding, shown.decision)}`, {});
}

/** A row of P01 with the limit in place of what matters, and the word for it. */
function watchRow(shown: ShownEvaluation, finding: ShownFinding): OutcomeRow {
  const row = outcomeRow(finding);
  const word = stateWord(shown, finding);
  const pill = { verdict: SHAPES[watchState(finding, shown.decision)], word };
  return { ...row, pill, described: [row.described, word].join(', ') };
}

function titleOf(shown: ShownEvaluation, watched: readonly ShownFinding[]): string {
  const count = (state: WatchState) =>
    watched.filter((finding) => watchState(finding, shown.decision) === state).length;
  return text('p18.title', {
    outside: count('outside'),
    open: count('cannot-tell'),
    inside: count('inside'),
  });
}

const NUMBERS = ['estimate', 'low', 'high', 'limit'] as const;

function twinOf(shown: ShownEvaluation, watched: readonly ShownFinding[]): TableBlock {
  const heads = { limit: text('p18.column.limit', {}) };
  return {
    kind: 'table',
    id: 'table-P18-watch-outs',
    caption: text('p18.table', {}),
    columns: [
      { key: 'outcome', label: text('figures.column.outcome', {}), align: 'start' },
      ...NUMBERS.map((key) => ({
        key,
        label: key === 'limit' ? heads.limit : text(`figures.column.${key}`, {}),
        align: 'end' as const,
      })),
      { key: 'verdict', label: text('figures.column.verdict', {}), align: 'start' },
    ],
    rows: watched.map((finding) => [
      finding.label,
      ...amountCells(finding),
      limitText(finding),
      stateWord(shown, finding),
    ]),
    note: null,
  };
}

function amountCells(finding: ShownFinding): string[] {
  const { estimate = null, range95 = null } = finding.shown ?? {};
  const blank = text('figures.not-shown', {});
  const values = [estimate, ...(range95 ?? [])].flatMap((one) => (one === null ? [] : counted(finding, one)));
  const decimals = decimalsOf(values);
  const end = (place: 0 | 1) => (range95 ? plainNumber(counted(finding, range95[place]), decimals) : blank);
  return [estimate === null ? blank : signedNumber(counted(finding, estimate), decimals), end(0), end(1)];
}
