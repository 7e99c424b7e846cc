import { describe, expect, test } from 'vitest';
import { workedMeetings, workedPairs } from '../measures/worked-tables.ts';
import { agreedMeetings } from './agreed-meetings.ts';
import { type OwedTime } from './owed-time.ts';
import { pairMeetings } from './pair-meetings.ts';

/** Meetings of one pair in the 30 days up to day 100, at a rhythm of 14 days. */
function month(days: readonly number[], owed: Partial<OwedTime> = {}, reportedBy = 3) {
  const rows = days.map((day) => ({ pair: 'p0', day, reportedBy }));
  const met = pairMeetings(workedPairs([{}]), workedMeetings(rows), 100);
  const time = { from: 0, to: 100, paused: [], rhythmDays: 14, ...owed };
  return agreedMeetings(time, met, 0, { after: 70, until: 100, rhythmDays: 14 });
}

describe('the agreed meetings of a month', () => {
  test('are the days by the rhythm, rounded; who meets more often counts no more', () => {
    expect(month([71, 75, 80, 90, 100])).toEqual({ agreed: 2, confirmed: 2, reported: 2 });
  });

  test('begin after the 30th day back and end on the day itself', () => {
    expect(month([70])).toMatchObject({ confirmed: 0 });
    expect(month([71])).toMatchObject({ confirmed: 1 });
    expect(month([100])).toMatchObject({ confirmed: 1 });
  });

  test('of a pair made or planned to end within the month are those of its own days', () => {
    expect(month([], { from: 90 })).toMatchObject({ agreed: 1 });
    expect(month([], { from: 95 })).toMatchObject({ agreed: 0 });
    expect(month([90], { to: 85 })).toEqual({ agreed: 1, confirmed: 0, reported: 0 });
    expect(month([], { to: 60 })).toMatchObject({ agreed: 0 });
  });

  test('are fewer by an agreed pause', () => {
    expect(month([], { paused: [[71, 85]] })).toMatchObject({ agreed: 1 });
  });

  test('tell what one side reported apart', () => {
    expect(month([75, 90], {}, 1)).toEqual({ agreed: 2, confirmed: 0, reported: 2 });
  });
});
