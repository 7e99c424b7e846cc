import type { Missing, Range } from '../finding.ts';
import type { MeasureFinding } from '../measured.ts';
import type { MeasureFigure } from '../measures/measure.ts';
import type { ShownMeasureFigure, ShownWords } from '../shown.ts';
import { shownPart } from './disclose-coverage.ts';
import {
  type ArmFacts,
  armShown,
  countsAlike,
  outward,
  scoreStep,
  stepped,
  unanimityWords,
} from './display-table.ts';
import { significant } from './two-digits.ts';

const COUNTS_ONLY_BELOW = 10;
const SHARES_FROM = 20;
const FINE_FROM = 50;
/** Ends of the shares that are told as words where there is no count. */
const MORE_THAN_90: Range = [0.9, 1];
const LESS_THAN_10: Range = [0, 0.1];

type Facts = Pick<MeasureFinding, 'from' | 'sensitive'>;

const NO_FIGURE = {
  value: null,
  range95: null,
  count: null,
  bounds: null,
  words: null,
  missing: null,
  hidden: null,
} as const;

/** What is left of a figure that may not be told apart from others. */
export const NOT_APART = { ...NO_FIGURE, words: 'not-apart', noRange: 'rounded-away' } as const;

/** One figure of a program measure through floor and display table. */
export function shownFigure(figure: MeasureFigure, finding: Facts, need: number): ShownMeasureFigure {
  const { value, people, least, sums: _, answered, alike: _alike, shares: _shares, ...rest } = figure;
  // Days and minutes are no people, however few; of everything else fewer than the floor are not told either.
  const known = figure.of === 'days' ? need : figure.n;
  if (Math.min(people, known) < need) return hiddenFigure(figure, need);
  if (answered) return responseShown(figure, rest, need);
  if (typeof value !== 'number') return { ...rest, ...NO_FIGURE, missing: toldReason(value, need) };
  if (least.have < least.need) {
    const missing = toldReason({ reason: 'too-few-people', values: { ...least } }, need);
    return { ...rest, ...NO_FIGURE, missing };
  }
  return figure.unit === 'share' || figure.unit === 'points'
    ? { ...rest, ...tabled(figure, value, finding) }
    : { ...rest, ...counted(figure, value) };
}

/** A figure of too few people is the same as one of nobody: nothing of it depends on who there is. */
function hiddenFigure({ key, unit, of }: MeasureFigure, need: number): ShownMeasureFigure {
  const nothing = { ...NO_FIGURE, n: 0, asked: 0, noRange: 'no-figure' };
  return { key, unit, of, ...nothing, hidden: { rule: 'below-minimum', need } };
}

/** No text prints a number below the floor (D12). */
function toldReason({ reason, values }: Missing, need: number): Missing {
  const told = Object.entries(values).filter(([name, value]) => name !== 'have' || Number(value) >= need);
  return { reason, values: Object.fromEntries(told) };
}

/** Who answered: exact from 50 people asked on, else the band in which the share lies (screens, section 3). */
function responseShown(
  figure: MeasureFigure,
  rest: Omit<ShownMeasureFigure, keyof typeof NO_FIGURE>,
  need: number,
): ShownMeasureFigure {
  const part = shownPart(figure.count ?? 0, figure.asked, need);
  if (part.kind === 'band') return { ...rest, ...NO_FIGURE, noRange: 'rounded-away', band: part.share };
  const range95 = outward(figure.range95, 0.01, [0, 1]);
  return { ...rest, ...NO_FIGURE, value: part.share, count: part.count, range95 };
}

/** Shares and points by the display table, at the grain of the people behind them. */
function tabled(figure: MeasureFigure, value: number, finding: Facts) {
  const facts = { ...factsOf(figure, finding), value };
  const shown = armShown(facts);
  return {
    ...shown,
    noRange:
      shown.range95 === null && (shown.words !== null || isAlike(figure)) ? 'rounded-away' : figure.noRange,
    bounds: boundsShown(figure, facts, shown.words),
    missing: null,
    hidden: null,
  };
}

