import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayFromIso, isoFromDay } from '#evaluation/study/day.ts';
import { readIntervals } from './intervals.ts';
import { areOneSlipApart } from './one-slip-apart.ts';
import { readProgress } from './progress.ts';
import { wordForm } from './word-columns.ts';

const FIRST = dayFromIso('1900-01-01')!;
const LAST = dayFromIso('2200-12-31')!;
const aDay = fc.integer({ min: FIRST, max: LAST });
const inTime = { numRuns: 300, seed: 20_261_125 };

/** Times that do not overlap: an even number of different days, in order, two by two. */
const times = fc
  .uniqueArray(aDay, { minLength: 2, maxLength: 12 })
  .map((days) => days.toSorted((a, b) => a - b))
  .map((days) => days.slice(0, days.length - (days.length % 2)))
  .map((days) =>
    Array.from({ length: days.length / 2 }, (_, i): [number, number] => [days[2 * i]!, days[2 * i + 1]!]),
  );

const written = ([from, to]: readonly [number, number]): string => `${isoFromDay(from)}/${isoFromDay(to)}`;

test('times come back as they were written, in order, whatever their order and blanks', () => {
  fc.assert(
    fc.property(times, fc.constantFrom(';', '; ', ' ;'), fc.boolean(), (given, between, reversed) => {
      const cell = (reversed ? given.toReversed() : given).map(written).join(between);
      expect(readIntervals(cell)).toEqual({ intervals: given, faults: [], overlap: null });
    }),
    inTime,
  );
});

test('two times overlap exactly when a day lies in both', () => {
  const one = fc
    .tuple(aDay, fc.integer({ min: 0, max: 400 }))
    .map(([from, n]): [number, number] => [from, Math.min(from + n, LAST)]);
  const near = fc
    .tuple(one, fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 400 }))
    .map(([first, shift, n]): [[number, number], [number, number]] => {
      const from = Math.min(Math.max(first[0] + shift, FIRST), LAST);
      return [first, [from, Math.min(from + n, LAST)]];
    });
  fc.assert(
    fc.property(near, ([a, b]) => {
      const share = Math.max(a[0], b[0]) <= Math.min(a[1], b[1]);
      expect(readIntervals(`${written(a)};${written(b)}`).overlap !== null).toBe(share);
    }),
    inTime,
  );
});

test('any text at all gives times in order and faults that quote it, and never throws', () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom('2026-05-01', '/', ';', '=', '31.02.2026', '8,5', ' ', '-', '2026-13-01', '0'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (cell) => {
      const { intervals, faults } = readIntervals(cell);
      for (const [from, to] of intervals) expect(from).toBeLessThanOrEqual(to);
      for (const [i, [from]] of intervals.entries())
        if (i > 0) expect(from).toBeGreaterThanOrEqual(intervals[i - 1]![0]);
      for (const { part } of faults) expect(cell).toContain(part);
      const parts = cell.split(';').filter((part) => part.trim() !== '').length;
      expect(intervals.length + faults.length).toBe(parts);
      const read = readProgress(cell);
      for (const { value } of read.progress) expect(Math.abs(value)).not.toBe(Number.POSITIVE_INFINITY);
      expect(read.progress.length).toBeLessThanOrEqual(parts);
      expect(read.progress.length + read.faults.length).toBeGreaterThanOrEqual(parts);
    }),
    { ...inTime, numRuns: 2000 },
  );
});

test('progress comes back as it was written, in order of days, occasions on one day each for itself', () => {
  const step = fc.record({
    day: aDay,
    value: fc.option(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => Math.round(x * 100) / 100 + 0),
      { nil: Number.NaN },
    ),
  });
  const steps = fc.uniqueArray(step, { selector: ({ day }) => day, maxLength: 10 });
  fc.assert(
    fc.property(steps, (given) => {
      const cell = given
        .map(({ day, value }) => (Number.isNaN(value) ? isoFromDay(day) : `${isoFromDay(day)}=${value}`))
        .join(';');
      const expected = given.toSorted((a, b) => a.day - b.day);
      expect(readProgress(cell)).toEqual({ progress: expected, faults: [] });
      expect(readProgress(cell.replaceAll('.', ','), 'comma')).toEqual({ progress: expected, faults: [] });
    }),
    inTime,
  );
  expect(readProgress('2026-03-01;2026-03-01').progress).toHaveLength(2);
});

test.each(['1', ';', '/', '=', '2026-05-01/', '2026-05-01=8,5;', ' - _', '1,'])(
  'a cell of 100 000 characters of %s is read without a long time',
  (piece) => {
    const cell = piece.repeat(Math.ceil(100_000 / piece.length));
    const began = performance.now();
    readIntervals(cell);
    readProgress(cell);
    wordForm(cell);
    expect(performance.now() - began).toBeLessThan(2000);
  },
);

test('days with dots are day first; with strokes nobody knows', () => {
  expect(readIntervals('01.05.2026/02.05.2026').intervals).toEqual([
    [dayFromIso('2026-05-01'), dayFromIso('2026-05-02')],
  ]);
  expect(readProgress('3/5/2026').faults).toHaveLength(1);
});

test.each([
  ['meeting', 'meetings', true],
  ['meetings', 'meetings', true],
  ['meetigns', 'meetings', true],
  ['meetingz', 'meetings', true],
  ['mmeetings', 'meetings', true],
  ['pair', 'pairs', true],
  ['apirs', 'pairs', true],
  ['', 'a', true],
  ['meets', 'meetings', false],
  ['gaols', 'goals', true],
  ['laogs', 'goals', false],
  ['roster', 'reviews', false],
])('%s and %s are one slip apart: %s', (one, other, apart) => {
  expect(areOneSlipApart(one, other)).toBe(apart);
  expect(areOneSlipApart(other, one)).toBe(apart);
});
