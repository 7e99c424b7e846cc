import { describe, expect, test } from 'vitest';
import { workedMeetings, workedPairs } from '../measures/worked-tables.ts';
import { confirmedMeetings, meetingsAgainstChange } from './meetings-against-change.ts';

describe('meetings against change', () => {
  const rows = (meetings: readonly number[], change: (meetings: number, i: number) => number) => ({
    meetings: Int32Array.from(meetings),
    change: Float64Array.from(meetings, change),
    clusters: Int32Array.from(meetings, (_, i) => i),
  });

  test('has four bins of twenty from 80 people, three from 60, none from 59', () => {
    const bins = (n: number) =>
      meetingsAgainstChange(
        rows(
          Array.from({ length: n }, (_, i) => i % n),
          (m) => m,
        ),
      );
    expect(bins(80)).toMatchObject([
      { from: 0, to: 19, n: 20, mean: 9.5 },
      { from: 20, to: 39, n: 20, mean: 29.5 },
      { from: 40, to: 59, n: 20, mean: 49.5 },
      { from: 60, to: null, n: 20, mean: 69.5 },
    ]);
    expect(bins(60)).toHaveLength(3);
    expect(bins(59)).toEqual({ reason: 'too-few-people', values: { have: 59, need: 60 } });
  });

  test('keeps people with equally many meetings together', () => {
    const meetings = [
      ...new Array<number>(45).fill(2),
      ...new Array<number>(25).fill(4),
      ...new Array<number>(30).fill(7),
    ];
    expect(meetingsAgainstChange(rows(meetings, (m, i) => m + (i % 2)))).toMatchObject([
      { from: 0, to: 3, n: 45 },
      { from: 4, to: 6, n: 25 },
      { from: 7, to: null, n: 30 },
    ]);
  });

  test('leaves out people whose change is not known', () => {
    const found = meetingsAgainstChange(
      rows(
        Array.from({ length: 100 }, (_, i) => i),
        (m) => (m % 5 === 0 ? Number.NaN : 1),
      ),
    );
    expect((found as { n: number }[]).reduce((sum, { n }) => sum + n, 0)).toBe(80);
  });

  test('counts the confirmed meetings of all pairs of a person, up to a day of their own; somebody without a pair has none to count', () => {
    const pairs = workedPairs([{ mentor: 'ann' }, { mentor: 'ann' }]);
    const meetings = workedMeetings([
      { pair: 'p0', day: 1 },
      { pair: 'p0', day: 2, reportedBy: 1 },
      { pair: 'p1', day: 3 },
      { pair: 'p1', day: 99 },
    ]);
    const people = ['ann', 'e0', 'e1', 'nobody'];
    const counted = (until: readonly number[]) => [
      ...confirmedMeetings(people, Int32Array.from(until), pairs, meetings),
    ];
    expect(counted([50, 50, 50, 50])).toEqual([2, 1, 1, -1]);
    expect(counted([2, 50, 99, 50])).toEqual([1, 1, 2, -1]);
  });
});