function factsOf(figure: MeasureFigure, { from, sensitive }: Facts): ArmFacts {
  const outOf = figure.outOf ?? figure.n;
  return {
    kind: figure.unit === 'share' ? 'share' : 'score',
    n: figure.people,
    value: typeof figure.value === 'number' ? figure.value : null,
    range95: figure.range95,
    count: figure.count,
    outOf,
    known: Math.min(outOf, figure.n),
    alike: figure.alike === undefined ? undefined : (figure.alike / Math.max(1, figure.n)) * figure.people,
    scale: figure.unit === 'share' ? [0, 1] : (figure.scale ?? null),
    source: from === 'records' ? 'hr' : 'survey',
    sensitive,
    rounding: figure.rounding,
  };
}

/** That all values are the same would tell each of them. */
function isAlike({ noRange }: MeasureFigure): boolean {
  return noRange === 'all-alike' || noRange === 'no-spread';
}

/** The counts that a figure could stand for, as it is told. */
export function countsOf(figure: MeasureFigure, finding: Facts): Range {
  const facts = factsOf(figure, finding);
  return figure.count === null ? [0, facts.outOf!] : countsAlike(facts);
}

/** Bounds no finer than the figure itself; of one that is told in words, those of everything that the words may stand for. */
function boundsShown(
  { bounds, unit }: MeasureFigure,
  facts: ArmFacts,
  words: ShownWords | null,
): Range | null {
  if (bounds === null) return null;
  if (unit === 'share') {
    if (facts.n < SHARES_FROM) return null;
    const [below, above] = words === null ? [0, 0] : wordsReach(facts, words);
    return outward([bounds[0] - below, bounds[1] + above], facts.n < FINE_FROM ? 0.05 : 0.01, [0, 1]);
  }
  const step = scoreStep(facts);
  if (step === null || facts.scale === null) return null;
  return 'step' in step
    ? outward(bounds, step.step, facts.scale)
    : [significant(bounds[0], step.digits), significant(bounds[1], step.digits)];
}

/** How far below and above its value a share that is told in words may lie. */
function wordsReach(facts: ArmFacts, words: ShownWords): Range {
  const { count, value, outOf } = facts;
  if (count === null) {
    const [low, high] = words === 'more-than-90' ? MORE_THAN_90 : LESS_THAN_10;
    return [value! - low, high - value!];
  }
  const [least, most] = countsAlike(facts);
  return [(count - least) / outOf!, (most - count) / outOf!];
}

/** Everything else by significant digits: one from 10, two from 20, three from 50 people. */
function counted(figure: MeasureFigure, value: number) {
  const { people } = figure;
  if (givesAway(figure)) return { ...NOT_APART, n: 0, asked: 0 };
  const digits = people < SHARES_FROM ? 1 : people < FINE_FROM ? 2 : 3;
  const tidy = (x: number): number => (figure.unit === 'money' ? stepped(x, 1) : significant(x, digits));
  if (people < COUNTS_ONLY_BELOW)
    return {
      ...NO_FIGURE,
      missing: { reason: 'too-few-people', values: { need: COUNTS_ONLY_BELOW } } as const,
    };
  return {
    ...NO_FIGURE,
    value: tidy(value),
    range95: figure.range95 && ([tidy(figure.range95[0]), tidy(figure.range95[1])] as const),
    bounds: figure.bounds && ([tidy(figure.bounds[0]), tidy(figure.bounds[1])] as const),
  };
}

/** Whether a share that may be told in words only could be worked out from this figure: one that it is divided by, or a difference of it. */
function givesAway({ count, outOf, people, shares = [] }: MeasureFigure): boolean {
  const isInWords = (of: number, n: number, behind: number, source: 'hr' | 'survey'): boolean =>
    unanimityWords({
      kind: 'share',
      n: behind,
      value: of / n,
      range95: null,
      count: of,
      outOf: n,
      scale: null,
      source,
      sensitive: false,
    }) !== null;
  if (count !== null && outOf !== undefined && isInWords(count, outOf, people, 'hr')) return true;
  return shares.some(([of, n]) => isInWords(of, n, n, 'survey'));
}
