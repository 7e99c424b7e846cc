import type { Qualifier, Range, Verdict } from './finding.ts';

/** What the verdict rule looks at, oriented so that better is positive. */
export interface Judged {
  readonly matters: number;
  readonly range: Range | null;
  /** The range at the level corrected for the number of also-watched outcomes. */
  readonly familyRange: Range | null;
  readonly nStar: readonly [participants: number, comparison: number];
  readonly events: number | null;
  readonly nonEvents: number | null;
  /** F11, or degrees of freedom below 4. */
  readonly tooFewClusters: boolean;
}

/** A verdict with its qualifier. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly qualifier: Qualifier | null;
}

const LEAST_PEOPLE = 20;
const LEAST_EVENTS = 10;
/** Ranges wider than this many times what matters say nothing. */
const WIDEST = 6;
const TOUCHING = 1e-12;

/**
 * The verdict on a comparison: rules 4 to 12 of measurement 5.2 (rules 1 to 3 need no range).
 *
 * Shape: exactly one verdict for any input.
 * Missing: no range gives too little data.
 *
 * @see verdict.test.ts
 */
export function verdictOn(judged: Judged): Judgement {
  const { range, matters } = judged;
  const above = (x: number, y: number): boolean => x - y > TOUCHING * matters;
  if (!range || !enough(judged)) return { verdict: 'too-little-data', qualifier: null };
  const [low, high] = range;
  const familyLow = judged.familyRange?.[0] ?? low;
  if (!above(matters, low) && !above(matters, familyLow)) return { verdict: 'benefit', qualifier: 'clear' };
  if (above(low, 0) && above(familyLow, 0) && !above(matters, high)) {
    return { verdict: 'benefit', qualifier: 'size-uncertain' };
  }
  if (!above(high, -matters)) return { verdict: 'harm', qualifier: 'clear' };
  if (above(0, high) && !above(low, -matters)) return { verdict: 'harm', qualifier: 'size-uncertain' };
  if (above(low, -matters) && above(matters, high)) {
    const qualifier = above(low, 0) ? 'slightly-higher' : above(0, high) ? 'slightly-lower' : null;
    return { verdict: 'no-meaningful-difference', qualifier };
  }
  if (above(low, 0)) return { verdict: 'inconclusive', qualifier: 'one-of-k' };
  if (above(high - low, WIDEST * matters)) return { verdict: 'too-little-data', qualifier: null };
  return { verdict: 'inconclusive', qualifier: null };
}

function enough(judged: Judged): boolean {
  if (judged.tooFewClusters || Math.min(...judged.nStar) < LEAST_PEOPLE) return false;
  const events = judged.events ?? LEAST_EVENTS;
  const nonEvents = judged.nonEvents ?? LEAST_EVENTS;
  return events >= LEAST_EVENTS && nonEvents >= LEAST_EVENTS;
}
