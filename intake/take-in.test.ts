import { expect, test } from 'vitest';
import type { Plan } from '#evaluation/plan/plan.ts';
import { textFile } from '#tests/text-file.ts';
import { problemsCsv } from './problems-csv.ts';
import { takeIn } from './take-in.ts';
import { withoutProblemRows } from './without-problem-rows.ts';

const PEOPLE =
  'person,arm,index,last_seen\nP1,participant,2024-01-01,\nP2,comparison,,2025-06-30\nP3,participant,2024-02-01,\n';
const people = textFile('people.csv', PEOPLE);
const events = (rows: string) => textFile('events.csv', `person,date,kind,value\n${rows}`);
const scores = (rows: string) => textFile('scores.csv', `person,wave,date,scale,score,low,high\n${rows}`);

test('V02: an event whose date does not exist is named with line and cure', async () => {
  const { problems } = await takeIn({ people, events: events('P1,31.02.2025,promotion,\n') });
  expect(problems).toMatchObject([
    { code: 'V02', problem: 'events.csv line 2: `31.02.2025` is not a date (write 2025-02-28).' },
  ]);
});

test('V07: an event after leaving is a problem; a rehire, a return and the day of leaving are none', async () => {
  const { problems } = await takeIn({
    people,
    events: events(
      'P1,2025-03-01,exit,\nP1,2025-06-01,promotion,\nP2,2024-01-01,exit,\nP2,2024-01-01,promotion,\nP3,2024-01-01,exit,\nP3,2024-02-01,return,\nP3,2024-03-01,hire,\nP3,2024-04-01,promotion,\n',
    ),
  });
  expect(problems).toMatchObject([
    { code: 'V07', line: 3, problem: 'P1 has a promotion on 2025-06-01 after leaving on 2025-03-01.' },
  ]);
});

test('V08: an event after last_seen is a problem; after the cut-off it is counted and ignored', async () => {
  const plan: Plan = {
    plan: 1,
    design: 'opinions',
    cutoff: '2025-01-31',
    look: '2026-01-31',
    primary: { outcome: 'promotion', months: 12, better: 'higher', matters: 0.05 },
  };
  const { problems, warnings } = await takeIn({
    people,
    plan,
    events: events('P2,2025-07-01,promotion,\nP1,2025-02-01,promotion,\n'),
  });
  expect(problems).toMatchObject([{ code: 'V08', line: 2, value: '2025-07-01' }]);
  expect(warnings).toMatchObject([
    { code: 'V08', line: null, problem: '2 rows lie after the cut-off 2025-01-31 and are ignored.' },
  ]);
});

test('V10: scores outside their scale and cells that are no numbers are problems; an empty score is not', async () => {
  const { problems, rows } = await takeIn({
    people,
    scores: scores(
      'P1,before,2024-01-01,trust,7,1,5\nP1,after,2024-09-01,trust,NaN,1,5\nP3,before,2024-01-01,trust,,1,5\nP3,later,2024-01-01,trust,3,1,5\n',
    ),
  });
  expect(problems).toMatchObject([
    { code: 'V10', line: 3, value: 'NaN' },
    { code: 'V10', line: 2, problem: 'scores.csv line 2: 7 is outside 1 to 5.' },
    { code: 'word', line: 5, column: 'wave', value: 'later' },
  ]);
  expect(rows.scores.score[2]).toBeNaN();
});

test('V15: rows of unknown people are ignored and counted, and near misses are named', async () => {
  const { problems, warnings, rows } = await takeIn({
    people,
    events: events(
      'p1,2024-05-01,promotion,\nX,2024-05-01,exit,\nX,2024-04-01,promotion,\nP1,2024-05-01,exit,\n',
    ),
  });
  expect(problems).toEqual([]);
  expect(rows.events.person).toEqual(['P1']);
  expect(warnings.map(({ code, problem }) => [code, problem])).toEqual([
    ['V15', '3 events belong to 2 people who are not in the people file.'],
    ['look-alike', 'Some people who are not in the people file look like people who are: `p1` like `P1`.'],
  ]);
});

test('the same row twice counts once and is told; two different scores are a problem', async () => {
  const { problems, warnings, rows } = await takeIn({
    people,
    events: events('P1,2024-05-01,promotion,\nP1,2024-05-01,promotion,\n'),
    scores: scores(
      'P1,before,2024-01-01,trust,3,1,5\nP1,before,2024-01-01,trust,3,1,5\nP3,before,2024-01-01,trust,3,1,5\nP3,before,2024-01-01,trust,4,1,5\n',
    ),
  });
  expect([rows.events.count, rows.scores.count]).toEqual([1, 3]);
  expect(warnings.map(({ code }) => code)).toEqual(['row-twice', 'row-twice']);
  expect(problems).toMatchObject([
    {
      code: 'score-twice',
      line: 5,
      alsoLines: [4],
      problem: 'P3 has two different scores on trust at before (lines 4, 5).',
    },
  ]);
});

