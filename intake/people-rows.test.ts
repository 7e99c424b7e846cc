import { expect, test } from 'vitest';
import type { Plan } from '#evaluation/plan/plan.ts';
import { MISSING_DAY, dayFromIso } from '#evaluation/study/day.ts';
import { textFile } from '#tests/text-file.ts';
import { csvTable } from './csv-table.ts';
import { PEOPLE_HEADINGS } from './headings.ts';
import { peopleRows } from './people-rows.ts';
import { nothingTold } from './problem.ts';

function read(text: string, plan?: Plan) {
  const told = nothingTold();
  const people = peopleRows(csvTable(textFile('people.csv', text), PEOPLE_HEADINGS, told), told, { plan });
  return { people, told };
}

const PLAN: Plan = {
  plan: 1,
  design: 'matched',
  cutoff: '2026-09-30',
  look: '2026-09-30',
  primary: { outcome: 'promotion', months: 24, better: 'higher', matters: 0.05 },
  covariates: ['grade'],
};

test('V01: a missing column is named together with the columns found', () => {
  expect(read('person,arm\nP1,comparison\n').told.problems).toMatchObject([
    { code: 'V01', problem: 'people.csv has no column `index`. Columns found: person, arm.' },
  ]);
});

test('V03: somebody listed twice in a cohort is named with both lines; another cohort is another row', () => {
  const { told } = read(
    'person,arm,index,cohort\nP17,participant,2024-01-01,2024\nP17,participant,2023-01-01,2023\nP17,comparison,,2024\n',
  );
  expect(told.problems).toMatchObject([
    {
      code: 'V03',
      line: 4,
      alsoLines: [2],
      problem: 'P17 is listed twice in cohort 2024 (lines 2, 4).',
      cure: 'Keep one.',
    },
  ]);
});

test('V05: hired after the index date', () => {
  expect(read('person,arm,index,hired\nP9,participant,2024-09-02,2024-11-01\n').told.problems).toMatchObject([
    { code: 'V05', line: 2, problem: 'P9 was hired on 2024-11-01, after the index date 2024-09-02.' },
  ]);
});

test('V09: last seen before the index date; on the index date is fine', () => {
  const { told } = read(
    'person,arm,index,last_seen\nP40,participant,2024-09-02,2024-08-01\nP41,participant,2024-09-02,2024-09-02\n',
  );
  expect(told.problems).toMatchObject([
    { code: 'V09', line: 2, problem: 'P40: last_seen 2024-08-01 lies before the index date 2024-09-02.' },
  ]);
});

test('every problem comes at once, each with its line', () => {
  const { told } = read(
    'person,arm,index,role,took_part,probability\n,participant,2024-01-01,,,\nA,maybe,2024-01-01,boss,perhaps,1.5\nB,participant,,,,\nC,,2024-02-30,,,\n',
  );
  expect(told.problems.map(({ line, column, code }) => [line, column, code]).sort()).toEqual([
    [2, 'person', 'person'],
    [3, 'arm', 'word'],
    [3, 'probability', 'probability'],
    [3, 'role', 'word'],
    [3, 'took_part', 'word'],
    [4, 'index', 'index'],
    [5, 'arm', 'word'],
    [5, 'index', 'V02'],
  ]);
});

test('words are read whatever their case; empty cells have their meaning', () => {
  const { people, told } = read(
    'person,arm,index,role,took_part\nA,Participant,2024-01-01,MENTOR,Yes\nB,comparison,,,\n',
  );
  expect(told.problems).toEqual([]);
  expect([[...people.arm], [...people.role], [...people.tookPart]]).toEqual([
    [1, 0],
    [1, 0],
    [1, 2],
  ]);
  expect([...people.index]).toEqual([dayFromIso('2024-01-01'), MISSING_DAY]);
});

test('keys that look alike are told and stay apart', () => {
  const { people, told } = read(
    'person,arm,index\n00042,comparison,\n"0042",comparison,\n42,comparison,\nMu\u0308ller,comparison,\nM\u00fcller,comparison,\nx Y,comparison,\nX y,comparison,\n',
  );
  expect(people.person).toHaveLength(7);
  expect(new Set(people.person).size).toBe(7);
  expect(told.problems).toMatchObject([{ code: 'look-alike', severity: 'warning', column: 'person' }]);
  expect(told.problems[0]!.problem).toContain('`00042`, `0042`, `42`');
});

test('codes with leading zeros are levels, numbers are numbers, a few words among numbers are told', () => {
  const rows = ['0010,1.5,1', '0100,,2', '10,3,3', '11,4,x', '12,5,5'].map(
    (cells, i) => `P${i},comparison,,${cells}`,
  );
  const { people, told } = read(['person,arm,index,centre,years,rating', ...rows].join('\n'));
  expect(people.covariates.get('centre')).toMatchObject({
    kind: 'category',
    levels: ['0010', '0100', '10', '11', '12'],
  });
  expect(people.covariates.get('years')).toEqual({
    kind: 'numeric',
    values: Float64Array.from([1.5, Number.NaN, 3, 4, 5]),
  });
  expect(people.covariates.get('rating')!.kind).toBe('category');
  expect(told.problems.filter(({ code }) => code === 'mostly-numbers')).toMatchObject([
    { column: 'rating', severity: 'warning' },
  ]);
});

test('pay, health, religion, free text and who somebody is stay out and are told', () => {
  const free = (i: number) => `a long remark about somebody that nobody else has: number ${i}`;
  const rows = Array.from(
    { length: 30 },
    (_, i) => `P${i},comparison,,5,1,x,A,a${i}@example.org,${free(i)},G1`,
  );
  const { people, told } = read(
    ['person,arm,index,Base Salary,sick_days,religion,last_name,contact,story,grade', ...rows].join('\n'),
  );
  expect([...people.covariates.keys()]).toEqual(['grade']);
  expect(told.problems.map(({ column, severity }) => [column, severity])).toEqual(
    ['Base Salary', 'sick_days', 'religion', 'last_name', 'contact', 'story'].map((name) => [
      name,
      'warning',
    ]),
  );
});

test('with a plan only its columns are kept; one that is missing or never needed is a problem', () => {
  const text = 'person,arm,index,grade,site,salary\nA,comparison,,G1,S1,1\n';
  expect([...read(text, PLAN).people.covariates.keys()]).toEqual(['grade']);
  const { told } = read(text, { ...PLAN, covariates: ['grade', 'salary', 'rating'] });
  expect(told.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'never-needed', column: 'salary' },
    { code: 'V01', column: 'rating' },
  ]);
});
