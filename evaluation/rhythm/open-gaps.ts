import type { Day } from '../study/day.ts';
import type { MeetingRows, PairRows } from '../study/program-rows.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import { owedTimes } from './owed-time.ts';
import { pairMeetings } from './pair-meetings.ts';

/** How long ago a pair last met, counted in its own rhythm, and the gaps before. */
export interface OpenGap {
  /** Position of the pair. */
  readonly pair: number;
  /** Days since the last meeting ÷ agreed days, agreed pauses taken out; NaN when start or rhythm is not known. */
  readonly rhythms: number;
  readonly gaps: Gaps;
  readonly rhythmDays: number;
}

/**
 * The open gap of every pair on the roster, at the cut-off or at its planned end where that came before. Meetings that either of the two
 * noted close a gap. A pair that ended early owes to its planned end, so that closing it takes no gap away.
 *
 * @returns undefined when no pair has a day on which it was made
 */
export function openGaps(pairs: PairRows, meetings: MeetingRows, cutoff: Day): OpenGap[] | undefined {
  const owed = owedTimes(pairs, cutoff);
  if (!owed) return undefined;
  const met = pairMeetings(pairs, meetings, cutoff);
  return owed.map((time, pair) => {
    const gaps = gapsOf(time, met, pair, 'held');
    const { rhythmDays } = time;
    return { pair, rhythms: rhythmDays > 0 ? gaps.open / rhythmDays : Number.NaN, gaps, rhythmDays };
  });
}
