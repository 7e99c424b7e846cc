import { expect, test } from 'vitest';
import { textFile } from '#tests/text-file.ts';
import type { Problem } from './problem.ts';
import { problemsCsv, problemsCsvPieces } from './problems-csv.ts';
import { takeIn } from './take-in.ts';

async function problemRows(people: string) {
  const { problems, tables } = await takeIn({ people: textFile('people.csv', people) });
  return problemsCsv(problems, tables).trim().split('\n');
}

test('columns that are never needed are not written into the problem file', async () => {
  const [head, ...rows] = await problemRows(
    'person,arm,index,Salary,grade,krankheit,last_name\nA,neither,2024-01-01,54321,G1,flu,Huber\n',
  );
  expect(head).toBe('file,row,column,value,problem,cure,person,arm,index,grade');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain('A,neither,2024-01-01,G1');
  for (const secret of ['54321', 'flu', 'Huber']) expect(rows[0]).not.toContain(secret);
});

test('a row out of step shows no cell when one column is never needed, and all of them when none is', async () => {
  const shifted = await problemRows('person,grade,arm,index,salary\nA,Sales, East,54321,comparison,\n');
  expect(shifted.length).toBeGreaterThan(1);
  expect(shifted.join('\n')).not.toContain('54321');
  const plain = await problemRows('person,arm,index,grade\nA,comparison,,G1,x\n');
  expect(plain[1]).toContain('"A,comparison,,G1,x"');
  expect(plain[1]).toContain('A,comparison,,G1');
});

test('a line of headings that was not cut hides its cells when a part of it is never needed', async () => {
  const rows = await problemRows('person|arm|salary\nA|comparison|54321\nB,x\n');
  expect(rows.join('\n')).not.toContain('54321');
});

test('a value is cut at 200 letters', async () => {
  const [, row] = await problemRows(`person,arm,index\nA,${'x'.repeat(5000)},2024-01-01\n`);
  expect(row!.split(',')[3]).toBe(`${'x'.repeat(199)}…`);
});

test('a quotation mark that is not closed hides no other problem of the file, and shows no cell', async () => {
  const rows = await problemRows('person,arm,salary,\nA,comparison,54321,"x\nB,comparison,9999,y\n');
  expect(rows.join('\n')).toContain('people.csv has no column `index`');
  expect(rows.join('\n')).toContain('the lines 2 to 3 stand in one row');
  expect(rows.join('\n')).not.toMatch(/54321|9999/);
});

test('the score of a scale that is never needed is not written', async () => {
  const { problems, tables } = await takeIn({
    people: textFile('people.csv', 'person,arm,index\nA,participant,2024-01-01\n'),
    scores: textFile(
      'scores.csv',
      'person,wave,date,scale,score\nA,before,soon,salary,54321\nA,before,soon,trust,3\n',
    ),
  });
  const rows = problemsCsv(problems, tables).trim().split('\n');
  expect(rows).toHaveLength(3);
  expect(rows.join('\n')).not.toContain('54321');
  expect(rows[2]).toMatch(/before,soon,trust,3$/);
});

test('more problems than one piece holds are all written, under one heading', () => {
  const problems = Array.from({ length: 20_001 }, (_, i): Problem => ({
    file: 'people.csv',
    line: i + 2,
    column: null,
    value: null,
    code: 'word',
    problem: `problem ${i}`,
    cure: 'none',
    severity: 'error',
  }));
  const pieces = [...problemsCsvPieces(problems, [])];
  expect(pieces).toHaveLength(4);
  const lines = pieces.join('').trim().split('\n');
  expect(lines).toHaveLength(20_002);
  expect(lines.filter((line) => line.startsWith('file,row'))).toHaveLength(1);
  expect(lines.slice(1).map((line) => line.split(',')[4])).toEqual(problems.map(({ problem }) => problem));
});
