import type { FigureKind } from '#evaluation/finding.ts';
import { text } from '../text/text.ts';

/** How an outcome counts: a share between 0 and 1 (shown in 100), or a score in its own unit. */
export interface Counted {
  readonly kind: FigureKind;
  readonly unit: string;
}

/** Beyond this many decimals a number is noise of the machine, not a digit that was shown. */
const MOST_DECIMALS = 4;

/** Beside a number of this size decimals say nothing: 1,400 and 0.56 read 1,400 and 1. */
const TOO_LARGE_FOR_DECIMALS = 100;

/**
 * The decimals that numbers shown together need, so that 0.3 and 0.38 read 0.30 and 0.38; beside a large number as few as keep
 * every number that is not zero from reading as zero.
 *
 * @example
 * decimalsOf([1400, -0.56, 2900])
 * // => 0
 */
export function decimalsOf(values: readonly number[]): number {
  const decimals = values.map((value) => {
    const digits = String(Number(value.toPrecision(12)));
    return digits.includes('e') ? MOST_DECIMALS : (digits.split('.')[1]?.length ?? 0);
  });
  const needed = Math.min(MOST_DECIMALS, Math.max(0, ...decimals));
  if (values.length < 2 || !values.some((value) => Math.abs(value) >= TOO_LARGE_FOR_DECIMALS)) return needed;
  const readsAsZero = (value: number, at: number): boolean => value !== 0 && Number(value.toFixed(at)) === 0;
  for (let at = 0; at < needed; at++) if (!values.some((value) => readsAsZero(value, at))) return at;
  return needed;
}

/**
 * A number as figures and tables show it: grouped, fixed decimals, a real minus sign.
 *
 * @example
 * plainNumber(-1234.5, 2)
 * // => '−1,234.50'
 */
export function plainNumber(value: number, decimals: number): string {
  const rounded = Number(value.toFixed(decimals));
  const digits = new Intl.NumberFormat('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(Math.abs(rounded));
  return rounded < 0 ? `−${digits}` : digits;
}

/** The same with a plus sign where it is above zero. */
export function signedNumber(value: number, decimals: number): string {
  const digits = plainNumber(value, decimals);
  return Number(value.toFixed(decimals)) > 0 ? `+${digits}` : digits;
}

/** Values as their outcome counts them: shares times 100. */
export function counted({ kind }: Counted, value: number): number {
  return kind === 'share' ? Number((value * 100).toPrecision(12)) : value;
}

/** Several values of an outcome as texts with the same decimals, in the order given. */
export function countedTexts(of: Counted, values: readonly number[]): string[] {
  const scaled = values.map((value) => counted(of, value));
  const decimals = decimalsOf(scaled);
  return scaled.map((value) => plainNumber(value, decimals));
}

/** A signed difference with its unit, and its likely range in words. */
export function differenceTexts(of: Counted, estimate: number, range: readonly [number, number] | null) {
  const scaled = [estimate, ...(range ?? [])].map((value) => counted(of, value));
  const decimals = decimalsOf(scaled);
  const amount = signedNumber(scaled[0]!, decimals);
  return {
    estimate: text('figures.amount', { amount, kind: of.kind, unit: of.unit }),
    range:
      range === null
        ? text('figures.no-range', {})
        : text('figures.range', {
            low: plainNumber(scaled[1]!, decimals),
            high: plainNumber(scaled[2]!, decimals),
          }),
  };
}
