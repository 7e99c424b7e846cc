import type { FigureKind } from '#evaluation/finding.ts';
import { counted, decimalsOf, plainNumber } from '../figures/amounts.ts';

/** A difference, its likely range and what matters, as they came out of disclosure. */
export interface Difference {
  readonly estimate: number;
  readonly range: readonly [low: number, high: number] | null;
  readonly matters: number;
}

/** The same as texts without signs; the sentence says which way with words. */
export interface DifferenceTexts {
  readonly est: string;
  /** The end that is named first: nearer to no difference, or the lower one when zero is inside. */
  readonly low: string;
  readonly high: string;
  readonly matters: string;
  readonly direction: 'up' | 'down' | 'none';
  readonly span: 'up' | 'down' | 'mixed';
}

/**
 * A number between 0 and 1 as the share of a hundred people that it is, without float noise.
 *
 * @example
 * inHundred(0.21)
 * // => '21'
 */
export function inHundred(share: number): string {
  const value = counted({ kind: 'share', unit: '' }, share);
  return plainNumber(value, decimalsOf([value]));
}

/** Values of arms with the same decimals, so that 3.1 beside 3.47 reads 3.10; an empty text where there is none. */
export function armTexts(kind: FigureKind, values: readonly (number | null)[]): string[] {
  const scaled = values.map((value) => (value === null ? null : counted({ kind, unit: '' }, value)));
  const decimals = decimalsOf(scaled.filter((value) => value !== null));
  return scaled.map((value) => (value === null ? '' : plainNumber(value, decimals)));
}

/**
 * The numbers of a difference as a sentence shows them.
 *
 * Shares are given in whole people of a hundred, unless that would move a number across zero or across what matters.
 */
export function differenceWords(kind: FigureKind, difference: Difference): DifferenceTexts {
  const { estimate, range, matters } = difference;
  const scaled = [estimate, ...(range ?? []), matters].map((value) => counted({ kind, unit: '' }, value));
  const whole = kind === 'share' && keepsOrder(scaled);
  const decimals = whole ? 0 : decimalsOf(scaled);
  const absolute = (value: number) => plainNumber(Math.abs(value), decimals);
  const [low, high] = range ?? [0, 0];
  const span = low >= 0 ? 'up' : high <= 0 ? 'down' : 'mixed';
  const [first, last] = span === 'down' ? [high, low] : [low, high];
  const value = (of: number) => absolute(counted({ kind, unit: '' }, of));
  return {
    est: value(estimate),
    low: value(first),
    high: value(last),
    matters: mattersText(scaled.at(-1)!, decimals),
    direction: estimate > 0 ? 'up' : estimate < 0 ? 'down' : 'none',
    span,
  };
}

/** What matters was set by people, so it keeps the digits they gave. */
function mattersText(matters: number, decimals: number): string {
  return plainNumber(matters, Math.max(decimals, decimalsOf([matters])));
}

/** Whether rounding to whole numbers leaves every number on its side of zero and of what matters. */
function keepsOrder(scaled: readonly number[]): boolean {
  const matters = scaled.at(-1)!;
  if (!Number.isInteger(matters)) return false;
  return scaled.every((value) => {
    const rounded = Math.sign(value) * Math.round(Math.abs(value));
    return (
      Math.sign(rounded) === Math.sign(value) &&
      rounded >= matters === value >= matters &&
      rounded <= -matters === value <= -matters
    );
  });
}
