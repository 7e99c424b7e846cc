import { type Day, MISSING_DAY } from '../study/day.ts';
import type { MeetingRows, PairRows } from '../study/program-rows.ts';
import { gapsOf } from './gaps.ts';
import { owedTimes } from './owed-time.ts';
import { pairMeetings } from './pair-meetings.ts';

/** How far the running pairs are from their rhythm, and who of the roster is not among them. */
export interface RhythmDistances {
  /** Per pair of the roster: days since the last confirmed meeting ÷ agreed days, pauses taken out; NaN where there is none. */
  readonly distance: Float64Array;
  /** Pairs whose time is over: ended, or past the planned end. */
  readonly over: number;
  /** Running pairs without a known rhythm. */
  readonly withoutRhythm: number;
}

/** The distance of each running pair from its rhythm (picture P09): for the program team only, never in a report; there `rhythmBins`. */
export function rhythmDistances(pairs: PairRows, meetings: MeetingRows, cutoff: Day): RhythmDistances {
  const distance = new Float64Array(pairs.count).fill(Number.NaN);
  const owed = owedTimes(pairs, cutoff);
  const met = pairMeetings(pairs, meetings, cutoff);
  let over = 0;
  let withoutRhythm = 0;
  for (let i = 0; i < pairs.count; i++) {
    const ends = [pairs.ended[i]!, pairs.plannedEnd[i]!];
    if (ends.some((day) => day !== MISSING_DAY && day <= cutoff)) over++;
    else if (!owed || owed[i]!.rhythmDays === 0) withoutRhythm++;
    else distance[i] = gapsOf(owed[i]!, met, i, 'confirmed').open / owed[i]!.rhythmDays;
  }
  return { distance, over, withoutRhythm };
}

/** Pairs whose distance from their rhythm is at least `from` and below `to`. */
export interface RhythmBin {
  readonly from: number;
  /** `null`: and more. */
  readonly to: number | null;
  readonly pairs: number;
}

/** 0, 1 … 5 and more rhythms since the last meeting; drifting from 2, a conversation from 3. */
const EDGES = [0, 1, 2, 3, 4, 5] as const;

/**
 * Counts of pairs by their distance, for reports: every bin holds at least `least` pairs. A smaller one is joined with the next, the last
 * with the one below.
 *
 * Shape: in order, without holes; empty when there are too few pairs.
 *
 * @example
 * rhythmBins(Float64Array.of(0.5, 0.7, 1.2, 2.5, 6), 2)
 * // => [{ from: 0, to: 1, pairs: 2 }, { from: 1, to: null, pairs: 3 }]
 */
export function rhythmBins(distance: Float64Array, least: number): RhythmBin[] {
  const bins: RhythmBin[] = [];
  let [from, pairs] = [0, 0];
  for (const [k, edge] of EDGES.entries()) {
    const to = EDGES[k + 1] ?? null;
    pairs += distance.reduce((n, one) => n + (one >= edge && (to === null || one < to) ? 1 : 0), 0);
    if (pairs < least && to !== null) continue;
    const below = pairs < least ? bins.pop() : undefined;
    bins.push({ from: below?.from ?? from, to, pairs: pairs + (below?.pairs ?? 0) });
    [from, pairs] = [to ?? from, 0];
  }
  return bins.every((bin) => bin.pairs >= least) ? bins : [];
}
