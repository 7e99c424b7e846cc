import { expect, test } from 'vitest';
import type { ShownMeasure } from '#evaluation/shown.ts';
import { COMPASS } from './compass.fixture.ts';
import { integrityReport } from './integrity-report.ts';
import { PROGRAM_YEAR } from './program-year.fixture.ts';

const tables = (shown: typeof COMPASS) =>
  integrityReport(shown).sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'));
const paragraphs = (shown: typeof COMPASS) =>
  integrityReport(shown).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
  );

test('a program that recorded nothing has no empty table, and says of each chapter that it is not recorded', () => {
  expect(tables(COMPASS)).toEqual([]);
  expect(paragraphs(COMPASS).filter((words) => words === 'Not recorded')).toHaveLength(5);
});

test('measures without a file are named in one sentence; those that say another reason keep their row', () => {
  const absent = (measure: string, number: string, reason: 'not-recorded' | 'not-due'): ShownMeasure => ({
    measure,
    number,
    better: 'higher',
    sensitive: false,
    from: 'records',
    figures: [],
    missing: { reason, values: reason === 'not-due' ? {} : { file: 'promises.csv' } },
  });
  const measures = [
    absent('agreement-kept', 'M10', 'not-recorded'),
    absent('rhythm-kept', 'M13', 'not-recorded'),
    absent('meetings-held', 'M14', 'not-due'),
  ];
  const shown = { ...COMPASS, measures };
  expect(tables(shown)).toHaveLength(1);
  expect(tables(shown)[0]).toMatchObject({
    rows: [[expect.any(String), '', 'Results open on the planned day.', '', '', '']],
  });
  expect(paragraphs(shown).some((words) => /^Not recorded: .+ and .+\.$/.test(words))).toBe(true);
});

test('the chapter on commitment shows how far pairs are from their rhythm, and what became of goals', () => {
  const chapter = integrityReport(PROGRAM_YEAR).sections.find(({ id }) => id === 'integrity-commitment')!;
  const figures = chapter.blocks.flatMap((block) => (block.kind === 'figure' ? [block.id] : []));
  expect(figures).toEqual(['P09', 'P14']);
});