test('the file that a planned outcome is read from is asked for', async () => {
  const plan: Plan = {
    plan: 1,
    design: 'opinions',
    cutoff: '2025-01-31',
    look: '2026-01-31',
    primary: { outcome: 'retention', months: 12, better: 'higher', matters: 0.05 },
    also: [{ outcome: 'trust', better: 'higher', matters: 0.2 }],
  };
  const { problems } = await takeIn({ people, plan });
  expect(problems.map(({ file, code }) => [file, code])).toEqual([
    ['events.csv', 'file-missing'],
    ['scores.csv', 'file-missing'],
  ]);
});

test('an unreadable file is one problem, not one per column', async () => {
  const { problems } = await takeIn({ people: textFile('people.xlsx', 'no workbook') });
  expect(problems).toMatchObject([{ code: 'unreadable', file: 'people.xlsx' }]);
  const empty = await takeIn({ people: textFile('people.csv', '') });
  expect(empty.problems).toMatchObject([{ code: 'no-rows' }]);
});

test('without problem rows, a person left out takes events and scores along, and all are counted by reason and arm', async () => {
  const intake = await takeIn({
    people: textFile(
      'people.csv',
      'person,arm,index,hired\nP1,participant,2024-01-01,2024-05-01\nP2,comparison,,\nP3,participant,2024-02-01,\nP4,participant,2024-02-01,\nP4,comparison,,\n',
    ),
    events: events('P1,2024-05-01,promotion,\nP2,2024-05-32,promotion,\nP3,2024-05-01,promotion,\n'),
    scores: scores('P4,before,2024-01-01,trust,3,1,5\nP3,before,2024-01-01,trust,3,1,5\n'),
  });
  const { rows, leftOut, remaining } = withoutProblemRows(intake);
  expect(rows.people.person).toEqual(['P2', 'P3']);
  expect(rows.events.person).toEqual(['P3']);
  expect(rows.scores.person).toEqual(['P3']);
  expect(remaining).toEqual([]);
  expect(leftOut).toEqual([
    { file: 'people.csv', reason: 'V05', n: 1, participants: 1, comparison: 0 },
    { file: 'people.csv', reason: 'V03', n: 2, participants: 1, comparison: 1 },
    { file: 'events.csv', reason: 'person-left-out', n: 1, participants: 1, comparison: 0 },
    { file: 'events.csv', reason: 'V02', n: 1, participants: 0, comparison: 1 },
    { file: 'scores.csv', reason: 'person-left-out', n: 1, participants: 0, comparison: 1 },
  ]);
});

test('a problem of a whole column is not cured by leaving rows out', async () => {
  const intake = await takeIn({ people, events: events('P1,03/04/2024,promotion,\n') });
  expect(withoutProblemRows(intake).remaining).toMatchObject([{ code: 'date-order' }]);
});

test('problems.csv has the original columns after the cure, and no cell that a spreadsheet would run', async () => {
  const { problems, tables } = await takeIn({
    people: textFile('people.csv', 'person,arm,index,hint\n=1+1,neither,2024-01-01,@x\n'),
  });
  expect(problemsCsv(problems, tables)).toBe(
    'file,row,column,value,problem,cure,person,arm,index,hint\n' +
      'people.csv,2,arm,neither,people.csv line 2: `neither` is not a word for `arm`.,"Write one of: participant, comparison.",\'=1+1,neither,2024-01-01,\'@x\n',
  );
});

test('a scale of pay or health stays out like such a column, is told, and is drawn into no plan', async () => {
  const text =
    'P1,after,2024-09-01,Base salary,54321,,\nP3,after,2024-09-01,Base salary,lots,,\nP1,after,2024-09-01,Listening and feedback,4,1,5\n';
  const { problems, warnings, rows } = await takeIn({ people, scores: scores(text) });
  expect(problems).toEqual([]);
  expect(rows.scores.scale).toEqual(['Listening and feedback']);
  expect(warnings).toMatchObject([
    {
      code: 'never-needed',
      column: 'scale',
      value: 'Base salary',
      problem: 'The scale `Base salary` was left out (2 rows): pay is never needed.',
    },
  ]);
});

test('V01: a column that cuts people into groups must be on file', async () => {
  const plan: Plan = {
    plan: 1,
    design: 'opinions',
    cutoff: '2025-01-31',
    look: '2026-01-31',
    primary: { outcome: 'joy', better: 'higher', matters: 0.2 },
    cuts: ['site', 'cohort'],
  };
  const { problems } = await takeIn({ people, plan, scores: scores('P1,after,2024-06-01,joy,3,1,5\n') });
  expect(problems).toMatchObject([
    {
      code: 'V01',
      problem:
        'The plan names `site`, but people.csv has no such column. Columns found: person, arm, index, last_seen.',
    },
  ]);
});
