import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workedMeetings, workedPairs } from '../measures/worked-tables.ts';
import { MENTOR } from '../study/program-rows.ts';
import { daysOnRhythm, type Gaps, gapsOf, regularGaps, regularityBounds } from './gaps.ts';
import { activeDays, type OwedTime, owedTimes } from './owed-time.ts';
import { pairMeetings } from './pair-meetings.ts';

/** One pair made on day 0 with meetings on given days; a day in `half` was reported by the mentor alone. */
function gaps(days: readonly number[], owed: Partial<OwedTime>, half: readonly number[] = []): Gaps {
  const rows = [
    ...days.map((day) => ({ pair: 'p0', day })),
    ...half.map((day) => ({ pair: 'p0', day, reportedBy: MENTOR })),
  ];
  const met = pairMeetings(workedPairs([{ made: 0 }]), workedMeetings(rows), 10_000);
  return gapsOf({ from: 0, to: 60, paused: [], rhythmDays: 14, ...owed }, met, 0, 'confirmed');
}

test('gaps run from the start to the first meeting, between meetings, and on to the end', () => {
  expect(gaps([50, 10, 24], {})).toEqual({ closed: [10, 14, 26], open: 10 });
});

test('a pair that never met has one open gap', () => {
  expect(gaps([], {})).toEqual({ closed: [], open: 60 });
});

test('two meetings on one day are one, and a meeting outside the owed time closes nothing', () => {
  expect(gaps([-3, 20, 20, 61], {})).toEqual({ closed: [20], open: 40 });
});

test('a meeting that one side reported closes no confirmed gap; a second row by both confirms the day', () => {
  expect(gaps([40], {}, [20, 40])).toEqual({ closed: [40], open: 20 });
});

test('agreed pauses are taken out, first and last day included', () => {
  expect(gaps([10, 40], { paused: [[11, 30]] })).toEqual({ closed: [10, 10], open: 20 });
  expect(
    activeDays(0, 30, [
      [0, 5],
      [29, 35],
    ]),
  ).toBe(23);
});

describe('days on rhythm', () => {
  test('are the days within rhythm and grace, found by looking at each day', () => {
    const aDay = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(
        fc.array(aDay, { maxLength: 12 }),
        fc.constantFrom(7, 14, 28, 30, 5),
        fc.option(fc.tuple(aDay, fc.nat(40))),
        (days, rhythmDays, pause) => {
          const paused = pause ? [[pause[0], pause[0] + pause[1]] as const] : [];
          const found = daysOnRhythm(gaps(days, { to: 120, paused, rhythmDays }), rhythmDays);
          let [since, within] = [0, 0];
          const reach = rhythmDays + Math.max(3, Math.ceil(rhythmDays / 4));
          for (let day = 1; day <= 120; day++) {
            if (!paused.some(([from, to]) => day >= from && day <= to)) {
              since++;
              if (since <= reach) within++;
            }
            if (days.includes(day)) since = 0;
          }
          expect(found).toBe(within);
        },
      ),
      { seed: 20_261_125 },
    );
  });

  test('never grow when a meeting is forgotten', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }), (days) => {
        const all = daysOnRhythm(gaps(days, {}), 14);
        expect(daysOnRhythm(gaps(days.slice(1), {}), 14)).toBeLessThanOrEqual(all);
      }),
      { seed: 20_261_125 },
    );
  });
});

describe('regular gaps', () => {
  test('are those from half to one and a half of the rhythm, both ends included', () => {
    expect(regularGaps({ closed: [14, 7, 21, 6, 22], open: 0 }, 14)).toEqual({ regular: 3, all: 5 });
  });

  test('count the open present once it is longer than one and a half rhythms', () => {
    expect(regularGaps({ closed: [14], open: 21 }, 14)).toEqual({ regular: 1, all: 1 });
    expect(regularGaps({ closed: [14], open: 22 }, 14)).toEqual({ regular: 1, all: 2 });
  });

  test('leave out a first meeting sooner than half the rhythm, but not one that was late', () => {
    expect(regularGaps({ closed: [2, 14], open: 0 }, 14)).toEqual({ regular: 1, all: 1 });
    expect(regularGaps({ closed: [40, 14], open: 0 }, 14)).toEqual({ regular: 1, all: 2 });
  });

  test('lie within their bounds, whichever of the doubtful meetings took place', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 8 });
    fc.assert(
      fc.property(days, days, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (sure, half, took) => {
        const doubtful = half.filter((day) => !sure.includes(day));
        const found = regularGaps(gaps(sure, {}), 14);
        const bounds = regularityBounds(found, doubtful.length);
        const truth = regularGaps(gaps([...sure, ...doubtful.filter((_, i) => took[i])], {}), 14);
        fc.pre(truth.all > 0 && bounds.all > 0);
        expect(truth.regular / truth.all).toBeGreaterThanOrEqual(bounds.worst / bounds.all - 1e-12);
        expect(truth.regular / truth.all).toBeLessThanOrEqual(bounds.best / bounds.all + 1e-12);
      }),
      { seed: 20_261_125, numRuns: 500 },
    );
  });
});

describe('the owed time', () => {
  const times = (pair: object, cutoff: number) =>
    owedTimes(workedPairs([{ made: 0, rhythmDays: 14 }, pair]), cutoff)![1];

  test('runs to the planned end or the cut-off, whatever the day on which the pair ended', () => {
    expect(times({ made: 5, plannedEnd: 90, ended: 20, rhythmDays: 7 }, 60)).toMatchObject({
      from: 5,
      to: 60,
    });
    expect(times({ made: 5, plannedEnd: 40, ended: 20, rhythmDays: 7 }, 60)).toMatchObject({
      from: 5,
      to: 40,
    });
  });

  test('of a pair whose start is not known begins with the program, and its rhythm is not known', () => {
    expect(times({ rhythmDays: 7 }, 60)).toMatchObject({ from: 0, to: 60, rhythmDays: 0 });
  });

  test('is not known when no pair has a start', () => {
    expect(owedTimes(workedPairs([{ rhythmDays: 7 }]), 60)).toBeUndefined();
  });
});
