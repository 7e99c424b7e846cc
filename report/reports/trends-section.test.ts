import { expect, test } from 'vitest';
import { COMPASS } from './compass.fixture.ts';
import { PROGRAM_YEAR } from './program-year.fixture.ts';
import { trendsSection } from './trends-section.ts';

test('alarms stand first, then their rate of false alarms, then every comparison', () => {
  const [section] = trendsSection(PROGRAM_YEAR);
  expect(section!.blocks.map(({ kind }) => kind)).toEqual([
    'lead',
    'heading',
    'list',
    'small',
    'table',
    'heading',
    'list',
    'small',
  ]);
  const table = section!.blocks.find((block) => block.kind === 'table')!;
  expect(table.columns.map(({ key }) => key).slice(5, 8)).toEqual(['in-100-more', 'low', 'high']);
  // Contentment falls in the third round: 70 of 140, where 222 of 298 agreed before; nothing is wrong with support.
  expect(table.rows[0]!.slice(3, 6)).toEqual(['140', '70', '−24']);
  expect(table.rows[0]!.at(-1)).toBe('alarm: fewer agree');
  for (const row of table.rows.filter(([scale]) => scale!.startsWith('Support')))
    expect(row.at(-1)).toBe('no alarm');
});

test('what cannot be judged is refused with its reason', () => {
  const trends = {
    pulses: { reason: 'too-few-waves', values: { need: 3 } },
    flags: { reason: 'too-few-gaps', values: { need: 20 } },
  } as const;
  const [section] = trendsSection({ ...PROGRAM_YEAR, trends });
  const said = section!.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  expect(said).toEqual([
    'No alarm can be given here. Asked in too few waves: 3 are needed.',
    'No alarm can be given here. Too few gaps between meetings to tell chance from neglect: 20 are needed.',
  ]);
});

test('where no file records meetings or answers in waves the section is absent', () => {
  expect(trendsSection(COMPASS)).toEqual([]);
});
