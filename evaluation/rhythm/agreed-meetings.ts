import { activeDays, type OwedTime } from './owed-time.ts';
import type { PairMeetings } from './pair-meetings.ts';

/** Meetings of one pair in a time, against those it had agreed. */
export interface AgreedMeetings {
  /** Whole meetings that its rhythm asks for in the days without a pause. */
  readonly agreed: number;
  /** Confirmed by both, at most as many as agreed: one keen pair can't hide a silent one. */
  readonly confirmed: number;
  /** On file as held, whoever reported it, at most as many as agreed. */
  readonly reported: number;
}

/**
 * What a pair agreed and held in the days after `after`, up to and with `until` (M14).
 *
 * @param rhythmDays agreed days between meetings, above 0
 */
export function agreedMeetings(
  owed: OwedTime,
  meetings: PairMeetings,
  pair: number,
  time: { readonly after: number; readonly until: number; readonly rhythmDays: number },
): AgreedMeetings {
  const from = Math.max(owed.from, time.after);
  const to = Math.min(owed.to, time.until);
  const agreed = to <= from ? 0 : Math.round(activeDays(from, to, owed.paused) / time.rhythmDays);
  let confirmed = 0;
  let reported = 0;
  for (let m = meetings.offsets[pair]!; m < meetings.offsets[pair + 1]!; m++) {
    const day = meetings.days[m]!;
    if (day < owed.from || day <= time.after || day > to) continue;
    reported++;
    confirmed += meetings.confirmed[m]!;
  }
  return { agreed, confirmed: Math.min(confirmed, agreed), reported: Math.min(reported, agreed) };
}
