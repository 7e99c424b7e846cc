import { expect, test } from 'vitest';
import { LOTTERY } from '../reports/hard-cases.fixture.ts';
import { insideOf } from '../reports/inside.fixture.ts';
import { evaluationReport } from '../reports/evaluation-report.ts';
import { figure, SAMPLE_REPORT, withSummary } from './pdf/sample-report.ts';
import { findingsFiles, reportFiles } from './registry.ts';

const inside = insideOf(LOTTERY);

/** What a file begins with, by its format. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  html: '<!doctype html>',
  pdf: '%PDF-1.7',
  docx: 'PK',
  xlsx: 'PK',
  png: '\u0089PNG',
  svg: '<svg ',
  json: '{',
  csv: 'outcome,',
  parquet: 'PAR1',
};

test('a report is written as page, print and Word document under its name, its figures as drawing and as dots', async () => {
  const files = await reportFiles(SAMPLE_REPORT, 'integrity', 'a4');
  expect(files.map(([name]) => name).toSorted()).toEqual([
    'figures/P05-promotion.png',
    'figures/P05-promotion.svg',
    'integrity.docx',
    'integrity.html',
    'integrity.pdf',
  ]);
});

test('every file holds what its ending says', async () => {
  const report = evaluationReport(LOTTERY);
  const files = [
    ...(await reportFiles(SAMPLE_REPORT, 'report', 'letter')),
    ...(await findingsFiles(inside, LOTTERY, report)),
  ];
  expect(new Set(files.map(([name]) => name.split('.').at(-1)))).toEqual(new Set(Object.keys(BEGINNINGS)));
  for (const [name, content] of files) {
    const beginning = BEGINNINGS[name.split('.').at(-1)!]!;
    expect(Buffer.from(content).toString('latin1').startsWith(beginning), name).toBe(true);
  }
});

test('a format that refuses a report refuses it for all', async () => {
  const silent = { ...figure('P01-all'), description: '' };
  await expect(reportFiles(withSummary([silent]), 'report', 'a4')).rejects.toThrow(RangeError);
});
