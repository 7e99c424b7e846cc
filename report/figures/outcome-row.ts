import type { ShownFinding } from '#evaluation/shown.ts';
import type { Verdict } from '#evaluation/finding.ts';
import { pillOf } from '../sentences/pill.ts';
import { text } from '../text/text.ts';
import { differenceTexts } from './amounts.ts';
import { markOf } from './group-names.ts';
import type { BarRanges, Who } from './marks.tsx';
import { dayText } from './source-line.ts';

/** One outcome as P01 draws it. */
export interface OutcomeRow {
  readonly label: string;
  /** The row that the others are held against: its label is heavier. */
  readonly strong?: boolean;
  readonly who: Who;
  readonly pill: { readonly verdict: Verdict; readonly word: string } | null;
  /** Natural units, a text per line. */
  readonly amounts: readonly string[];
  /** Multiples of what matters, better to the right; or the words that stand in place of the bar. */
  readonly bar: { readonly point: number; readonly ranges: BarRanges } | { readonly words: string };
  /** The row in words, for the description. */
  readonly described: string;
}

/** The row of a finding: its bar, or why there is none. */
export function outcomeRow(finding: ShownFinding): OutcomeRow {
  const pill = pillOf(finding);
  const base = { label: finding.label, who: markOf(finding.who, 'participants'), pill };
  const figures = finding.shown;
  const words = wordsInPlaceOf(finding);
  if (words !== null || figures === null || figures.estimate === null) {
    const said = words ?? text('p01.words-only', {});
    return { ...base, amounts: [], bar: { words: said }, described: said };
  }
  const orient = (value: number) => (finding.better === 'higher' ? value : -value) / finding.matters;
  const ends = (range: readonly [number, number] | null) =>
    range === null
      ? null
      : ([orient(range[0]), orient(range[1])].toSorted((a, b) => a - b) as [number, number]);
  const amounts = differenceTexts(finding, figures.estimate, figures.range95);
  return {
    ...base,
    amounts: [amounts.estimate, amounts.range],
    bar: {
      point: orient(figures.estimate),
      ranges: {
        range95: ends(figures.range95),
        range80: ends(figures.range80),
        range50: ends(figures.range50),
      },
    },
    described: text('p01.described', {
      estimate: amounts.estimate,
      range: amounts.range,
      verdict: pill?.word ?? text('figures.no-verdict', {}),
    }),
  };
}

function wordsInPlaceOf(finding: ShownFinding): string | null {
  const n = (who: string) => finding.shown?.groups.find((group) => group.who === who)?.n ?? null;
  if (finding.verdict === 'hidden' || finding.hidden !== null) return text('p01.hidden', {});
  if (finding.verdict === 'not-due') return text('p01.not-due', { day: dayText(finding.look) });
  if (finding.verdict !== 'too-little-data') return null;
  const [participants, comparison] = [n('participants'), n('comparison')];
  if (participants === null || comparison === null) return text('p01.too-little', {});
  return text('p01.too-little.counts', { participants, comparison });
}
