import { expect, test } from 'vitest';
import type { Instrument } from '#evaluation/instruments/instrument.ts';
import { dayFromIso } from '#evaluation/study/day.ts';
import { nothingTold } from '../problem.ts';
import { tellUseOfInstruments } from './use-of-instruments.ts';

const THEIRS: Instrument = {
  id: 'theirs',
  version: '1',
  per: 'wave',
  forms: [],
  items: [],
  scales: [],
  rights: {
    holder: 'Its publisher',
    terms: 'No. 1',
    uses: ['show', 'score'],
    from: '2026-01-01',
    until: '2026-12-31',
    unaltered: true,
  },
  source: 'made for this test',
  languages: ['en'],
  worked: [],
};

function problems(rows: readonly (readonly [instrument: string, version: string, date: string])[]) {
  const told = nothingTold();
  tellUseOfInstruments(
    'scores.csv',
    {
      count: rows.length,
      instrument: rows.map(([instrument]) => instrument),
      version: rows.map(([, version]) => version),
      day: Int32Array.from(rows, ([, , date]) => dayFromIso(date)!),
    },
    [THEIRS],
    told,
  );
  return told.problems.map(({ code, problem }) => `${code}: ${problem}`);
}

test('days inside the right, and instruments that nobody describes, are nothing to tell', () => {
  expect(
    problems([
      ['theirs', '1', '2026-01-01'],
      ['theirs', '', '2026-12-31'],
      ['ours', '9', '2020-01-01'],
      ['', '', '2020-01-01'],
    ]),
  ).toEqual([]);
});

test('answers outside the dates of the right are told with both ranges', () => {
  expect(
    problems([
      ['theirs', '1', '2026-06-01'],
      ['theirs', '1', '2027-01-15'],
    ]),
  ).toEqual([
    'instrument-dates: `theirs` was answered from 2026-06-01 to 2027-01-15; the right of Its publisher goes from 2026-01-01 to 2026-12-31.',
  ]);
});

test('a version without rights is told once with its number of rows', () => {
  expect(
    problems([
      ['theirs', '2', '2026-06-01'],
      ['theirs', '2', '2026-07-01'],
    ]),
  ).toEqual(['instrument-version: 2 rows use `theirs` version 2, and no file says by what right; known: 1.']);
});
