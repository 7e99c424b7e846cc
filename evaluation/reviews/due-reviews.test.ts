import { describe, expect, test } from 'vitest';
import { workedMeetings, workedPairs, workedReviews } from '../measures/worked-tables.ts';
import { MISSING_DAY } from '../study/day.ts';
import { MENTEE } from '../study/program-rows.ts';
import { dueReviews, heldInTime } from './due-reviews.ts';

type Reviews = Parameters<typeof workedReviews>[0];

/** The due reviews of one pair that met on given days, every sixth meeting asking for one. */
function due(days: readonly number[], reviews: Reviews, cutoff = 1000) {
  const tables = {
    pairs: workedPairs([{}]),
    meetings: workedMeetings(days.map((day) => ({ pair: 'p0', day }))),
    reviews: workedReviews(reviews),
  };
  return dueReviews(tables, { cutoff, reviewEvery: 6 });
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => 10 * (i + 1));

describe('C35: a review', () => {
  test('is due once at the sixth confirmed meeting, though the fourth was noted last, and once more at the twelfth', () => {
    expect(due([10, 20, 30, 50, 60, 40], [])).toEqual([{ pair: 0, review: -1, due: 60 }]);
    expect(due(upTo(12), []).map((review) => review.due)).toEqual([60, 120]);
  });

  test('is not due again when a confirmation is taken back, and stays due when it is on file', () => {
    expect(due(upTo(5), [])).toEqual([]);
    expect(due(upTo(5), [{ pair: 'p0', number: 1, due: 60 }])).toEqual([{ pair: 0, review: 0, due: 60 }]);
  });

  test('is not due after meetings that one side reported', () => {
    const meetings = workedMeetings(upTo(6).map((day) => ({ pair: 'p0', day, reportedBy: MENTEE })));
    const tables = { pairs: workedPairs([{}]), meetings, reviews: workedReviews([]) };
    expect(dueReviews(tables, { cutoff: 1000, reviewEvery: 6 })).toEqual([]);
  });
});

test('the day on file, when the sixth was confirmed, goes before the day of the meeting', () => {
  expect(due(upTo(6), [{ pair: 'p0', number: 1, due: 75 }])[0]).toMatchObject({ due: 75 });
});

test('a review counts once its 21 days are over', () => {
  expect(due(upTo(6), [], 80)).toEqual([]);
  expect(due(upTo(6), [], 81)).toHaveLength(1);
});

test('held on the 21st day is in time, a day later is late, not held is not in time', () => {
  const held = (done: number | undefined) => {
    const rows = [{ pair: 'p0', number: 1, ...(done !== undefined && { done }) }];
    return heldInTime(due(upTo(6), rows)[0]!, workedReviews(rows));
  };
  expect([81, 82, undefined].map(held)).toEqual([true, false, false]);
});

test('a review on file of which no day is known is due, and not known to be in time', () => {
  const rows = [{ pair: 'p0', number: 1, done: 50 }];
  expect(due([], rows)).toEqual([{ pair: 0, review: 0, due: MISSING_DAY }]);
  expect(heldInTime(due([], rows)[0]!, workedReviews(rows))).toBe(false);
});
