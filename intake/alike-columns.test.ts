import { expect, test } from 'vitest';
import { textFile } from '#tests/text-file.ts';
import { alikeColumns } from './alike-columns.ts';
import { takeIn } from './take-in.ts';

const SCORES = 'person,wave,date,scale,score\nP1,before,2024-01-01,trust,3\n';

/** The columns drawn from people that have these columns besides the needed ones; a column's cell by row number. */
async function drawn(columns: Record<string, (row: number) => string | number>) {
  const names = Object.keys(columns);
  const rows = Array.from({ length: 12 }, (_, i) =>
    [
      `P${i}`,
      i < 5 ? 'participant,2024-01-01' : 'comparison,',
      ...names.map((name) => columns[name]!(i)),
    ].join(','),
  );
  const people = textFile('people.csv', [['person,arm,index', ...names].join(','), ...rows].join('\n'));
  const { rows: study } = await takeIn({ people, scores: textFile('scores.csv', SCORES) });
  return alikeColumns(study);
}

const varied = (row: number): number => row % 4;

test.each([
  'promoted',
  'promotion_2025',
  'Promoted at',
  'wasPromoted',
  'exit_reason',
  'left',
  'left_company',
  'outcome',
  'after_rating',
  'followup_score',
  'follow up 6',
  'rating',
  'opportunity',
  'Hire',
  'months_to_promotion',
  'trust',
  'score_after',
])('`%s` is known only after the start, or is what is measured, and is not drawn', async (name) => {
  expect(await drawn({ [name]: varied })).toEqual([]);
});

test.each(['grade', 'past_promotions', 'last_rating', 'tenure_years', 'site', 'leadership'])(
  '`%s` is a fact from before the start and is drawn',
  async (name) => expect(await drawn({ [name]: varied })).toEqual([name]),
);

test('columns of days are not drawn, by what their cells hold or by their names', async () => {
  expect(
    await drawn({
      joined: (row) => `2020-0${1 + (row % 4)}-01`,
      moved: (row) => `${1 + (row % 4)}.${13 + (row % 4)}.2020`,
      seen: (row) => `2020-01-0${1 + (row % 4)} 14:30`,
      joined_date: (row) => 44000 + row,
      grade: (row) => `G${row % 4}`,
    }),
  ).toEqual(['grade']);
});

test('a column that most participants have not is not drawn, though it is complete for the others', async () => {
  expect(await drawn({ size: (row) => (row < 3 ? '' : row) })).toEqual([]);
  expect(await drawn({ size: (row) => (row < 2 ? '' : row) })).toEqual(['size']);
});
