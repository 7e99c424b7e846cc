import type { FigureKind, Verdict } from '#evaluation/finding.ts';
import type { Observed } from './observed.ts';

/** One figure over many programs, with its simulation error, in the unit in which it is printed. */
export interface Figure {
  readonly name: string;
  /** Digits behind the point that are worth printing. */
  readonly digits: number;
  readonly value: number;
  readonly error: number;
  readonly n: number;
  readonly target?: Target;
}

/** What a figure must be. */
export interface Target {
  readonly low: number;
  readonly high: number;
  /** Set where the target is itself a simulated figure, with its error: then being within three joint errors meets it. */
  readonly error?: number;
  /** Why it is not met, where that is understood; printed only then. */
  readonly because?: string;
}

/** `close`: outside limits that nobody simulated, but by less than two simulation errors. */
export type Met = 'met' | 'close' | 'not-met';

/** Whether a figure meets its target. */
export function met({ value, error, target }: Figure): Met | undefined {
  if (!target) return undefined;
  const outside = Math.max(target.low - value, value - target.high);
  if (target.error !== undefined) return outside <= 3 * Math.hypot(error, target.error) ? 'met' : 'not-met';
  if (outside <= 1e-9) return 'met';
  return outside <= 2 * error ? 'close' : 'not-met';
}

/** The mean of a number over programs with its standard error: shares in 100, scores in points. */
export function meanFigure(
  name: string,
  values: readonly number[],
  kind: FigureKind,
  target?: Target,
): Figure {
  const scale = kind === 'share' ? 100 : 1;
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value / n, 0);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / Math.max(1, n - 1) / n) * scale;
  return { name, digits: kind === 'share' ? 2 : 4, value: mean * scale, error, n, ...(target && { target }) };
}

/** In how many of 100 programs something is so. */
export function shareFigure(
  name: string,
  observed: readonly Observed[],
  is: (one: Observed) => boolean,
  target?: Target,
): Figure {
  const n = observed.length;
  const value = 100 * (observed.filter(is).length / n);
  return { name, digits: 1, value, error: errorOfShare(value, n), n, ...(target && { target }) };
}

/** Simulation error of a share in 100. With none or all of n, 0 would claim too much: Agresti and Coull's two more of each. */
export function errorOfShare(in100: number, n: number): number {
  const safe = ((in100 / 100) * n + 2) / (n + 4);
  return 100 * Math.sqrt((safe * (1 - safe)) / (n + 4));
}

export function gaps(observed: readonly Observed[]): number[] {
  return observed.flatMap(({ gap }) => gap ?? []);
}

export function says(verdict: Verdict, qualifier?: Observed['qualifier']): (one: Observed) => boolean {
  return (one) => one.verdict === verdict && (qualifier === undefined || one.qualifier === qualifier);
}

export function leavesOutZero(range: readonly [number, number] | null | undefined): boolean {
  return !!range && (range[0] > 0 || range[1] < 0);
}

/** How often the likely range holds the truth, among programs that have one. */
export function coverage(observed: readonly Observed[], truth: number, target?: Target): Figure {
  const ranged = observed.filter(({ range }) => range !== null);
  return shareFigure(
    'likely range holds the truth',
    ranged,
    ({ range }) => range![0] <= truth && truth <= range![1],
    target,
  );
}

/** How often an outer range, one of bounds or one that forgets something, holds the truth. */
export function holding(
  name: string,
  observed: readonly Observed[],
  range: (one: Observed) => readonly [number, number] | null | undefined,
  truth: number,
  target?: Target,
): Figure {
  return shareFigure(
    name,
    observed,
    (one) => {
      const own = range(one);
      return !!own && own[0] <= truth && truth <= own[1];
    },
    target,
  );
}
