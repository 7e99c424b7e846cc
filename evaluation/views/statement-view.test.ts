import { expect, test } from 'vitest';
import { disclose } from '../disclosure/disclose.ts';
import type { AnswerRows } from '../study/program-rows.ts';
import { END, evaluationOf } from './made-program.fixture.ts';

interface Answer {
  readonly person: string;
  readonly about?: string;
  readonly wave?: string;
  readonly item: string;
  readonly answer: number | '';
}

function answersOf(rows: readonly Answer[], instrument = 'core-1'): AnswerRows {
  return {
    count: rows.length,
    person: rows.map(({ person }) => person),
    about: rows.map(({ about = '' }) => about),
    instrument: rows.map(() => instrument),
    version: rows.map(() => '1'),
    wave: rows.map(({ wave = 'after' }) => wave),
    day: new Int32Array(rows.length).fill(END - 5),
    item: rows.map(({ item }) => item),
    answer: rows.map(({ answer }) => String(answer)),
    language: rows.map(() => ''),
  };
}

const program = (rows: readonly Answer[], plan = {}, instrument?: string) =>
  evaluationOf({ count: 80, scores: [], plan, program: { answers: answersOf(rows, instrument) } });

/** So many mentees per answer to one item about their mentors. */
const said = (item: string, counts: Readonly<Record<string, number>>): Answer[] => {
  const answers = Object.entries(counts).flatMap(([answer, n]) => Array.from({ length: n }, () => answer));
  return answers.map((answer, i) => ({
    person: `p${i}`,
    about: `m${i}`,
    item,
    answer: answer === 'none' ? '' : Number(answer),
  }));
};

test('people are counted per step, and who rather did not say is counted apart', () => {
  const [view] = program(said('tu1', { 1: 6, 2: 10, 3: 8, 4: 20, 5: 16, none: 7 })).views.statements;
  expect(view).toMatchObject({ instrument: 'core-1', form: 'other', who: 'mentees', wave: 'after' });
  expect(view!.statements).toMatchObject([
    { item: 'tu1', counts: [6, 10, 8, 20, 16], n: 60, agree: 36, none: 7 },
  ]);
});

test('steps of too few people are joined on their own side of agreeing, so that they add up to those who agree', () => {
  const { views } = disclose(program(said('tu1', { 1: 1, 2: 4, 3: 15, 4: 4, 5: 36, none: 3 })));
  const [statement] = views.statements[0]!.statements;
  expect(statement!.cells).toEqual([
    { from: 0, to: 2, count: 20, share: 0.33 },
    { from: 3, to: 4, count: 40, share: 0.67 },
  ]);
  expect(statement).toMatchObject({ none: null, agree: { count: 40, value: 0.67 } });
});

test('below twenty only the count who agree is told, below five nothing', () => {
  const few = disclose(program(said('tu1', { 2: 6, 4: 12 }))).views.statements[0]!.statements[0]!;
  expect(few).toMatchObject({ cells: [], agree: { count: 12, value: null, range95: null } });
  expect(disclose(program(said('tu1', { 4: 4 }))).views.statements).toEqual([]);
});

test('where more than nine in ten agree no steps are shown and words stand in', () => {
  const statement = disclose(program(said('tu1', { 3: 5, 4: 30, 5: 40 }))).views.statements[0]!
    .statements[0]!;
  expect(statement).toMatchObject({ cells: [], agree: { words: 'more-than-90', count: null, value: null } });
});

test('a mentor of three mentees counts once, with the middle answer', () => {
  const rows = [5, 2, 4].map((answer, i) => ({ person: 'm0', about: `p${i}`, item: 'tu1', answer }));
  expect(program(rows).views.statements[0]).toMatchObject({
    who: 'mentors',
    statements: [{ counts: [0, 0, 0, 1, 0], n: 1 }],
  });
});

test('the last wave counts, and what is said about oneself stands in its own form', () => {
  const { statements } = program([
    { person: 'p0', about: 'm0', item: 'ho1', wave: 'during1', answer: 1 },
    { person: 'p0', about: 'm0', item: 'ho1', answer: 4 },
    { person: 'p0', item: 'ho1', answer: 5 },
  ]).views;
  expect(statements.map(({ form, statements: [one] }) => [form, one!.counts.indexOf(1) + 1])).toEqual([
    ['other', 4],
    ['self', 5],
  ]);
});

test('statements of an outcome wait for the look', () => {
  const plan = { primary: { outcome: 'trust', better: 'higher', matters: 0.2 }, look: '2029-01-01' };
  const rows = [...said('tu1', { 4: 30 }), ...said('li1', { 4: 30 })];
  expect(program(rows, plan).views.statements[0]!.statements.map(({ item }) => item)).toEqual(['li1']);
  expect(program(rows).views.statements[0]!.statements.map(({ item }) => item)).toEqual(['tu1', 'li1']);
});
