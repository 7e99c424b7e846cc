import { expect, test } from 'vitest';
import { PROGRAM_MEASURES } from '#evaluation/measures/registry.ts';
import { workedMeetings, workedPairs } from '#evaluation/measures/worked-tables.ts';
import { dayFromIso } from '#evaluation/study/day.ts';
import { noColumns } from '#evaluation/study/no-columns.ts';
import { fieldFile } from './field-file.ts';

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
    who: () => 'mentees',
    subject: () => undefined,
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

/** A pair for each couple of answers to one question: 1 yes (kept), 3 no (missed). */
function answered(views: readonly (readonly [mentor: number, mentee: number])[]) {
  return {
    pairs: workedPairs(views.map(() => ({}))),
    promises: {
      ...noColumns.promises(views.length),
      pair: views.map((_, i) => `p${i}`),
      viewMentor: Uint8Array.from(views, ([mentor]) => mentor),
      viewMentee: Uint8Array.from(views, ([, mentee]) => mentee),
    },
  };
}

test('C40: where all 8 pairs say "kept", 8 of 8 agree and kappa says why there is none', () => {
  const found = figures('M17', answered(Array.from({ length: 8 }, () => [1, 1] as const)), '2027-01-01');
  expect(found.exact).toMatchObject({ value: 1, count: 8, outOf: 8, range95: null, noRange: 'all-alike' });
  expect(found.kappa).toMatchObject({ value: { reason: 'answered-alike' }, range95: null });
});

test('C41: of 50 pairs 45 agree, kappa is −0.05 and AC1 0.89', () => {
  const [, ...rows] = new TextDecoder().decode(fieldFile('C41-agreement.csv').bytes).trim().split('\n');
  const views = rows.flatMap((row) => {
    const [mentor, mentee, pairs] = row.trim().split(',');
    const code = (word: string | undefined): number => (word === 'yes' ? 1 : 3);
    return Array.from({ length: Number(pairs) }, () => [code(mentor), code(mentee)] as const);
  });
  const found = figures('M17', answered(views), '2027-01-01');
  expect(found.exact).toMatchObject({ value: 0.9, count: 45, outOf: 50 });
  expect((found.kappa!.value as number).toFixed(2)).toBe('-0.05');
  expect((found.ac1!.value as number).toFixed(2)).toBe('0.89');
});

test('C08: of 20 pairs 3 closed early, 1 was removed and 1 lost a person who was erased; every rate keeps all 20', () => {
  const made = on('2026-01-12');
  const plannedEnd = on('2026-12-18');
  const all = Array.from({ length: 20 }, (_, i) => ({
    made,
    plannedEnd,
    rhythmDays: 14,
    // Three closed early, and one that an administrator removed: nobody said how it ended.
    ...(i < 3 && { ended: on('2026-03-02'), endKind: 2 }),
    ...(i === 3 && { ended: on('2026-03-02') }),
  }));
  const everyTwoWeeks = (pair: string, until: string) =>
    Array.from({ length: 20 }, (_, k) => ({ pair, day: made + 14 * (k + 1) })).filter(
      ({ day }) => day <= on(until),
    );
  const known = workedPairs(all);
  // The row of the erased person stays, under a key that says nothing.
  const pairs = { ...known, mentee: known.mentee.map((person, i) => (i === 4 ? 'erased-1' : person)) };
  const meetings = workedMeetings([
    ...Array.from({ length: 15 }, (_, i) => everyTwoWeeks(`p${i + 5}`, '2026-10-01')).flat(),
    ...[0, 1, 2].flatMap((i) => everyTwoWeeks(`p${i}`, '2026-03-02')),
    // Of the erased person's meetings the mentor's reports are left.
    ...everyTwoWeeks('p4', '2026-10-01').map((meeting) => ({ ...meeting, reportedBy: 1 })),
  ]);
  const cutoff = '2026-10-01';
  const days = on(cutoff) - made;
  const early = figures('M32', { pairs }, cutoff).early!;
  expect(early).toMatchObject({ value: 4 / 20, count: 4, outOf: 20, asked: 20 });
  const rhythm = figures('M13', { pairs, meetings }, cutoff).days!;
  expect(rhythm.asked).toBe(20 * days);
  // 15 pairs on all days; three to their third meeting and 18 days more, two not beyond 18 days.
  expect(rhythm.value).toBeCloseTo((15 * days + 3 * (42 + 18) + 2 * 18) / (20 * days), 12);
  expect(rhythm.bounds![1]).toBeCloseTo((16 * days + 3 * 60 + 18) / (20 * days), 12);
  expect(figures('M14', { pairs, meetings }, cutoff).confirmed).toMatchObject({ value: 30 / 40, asked: 40 });
  expect(figures('M16', { pairs, meetings }, cutoff).pairs).toMatchObject({ value: 18 / 20, asked: 20 });
});
