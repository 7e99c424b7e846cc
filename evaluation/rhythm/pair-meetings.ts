import { type Day, MISSING_DAY } from '../study/day.ts';
import { BOTH, MEETING_STATES, type MeetingRows, type PairRows } from '../study/program-rows.ts';
import { rowOfKey } from '../study/row-of-key.ts';

const HELD = MEETING_STATES.indexOf('held');

/** The days on which pairs met up to the cut-off: pair i has entries `offsets[i]` … `offsets[i + 1]` − 1, in order, each day once. */
export interface PairMeetings {
  readonly offsets: Int32Array;
  readonly days: Int32Array;
  /** 1 when both reported the meeting; 0 when one did, or somebody since erased. */
  readonly confirmed: Uint8Array;
}

/**
 * The held meetings of each pair on the roster.
 *
 * Missing: a meeting without a day, or of an unknown pair, is left out; two reports of one day are one meeting, confirmed when
 * either row is.
 */
export function pairMeetings(pairs: PairRows, meetings: MeetingRows, cutoff: Day): PairMeetings {
  const rowOf = rowOfKey(pairs.pair);
  const pairOf = new Int32Array(meetings.count).fill(-1);
  const counts = new Int32Array(pairs.count + 1);
  for (let m = 0; m < meetings.count; m++) {
    const day = meetings.day[m]!;
    const pair = rowOf.get(meetings.pair[m]!);
    if (pair === undefined || meetings.state[m] !== HELD || day === MISSING_DAY || day > cutoff) continue;
    pairOf[m] = pair;
    counts[pair + 1]!++;
  }
  for (let i = 0; i < pairs.count; i++) counts[i + 1]! += counts[i]!;
  const starts = counts.slice();
  // Twice the day, plus one when confirmed: sorting puts the days in order.
  const coded = new Float64Array(counts[pairs.count]!);
  for (let m = 0; m < meetings.count; m++) {
    if (pairOf[m] === -1) continue;
    coded[starts[pairOf[m]!]!++] = 2 * meetings.day[m]! + (meetings.reportedBy[m] === BOTH ? 1 : 0);
  }
  return onceADay(counts, coded);
}

function onceADay(bounds: Int32Array, coded: Float64Array): PairMeetings {
  const offsets = new Int32Array(bounds.length);
  const days = new Int32Array(coded.length);
  const confirmed = new Uint8Array(coded.length);
  let next = 0;
  for (let i = 0; i + 1 < bounds.length; i++) {
    offsets[i] = next;
    for (const code of coded.subarray(bounds[i], bounds[i + 1]).sort()) {
      const day = Math.floor(code / 2);
      if (next > offsets[i]! && days[next - 1] === day) next--;
      days[next] = day;
      // Of one day the confirmed report sorts last.
      confirmed[next++] = code - 2 * day;
    }
  }
  offsets[bounds.length - 1] = next;
  return { offsets, days: days.subarray(0, next), confirmed: confirmed.subarray(0, next) };
}
