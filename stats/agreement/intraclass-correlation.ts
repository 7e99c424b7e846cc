import { CompensatedTotals } from '#stats/numeric/compensated-totals.ts';
import { fQuantile } from '#stats/numeric/f-quantile.ts';
import { firstNotFinite } from '#stats/numeric/first-not-finite.ts';
import { ROWS_PER_BLOCK } from '#stats/numeric/weighted-gram.ts';

/** One of the three correlations with its range. */
export interface IntraclassCorrelation {
  readonly estimate: number;
  /** `null` when no variation is left from which to estimate an error. */
  readonly range: readonly [low: number, high: number] | null;
}

/** The three correlations by their names, or why there are none. */
export type IntraclassCorrelations =
  | {
      readonly kind: 'correlations';
      /** ICC(1,1): agreement when who is first and who second means nothing. */
      readonly icc11: IntraclassCorrelation;
      /** ICC(2,1): agreement in the value itself, the sides being two of many; a constant gap lowers it. */
      readonly icc21: IntraclassCorrelation;
      /** ICC(3,1): consistency, the sides being these two; a constant gap does not lower it. */
      readonly icc31: IntraclassCorrelation;
      /** Mean of first − second: the gap that ICC(3,1) does not see. */
      readonly meanGap: number;
      readonly n: number;
    }
  | { readonly kind: 'missing'; readonly reason: 'fewer-than-two' | 'no-spread' };

/** Mean squares of a table of n rows and two columns. */
interface MeanSquares {
  readonly n: number;
  readonly between: number;
  readonly within: number;
  readonly sides: number;
  readonly error: number;
  readonly meanGap: number;
}

/** Two sides. */
const SIDES = 2;

/**
 * The intraclass correlations of two sides' scores of the same things: ICC(1,1), ICC(2,1) and ICC(3,1), with the mean gap.
 *
 * Use it to see how far two people who judge the same thing give the same score. Say which one is meant: consistency can be 1 while the
 * sides never give the same value. It assumes independent things and roughly normal scores; ranges come from the analysis of variance.
 *
 * Shape: one score per thing and side.
 * Units: correlations at most 1, the gap in units of the scores; level between 0 and 1, both excluded.
 * Missing: not allowed; leave out what one side did not score.
 *
 * @returns `fewer-than-two` things, or `no-spread` when the things' scores do not differ, apart from a constant gap
 * @throws RangeError when lengths differ, a score is not finite or the level is out of range
 * @see Shrout, P. E. & Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability. 10.1037/0033-2909.86.2.420
 * @see intraclass-correlation.oracle.R (psych::ICC)
 * @example
 * intraclassCorrelations({ first: Float64Array.of(1, 2), second: Float64Array.of(2, 3), level: 0.95 }).meanGap
 * // => -1
 */
export function intraclassCorrelations(scores: {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly level: number;
}): IntraclassCorrelations {
  const { first, second, level } = scores;
  checked(scores);
  if (first.length < 2) return { kind: 'missing', reason: 'fewer-than-two' };
  const squares = meanSquares(first, second);
  const { n, between, within, sides, error, meanGap } = squares;
  if (!Number.isFinite(within + between)) finite(scores);
  if (between + error === 0) return { kind: 'missing', reason: 'no-spread' };
  return {
    kind: 'correlations',
    icc11: {
      estimate: (between - within) / (between + within),
      range: fRange(between, within, [n - 1, n], level),
    },
    icc21: {
      estimate: (between - error) / (between + error + (SIDES * (sides - error)) / n),
      range: absoluteRange(squares, level),
    },
    icc31: {
      estimate: (between - error) / (between + error),
      range: fRange(between, error, [n - 1, n - 1], level),
    },
    meanGap,
    n,
  };
}

