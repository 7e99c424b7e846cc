import type { MeasureFinding } from '../measured.ts';
import type { MeasureFigure } from '../measures/measure.ts';
import type { Plan } from '../plan/plan.ts';
import type { ShownMeasure, ShownMeasureFigure, ShownWords } from '../shown.ts';
import { armShown, outward, stepped } from './display-table.ts';
import { floorOf } from './floors.ts';
import { significant } from './two-digits.ts';

const INTERVALS_FROM = 20;
const FINE_FROM = 50;
const COUNTS_ONLY_BELOW = 10;
const FEW = 5;

/** Program measures through the door: the floor looks at people, never at rows; then the display table. */
export function disclosedMeasures(findings: readonly MeasureFinding[], plan: Plan): ShownMeasure[] {
  const need = floorOf(plan, 'survey');
  return findings.map((finding) => ({
    ...finding,
    figures: finding.figures.map((figure) => shownFigure(figure, finding, need)),
  }));
}

function shownFigure(figure: MeasureFigure, finding: MeasureFinding, need: number): ShownMeasureFigure {
  const { value, people, least, ...rest } = figure;
  const silent = {
    ...rest,
    value: null,
    words: null,
    missing: null,
    hidden: null,
    range95: null,
    bounds: null,
  };
  if (people < need)
    return { ...silent, n: 0, asked: 0, count: null, hidden: { rule: 'below-minimum', need } };
  if (typeof value !== 'number') return { ...silent, missing: value };
  if (least.have < least.need)
    return { ...silent, count: null, missing: { reason: 'too-few-people', values: { ...least } } };
  return figure.unit === 'share' || figure.unit === 'points'
    ? tabled(figure, value, finding)
    : counted(figure, value);
}

/** Shares and points by the display table, at the grain of the people behind them. */
function tabled(figure: MeasureFigure, value: number, finding: MeasureFinding): ShownMeasureFigure {
  const { people, least: _least, ...rest } = figure;
  const shown = armShown({
    kind: figure.unit === 'share' ? 'share' : 'score',
    n: people,
    value,
    range95: figure.range95,
    // The table compares counts with the number of people; counts of other things stand for their share of it.
    count:
      figure.count === null
        ? null
        : Math.round((figure.count / Math.max(1, figure.outOf ?? figure.n)) * people),
    scale: figure.unit === 'share' ? [0, 1] : (figure.scale ?? null),
    source: finding.from === 'records' ? 'hr' : 'survey',
    sensitive: finding.sensitive,
    rounding: figure.rounding,
  });
  const rare = rareWords(figure, finding);
  if (rare !== null) return { ...rest, ...NOTHING, words: rare };
  const ends = figure.unit === 'share' ? ([0, 1] as const) : (figure.scale ?? null);
  return {
    ...rest,
    value: shown.value,
    range95: shown.range95,
    count: shown.words === null ? figure.count : null,
    words: shown.words,
    bounds:
      ends === null || people < COUNTS_ONLY_BELOW ? null : outward(figure.bounds, grainOf(figure), ends),
    missing: null,
    hidden: null,
  };
}

/** The step of an arm's figures at its number of people (trust 3.2): bounds are not told finer than the figure itself. */
function grainOf({ unit, people }: MeasureFigure): number {
  if (people >= FINE_FROM) return 0.01;
  if (unit === 'share') return 0.05;
  return people < INTERVALS_FROM ? 0.5 : 0.1;
}

const NOTHING = {
  value: null,
  range95: null,
  count: null,
  bounds: null,
  missing: null,
  hidden: null,
} as const;

/** Of what colleagues could guess or would be hurt by, no count of fewer than five things is told, nor of all but so few. */
function rareWords({ count, outOf, n }: MeasureFigure, { sensitive }: MeasureFinding): ShownWords | null {
  if (!sensitive || count === null) return null;
  if (count < FEW) return 'fewer-than-5';
  return (outOf ?? n) - count < FEW ? 'all-but-fewer-than-5' : null;
}

/** Everything else by significant digits: one from 10, two from 20, three from 50 people. */
function counted(figure: MeasureFigure, value: number): ShownMeasureFigure {
  const { people, least: _least, ...rest } = figure;
  const digits = people < 20 ? 1 : people < FINE_FROM ? 2 : 3;
  const tidy = (x: number): number => (figure.unit === 'money' ? stepped(x, 1) : significant(x, digits));
  const open = people >= COUNTS_ONLY_BELOW;
  return {
    ...rest,
    value: open ? tidy(value) : null,
    words: null,
    range95: open && figure.range95 ? [tidy(figure.range95[0]), tidy(figure.range95[1])] : null,
    bounds: open && figure.bounds ? [tidy(figure.bounds[0]), tidy(figure.bounds[1])] : null,
    missing: open ? null : { reason: 'too-few-people', values: { have: people, need: COUNTS_ONLY_BELOW } },
    hidden: null,
  };
}
