import { expect, test } from 'vitest';
import { MENTEE, MENTOR } from '../study/program-rows.ts';
import { noColumns } from '../study/no-columns.ts';
import type { MeasureContext } from './measure.ts';
import { PROGRAM_MEASURES } from './registry.ts';
import { workedGoals, workedMeetings, workedPairs, workedReviews } from './worked-tables.ts';

// Floors count people who answered (trust.md 3.3, D3): silence, and the other side of a pair, are not behind a figure.

const TWELVE = workedPairs(Array.from({ length: 12 }, () => ({ made: 0 })));
const CONTEXT = { cutoff: 100, reviewEvery: 6, seed: 0 } as MeasureContext;

/** How many people are behind each figure of a measure. */
function behind(number: string, columns: object): Record<string, number> {
  const measure = PROGRAM_MEASURES.find((one) => one.number === number)!;
  const found = measure.compute({ pairs: TWELVE, ...columns } as never, CONTEXT);
  if ('reason' in found) throw new Error(found.reason);
  return Object.fromEntries(found.map(({ key, people }) => [key, people]));
}

const pair = TWELVE.pair;
const each = <T>(value: (i: number) => T): T[] => pair.map((_, i) => value(i));

test('of twelve pairs of which two mentors and one mentee speak of their promises, three people are behind the rate', () => {
  const promises = {
    ...noColumns.promises(12),
    pair,
    viewMentor: Uint8Array.from(each((i) => (i < 2 ? 1 : 0))),
    viewMentee: Uint8Array.from(each((i) => (i === 0 ? 1 : 0))),
  };
  expect(behind('M10', { promises })).toMatchObject({ kept: 3, missed: 3, 'ledger-short': 24 });
  expect(behind('M17', { promises })).toMatchObject({ exact: 2, kappa: 2 });
});

test('the answers of mentors in reviews are those of mentors alone, and a mentor of two pairs is one', () => {
  const pairs = { ...TWELVE, mentor: each((i) => `m${Math.floor(i / 2)}`) };
  const reviews = workedReviews(
    each((i) => ({ pair: `p${i}`, number: 1, due: 10, channel: [i < 8 ? 1 : 2, i < 3 ? 0 : 2] as const })),
  );
  expect(behind('M11', { pairs, meetings: workedMeetings([]), reviews })).toEqual({
    both: 4 + 3,
    mentors: 4,
    mentees: 3,
  });
});

test('pairs that have not answered how they understand their agreement, or gave no feedback on file, are not behind it', () => {
  const understanding = {
    count: 12,
    pair,
    items: new Int32Array(12).fill(8),
    same: Int32Array.from(each((i) => (i < 3 ? 6 : -1))),
  };
  expect(behind('M12', { understanding })).toEqual({ items: 6 });
  const feedback = { count: 1, pair: ['p0'], fromMentor: Int32Array.of(2), fromMentee: Int32Array.of(1) };
  expect(behind('M18', { feedback })).toMatchObject({ 'both-ways': 2, 'from-mentors': 2 });
});

test('who named a growth area is behind its figure, and only pairs with goals are behind the parts of goals', () => {
  const areas = {
    count: 4,
    pair: ['p0', 'p1', 'p2', 'p0'],
    side: Uint8Array.of(MENTEE, MENTEE, MENTOR, MENTEE),
    area: ['talks', 'talks', 'leading', 'writing'],
  };
  const goals = workedGoals([{ pair: 'p0' }, { pair: 'p1' }]);
  expect(behind('M23', { areas, goals })).toMatchObject({ areas: 3, mentees: 2, mentors: 1 });
  expect(behind('M21', { goals })).toMatchObject({ parts: 4, specific: 4 });
});
