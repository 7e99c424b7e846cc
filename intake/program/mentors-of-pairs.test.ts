import { expect, test } from 'vitest';
import { problemsOf, taken, warningsOf } from './program.fixture.ts';

const PAIRS =
  'pair,mentor,mentee,made,planned_end,ended,end_kind,rhythm_days,cohort\nq1,M2,P1,2026-01-05,,,,,A\nq2,M1,P1,2026-03-05,,,,,A\nq3,M3,P1,2025-01-05,,,,,B\nq4,M1,P2,2026-01-05,,,,,\n';
const about = (warnings: readonly string[]): string[] => warnings.filter((text) => text.includes('mentors'));

test('without a column of mentors those of the pairs of the cohort are taken, and told', async () => {
  const intake = await taken(
    { pairs: PAIRS },
    {
      people:
        'person,arm,index,cohort\nP1,participant,2026-01-05,A\nP1,participant,2025-01-05,B\nP2,participant,2026-01-05,A\nP3,participant,2026-01-05,A\nP2,comparison,,B\nM1,comparison,,A\nM2,comparison,,A\nM3,comparison,,A\n',
    },
  );
  expect(problemsOf(intake)).toEqual([]);
  expect(intake.rows.people.mentor).toEqual(['M1;M2', 'M3', 'M1', '', '', '', '', '']);
  expect(about(warningsOf(intake))).toEqual([
    'people.csv has no column `mentor`; the mentors of 3 people are taken from pairs.csv. Nothing to do; a column `mentor` in the people file would go first.',
  ]);
});

test('a column of mentors goes first; people whose mentors differ from those of their pairs are counted', async () => {
  const intake = await taken(
    { pairs: PAIRS },
    {
      people:
        'person,arm,index,mentor,cohort\nP1,participant,2026-01-05,M2; M1,A\nP2,participant,2026-01-05,M9,\nP3,participant,2026-01-05,M1,\n',
    },
  );
  expect(intake.rows.people.mentor).toEqual(['M2; M1', 'M9', 'M1']);
  expect(about(warningsOf(intake))).toEqual([
    '1 person has other mentors in people.csv than in pairs.csv; those of people.csv are used. Write the same mentors in both files, or leave the column `mentor` out of the people file.',
  ]);
});
