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
  readonly n: number;
  readonly value: number | null;
  readonly range95: Range | null;
  readonly count: number | null;
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
  const observed = count === null ? value : count / n;
  const words = unanimityWords(facts, observed);
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

/** Words in place of a number that would tell what nearly everybody did. */
function unanimityWords(facts: ArmFacts, observed: number): ShownWords | null {
  const { n, count, sensitive } = facts;
  const nearlyAll = observed > NEARLY_ALL || (n < INTERVALS_FROM && n - (count ?? 0) <= 1);
  const hardlyAny = observed < HARDLY_ANY || (n < INTERVALS_FROM && (count ?? n) <= 1);
  if (n >= FINE_FROM && facts.source === 'hr') {
    if (!sensitive || count === null) return null;
    if (count < FEW) return 'fewer-than-5';
    return n - count < FEW ? 'all-but-fewer-than-5' : null;
  }
  if (nearlyAll) return n < INTERVALS_FROM ? 'nearly-all' : 'more-than-90';
  if (hardlyAny) return n < INTERVALS_FROM ? 'hardly-any' : 'less-than-10';
  return null;
}

const LONGEST_SCALE = 10;

function scoreShown(facts: ArmFacts): ArmShown {
  const { n, value, scale } = facts;
  if (value === null || n < COUNTS_ONLY_BELOW) return NOTHING;
  const range = n < INTERVALS_FROM ? null : facts.range95;
  if (scale && scale[1] - scale[0] <= LONGEST_SCALE) {
    const step = n < INTERVALS_FROM ? 0.5 : n < FINE_FROM ? 0.1 : 0.01;
    return { ...NOTHING, value: rounded(facts, value, step), range95: outward(range, step, scale) };
  }
  const digits = n < INTERVALS_FROM ? 1 : n < FINE_FROM ? 2 : 3;
  return {
    ...NOTHING,
    value: significant(value, digits),
    range95: range && [significant(range[0], digits), significant(range[1], digits)],
  };
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
