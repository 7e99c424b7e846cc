import { activeDays, type OwedTime } from './owed-time.ts';
import type { PairMeetings } from './pair-meetings.ts';

/** Days without a meeting, agreed pauses taken out. */
export interface Gaps {
  /** From the start to the first meeting and from meeting to meeting, in order; the first may be 0 days long. */
  readonly closed: readonly number[];
  /** From the last meeting, or the start, to the end of the owed time. */
  readonly open: number;
}

/** Which meetings close a gap: those that both confirmed, or every one that is on file as held. */
export type Counting = 'confirmed' | 'held';

/** The gaps of one pair in its owed time; meetings outside it close nothing. */
export function gapsOf(owed: OwedTime, meetings: PairMeetings, pair: number, counting: Counting): Gaps {
  const closed: number[] = [];
  let last = owed.from;
  for (let m = meetings.offsets[pair]!; m < meetings.offsets[pair + 1]!; m++) {
    const day = meetings.days[m]!;
    if (day < owed.from || day > owed.to) continue;
    if (counting === 'confirmed' && meetings.confirmed[m] === 0) continue;
    closed.push(activeDays(last, day, owed.paused));
    last = day;
  }
  return { closed, open: activeDays(last, owed.to, owed.paused) };
}

/** Days of grace beyond the rhythm: a quarter of it, at least 3 (M13). */
function graceDays(rhythmDays: number): number {
  return Math.max(3, Math.ceil(rhythmDays / 4));
}

/**
 * The days that lie within the rhythm and its grace after a meeting or the start (M13).
 *
 * Many meetings at once don't help: each day counts once.
 *
 * @example
 * daysOnRhythm({ closed: [10, 14, 26], open: 10 }, 14)
 * // => 52
 */
export function daysOnRhythm({ closed, open }: Gaps, rhythmDays: number): number {
  const reach = rhythmDays + graceDays(rhythmDays);
  return closed.reduce((sum, gap) => sum + Math.min(gap, reach), Math.min(open, reach));
}

/** Regular gaps of all gaps. */
export interface Regularity {
  readonly regular: number;
  readonly all: number;
}

/**
 * The gaps between half and one and a half of the rhythm, of all gaps (M15). The open present counts once it is longer than that. A first
 * meeting sooner than half the rhythm only starts the clock.
 *
 * @example
 * regularGaps({ closed: [14, 12, 30, 15, 7], open: 5 }, 14)
 * // => { regular: 4, all: 5 }
 */
export function regularGaps({ closed, open }: Gaps, rhythmDays: number): Regularity {
  const [least, most] = [rhythmDays / 2, rhythmDays * 1.5];
  let regular = 0;
  let all = open > most ? 1 : 0;
  for (const [i, gap] of closed.entries()) {
    if (i === 0 && gap < least) continue;
    all++;
    if (gap >= least && gap <= most) regular++;
  }
  return { regular, all };
}

/**
 * How far regularity could be off when some meetings that only one side reported took place after all: each cuts a gap in two, so
 * there is one gap more, and at worst one regular gap less, at best two more.
 *
 * @example
 * regularityBounds({ regular: 4, all: 5 }, 1)
 * // => { worst: 3, best: 6, all: 6 }
 */
export function regularityBounds(
  { regular, all }: Regularity,
  doubtfulMeetings: number,
): { readonly worst: number; readonly best: number; readonly all: number } {
  const most = all + doubtfulMeetings;
  return {
    worst: Math.max(0, regular - doubtfulMeetings),
    best: Math.min(most, regular + 2 * doubtfulMeetings),
    all: most,
  };
}
