import { expect, test } from 'vitest';
import { PROGRAM_MEASURES } from '#evaluation/measures/registry.ts';
import { workedMeetings, workedPairs } from '#evaluation/measures/worked-tables.ts';
import { dayFromIso } from '#evaluation/study/day.ts';

const on = (iso: string): number => dayFromIso(iso)!;

/** What a measure gives for tables of a program, by its number. */
function figures(number: string, columns: object, cutoff: string) {
  const measure = PROGRAM_MEASURES.find((one) => one.number === number)!;
  const found = measure.compute(columns as never, {
    cutoff: on(cutoff),
    reviewEvery: 6,
    seed: 0,
    matters: () => undefined,
    better: () => 'higher',
    reliability: () => undefined,
  });
  if ('reason' in found) throw new Error(found.reason);
  return Object.fromEntries(found.map((figure) => [figure.key, figure]));
}

test('C32: weekly meetings over the turn of the year, through week 53, are three gaps of 7 days, 3 of 3 on rhythm', () => {
  const days = ['2026-12-14', '2026-12-21', '2026-12-28', '2027-01-04'];
  const columns = {
    pairs: workedPairs([{ made: on('2026-12-14'), rhythmDays: 7 }]),
    meetings: workedMeetings(days.map((day) => ({ pair: 'p0', day: on(day) }))),
  };
  expect(figures('M15', columns, '2027-01-04').gaps).toMatchObject({ count: 3, outOf: 3, value: 1 });
  expect(figures('M13', columns, '2027-01-04').days).toMatchObject({ value: 1, asked: 21 });
});
