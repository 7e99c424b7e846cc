import type { Range } from '../finding.ts';
import type { ShownWords } from '../shown.ts';
import { significant } from './two-digits.ts';

/** Steps of the display table, trust 3.2. */
const COUNTS_ONLY_BELOW = 10;
const INTERVALS_FROM = 20;
const FINE_FROM = 50;
const NEARLY_ALL = 0.9;
const HARDLY_ANY = 0.1;
const FEW = 5;
/** A step that doubles miss by less than this is met. */
const NEARLY_WHOLE = 1e-9;

/** A figure of one arm, before the table has spoken. */
export interface ArmFacts {
  readonly kind: 'share' | 'score';
  /** People behind it. */
  readonly n: number;
  readonly value: number | null;
  readonly range95: Range | null;
  readonly count: number | null;
  /** What the count is out of, where that is not the n. */
  readonly outOf?: number;
  /** Of how many of those it is known; all when not given. Of the others nobody says so. */
  readonly known?: number;
  /** Of a mean: how many of the n share one value, where more than half do. */
  readonly alike?: number | undefined;
  /** Ends of the scale; steps of 0.5, 0.1, 0.01 are for short scales, other units get significant digits. */
  readonly scale: Range | null;
  readonly source: 'hr' | 'survey';
  readonly sensitive: boolean;
  /** Never up, where a figure must not flatter; else to the nearest step. */
  readonly rounding?: 'down' | undefined;
}

/** What the table lets out of it. */
export interface ArmShown {
  readonly value: number | null;
  readonly range95: Range | null;
  readonly count: number | null;
  readonly words: ShownWords | null;
}

const NOTHING: ArmShown = { value: null, range95: null, count: null, words: null };

/** The display table for one arm; below the floor nothing gets here. */
export function armShown(facts: ArmFacts): ArmShown {
  return facts.kind === 'share' ? shareShown(facts) : scoreShown(facts);
}

function shareShown(facts: ArmFacts): ArmShown {
  const { n, value, count } = facts;
  if (value === null) return NOTHING;
  const words = unanimityWords(facts);
  if (words) return { ...NOTHING, words };
  if (n < INTERVALS_FROM) return { ...NOTHING, count };
  const step = n < FINE_FROM ? 0.05 : 0.01;
  return {
    value: rounded(facts, value, step),
    range95: outward(facts.range95, step, [0, 1]),
    count,
    words: null,
  };
}

/** Words in place of a number that would tell what nearly everybody did, of all or of those known. */
export function unanimityWords(facts: ArmFacts): ShownWords | null {
  const { n, count, source, sensitive } = facts;
  const outOf = facts.outOf ?? n;
  const known = facts.known ?? outOf;
  if (sensitive && count !== null) {
    if (count < FEW) return 'fewer-than-5';
    if (outOf - count < FEW) return 'all-but-fewer-than-5';
    if (known - count < FEW) return 'all-but-fewer-than-5-known';
  }
  if (n >= FINE_FROM && source === 'hr') return null;
  const share = count === null ? facts.value! : count / outOf;
  const coarse = n < INTERVALS_FROM;
  // Under 20 people, one person more or less than all or none.
  const oneOf = (part: number): boolean => coarse && count !== null && Math.round(part * n) <= 1;
  if (share > NEARLY_ALL || oneOf(1 - share)) return coarse ? 'nearly-all' : 'more-than-90';
  if (share < HARDLY_ANY || oneOf(share)) return coarse ? 'hardly-any' : 'less-than-10';
  if (count === null || known >= outOf) return null;
  if (count / known > NEARLY_ALL || oneOf(1 - count / known))
    return coarse ? 'nearly-all-known' : 'more-than-90-known';
  return null;
}

/** The least and the greatest count that would be told in the same words; the count itself where it is told. */
export function countsAlike(facts: ArmFacts): Range {
  const { count } = facts;
  if (count === null)
    throw new RangeError('countsAlike: count is null; a figure without a count has no like');
  const words = unanimityWords(facts);
  if (words === null) return [count, count];
  const alike = (other: number): boolean => unanimityWords({ ...facts, count: other }) === words;
  let [least, most] = [count, count];
  while (least > 0 && alike(least - 1)) least--;
  while (most < (facts.known ?? facts.outOf ?? facts.n) && alike(most + 1)) most++;
  return [least, most];
}

const LONGEST_SCALE = 10;

function scoreShown(facts: ArmFacts): ArmShown {
  const { n, value, scale } = facts;
  const step = scoreStep(facts);
  if (value === null || step === null) return NOTHING;
  const range = n < INTERVALS_FROM ? null : facts.range95;
  if ('step' in step) {
    const ends = scale!;
    return { ...NOTHING, value: rounded(facts, value, step.step), range95: outward(range, step.step, ends) };
  }
  const { digits } = step;
  return {
    ...NOTHING,
    value: significant(value, digits),
    range95: range && [significant(range[0], digits), significant(range[1], digits)],
  };
}

/**
 * How coarsely a mean is told: in steps on a short scale, else by significant digits; null where it may not be told. Where nearly all have
 * one value, the mean would tell it: then there is none below 20 people, and a coarse one from there.
 */
export function scoreStep({
  n,
  scale,
  alike,
}: Pick<ArmFacts, 'n' | 'scale' | 'alike'>): { readonly step: number } | { readonly digits: number } | null {
  if (n < COUNTS_ONLY_BELOW) return null;
  const coarse = n < INTERVALS_FROM;
  const unanimous = alike !== undefined && (alike > NEARLY_ALL * n || (coarse && n - alike <= 1));
  if (unanimous && coarse) return null;
  if (scale && scale[1] - scale[0] <= LONGEST_SCALE)
    return { step: coarse || unanimous ? 0.5 : n < FINE_FROM ? 0.1 : 0.01 };
  return { digits: coarse || unanimous ? 1 : n < FINE_FROM ? 2 : 3 };
}

function rounded({ rounding }: ArmFacts, value: number, step: number): number {
  return rounding === 'down' ? steppedDown(value, step) : stepped(value, step);
}

/** A value at the step below it, unless it lies on one. */
function steppedDown(value: number, step: number): number {
  return Number((Math.floor(value / step + NEARLY_WHOLE) * step).toFixed(6)) + 0;
}

/** A value at the nearest step, without the noise of binary fractions. */
export function stepped(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(6)) + 0;
}

/** A range rounded outwards to a step, inside its ends. */
export function outward(range: Range | null, step: number, ends: Range): Range | null {
  if (!range) return null;
  const tidy = (x: number): number => Number((x * step).toFixed(6)) + 0;
  return [
    Math.max(ends[0], tidy(Math.floor(range[0] / step + NEARLY_WHOLE))),
    Math.min(ends[1], tidy(Math.ceil(range[1] / step - NEARLY_WHOLE))),
  ];
}