/** From sums and differences of the two sides, each around its own mean: nothing large is subtracted. */
function meanSquares(first: Float64Array, second: Float64Array): MeanSquares {
  const n = first.length;
  const [sum, gap] = totalsAround(first, second, 0, 0, 1).map((total) => total / n);
  const [sumSquares, gapSquares] = totalsAround(first, second, sum!, gap!, 2);
  const between = spreadOnly(sumSquares!, sum!, n) / (SIDES * (n - 1));
  const error = spreadOnly(gapSquares!, gap!, n) / (SIDES * (n - 1));
  const sides = (n * gap! * gap!) / SIDES;
  return { n, between, error, sides, within: (sides + (n - 1) * error) / n, meanGap: gap! };
}

/** Sums over rows of (first + second − centre) and of (first − second − centre), or of their squares; plain inside a block. */
function totalsAround(
  first: Float64Array,
  second: Float64Array,
  sumCentre: number,
  gapCentre: number,
  power: 1 | 2,
): Float64Array {
  const totals = new CompensatedTotals(2);
  for (let start = 0; start < first.length; start += ROWS_PER_BLOCK) {
    const end = Math.min(first.length, start + ROWS_PER_BLOCK);
    let sums = 0;
    let gaps = 0;
    for (let i = start; i < end; i++) {
      const sum = first[i]! + second[i]! - sumCentre;
      const gap = first[i]! - second[i]! - gapCentre;
      sums += power === 1 ? sum : sum * sum;
      gaps += power === 1 ? gap : gap * gap;
    }
    totals.addAt(0, sums);
    totals.addAt(1, gaps);
  }
  return totals.values();
}

/** A sum of squares, or 0 where it is what rounding leaves of values that are all the same. */
function spreadOnly(squares: number, centre: number, n: number): number {
  return Math.sqrt(squares / n) <= Math.abs(centre) * 1e-13 ? 0 : squares;
}

/** Where F = between ÷ error could truly lie, as a correlation. */
function fRange(
  between: number,
  error: number,
  [above, below]: readonly [number, number],
  level: number,
): readonly [number, number] | null {
  if (error === 0) return null;
  const ratio = between / error;
  const low = ratio / fQuantile((1 + level) / 2, above, below);
  const high = ratio * fQuantile((1 + level) / 2, below, above);
  return [(low - 1) / (low + 1), (high - 1) / (high + 1)];
}

/** Satterthwaite's way for ICC(2,1): the error is a mixture of what the sides and what chance add. */
function absoluteRange(
  { n, between, sides, error }: MeanSquares,
  level: number,
): readonly [number, number] | null {
  if (error === 0) return null;
  const icc = (between - error) / (between + error + (SIDES * (sides - error)) / n);
  const ratio = sides / error;
  const rest = n * (1 + icc) - SIDES * icc;
  const degrees =
    ((n - 1) * (SIDES * icc * ratio + rest) ** 2) / ((n - 1) * (SIDES * icc * ratio) ** 2 + rest ** 2);
  const lowF = fQuantile((1 + level) / 2, n - 1, degrees);
  const highF = fQuantile((1 + level) / 2, degrees, n - 1);
  const mixture = SIDES * sides + (SIDES * n - SIDES - n) * error;
  return [
    (n * (between - lowF * error)) / (lowF * mixture + n * between),
    (n * (highF * between - error)) / (mixture + n * highF * between),
  ];
}

function checked({ first, second, level }: Parameters<typeof intraclassCorrelations>[0]): void {
  if (first.length !== second.length) {
    throw new RangeError(
      `intraclassCorrelations: there are ${first.length} first and ${second.length} second scores; there must be as many`,
    );
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`intraclassCorrelations: level is ${level}; it must lie between 0 and 1`);
  }
}

function finite({ first, second }: Parameters<typeof intraclassCorrelations>[0]): void {
  for (const [name, values] of Object.entries({ first, second })) {
    const wrong = firstNotFinite(values);
    if (wrong < 0) continue;
    throw new RangeError(`intraclassCorrelations: ${name}[${wrong}] is ${values[wrong]}; it must be finite`);
  }
}
