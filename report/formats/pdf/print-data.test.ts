import { expect, test } from 'vitest';
import { printData } from './print-data.ts';
import { figure, SAMPLE_REPORT, table, withSummary } from './sample-report.ts';

const LATIN = new Set(Array.from({ length: 0x250 - 0x20 }, (_, at) => at + 0x20));

test('letters outside the typeface become a box, in pictures too, and the report says so', () => {
  const shown = figure('P01');
  const svg = { screen: '', paper: '<svg><text>师 here</text></svg>' };
  const { report, pictures } = printData(
    withSummary([{ ...shown, title: 'Of 导师 alone', svg }]),
    'a4',
    LATIN,
  );
  expect(report.summary[0]).toMatchObject({ title: 'Of □□ alone', file: '/pictures/1.svg' });
  expect(pictures.get('/pictures/1.svg')).toBe('<svg><text>□ here</text></svg>');
  expect(report.missingLetters).toBe(true);
});

test('without such letters nothing is changed and nothing is said', () => {
  const document = { ...withSummary([{ kind: 'small', text: 'Łukasz' }]), sections: [] };
  const { report } = printData(document, 'letter', LATIN);
  expect(report.summary).toEqual([{ kind: 'small', text: 'Łukasz' }]);
  expect(report.missingLetters).toBe(false);
});

test('only words of more than 20 letters in table cells may break anywhere', () => {
  const cells = ['responsibilities', 'a'.repeat(20), 'b'.repeat(21), `short ${'c'.repeat(22)}`];
  const document = { ...SAMPLE_REPORT, sections: [], summary: [{ ...table('t', 0), rows: [cells] }] };
  const { report } = printData(document, 'a4', LATIN);
  const broken = (word: string): string => [...word].join('\u200b');
  const expected = ['responsibilities', cells[1], broken('b'.repeat(21)), `short ${broken('c'.repeat(22))}`];
  expect(report.summary[0]).toMatchObject({ rows: [expected] });
});
