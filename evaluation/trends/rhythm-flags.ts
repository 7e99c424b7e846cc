import { openGapChance } from '#stats/trends/open-gap.ts';
import { pooledVariation } from '#stats/trends/pooled-variation.ts';
import type { Missing } from '../finding.ts';
import type { OpenGap } from '../rhythm/open-gaps.ts';

/** How many pairs have not met for long, beside how many of them chance alone would raise. */
export interface RhythmFlags {
  /** Pairs of whom start and rhythm are known, and those of whom they are not. */
  readonly pairs: number;
  readonly notKnown: number;
  /** Standard deviation of the program's own gaps ÷ their mean, inside pairs; from how many gaps. */
  readonly variation: number;
  readonly gaps: number;
  readonly limits: readonly RhythmLimit[];
}

/** One limit of days without a meeting. */
export interface RhythmLimit {
  /** In rhythms. */
  readonly times: number;
  /** Pairs beyond it. */
  readonly flagged: number;
  /** The chance that a pair which keeps its rhythm is beyond it at any one moment. */
  readonly chance: number;
  /** How many pairs that makes. */
  readonly expected: number;
}

/** The limits of the health page (screens, N7 and P09). */
const LIMITS = [2, 3] as const;
const LEAST_PAIRS = 5;
/** As many gaps as the regularity of gaps asks for (measure M15). */
const LEAST_GAPS = 20;

/** The flags at the cut-off, or why chance cannot be told from neglect. */
export function rhythmFlags(open: readonly OpenGap[] | undefined): RhythmFlags | Missing {
  if (!open) return { reason: 'not-recorded', values: { file: 'meetings.csv' } };
  const known = open.filter(({ rhythms }) => !Number.isNaN(rhythms));
  if (known.length < LEAST_PAIRS)
    return { reason: 'too-few-pairs', values: { have: known.length, need: LEAST_PAIRS } };
  const gaps = known.flatMap(({ pair, gaps: { closed }, rhythmDays }) =>
    // The time to the first meeting is no gap between meetings.
    closed.slice(1).map((days) => ({ pair, rhythms: days / rhythmDays })),
  );
  const pooled = pooledVariation({
    values: gaps.map(({ rhythms }) => rhythms),
    groups: gaps.map(({ pair }) => pair),
  });
  if (pooled.kind === 'missing' || pooled.values < LEAST_GAPS) {
    const have = pooled.kind === 'missing' ? 0 : pooled.values;
    return { reason: 'too-few-gaps', values: { have, need: LEAST_GAPS } };
  }
  const { variation } = pooled;
  return {
    pairs: known.length,
    notKnown: open.length - known.length,
    variation,
    gaps: pooled.values,
    limits: LIMITS.map((times) => {
      const chance = openGapChance({ times, variation });
      return {
        times,
        flagged: known.filter(({ rhythms }) => rhythms > times).length,
        chance,
        expected: known.length * chance,
      };
    }),
  };
}
