import { expect, test } from 'vitest';
import { madeScores } from '../measures/made-scores.ts';
import { noEvents } from '../study/empty-rows.ts';
import type { AnswerRows } from '../study/program-rows.ts';
import type { StudyRows } from '../study/rows.ts';
import type { Instrument } from './instrument.ts';
import { scoredRows } from './score-answers.ts';

interface Given {
  readonly person?: string;
  readonly about?: string;
  readonly instrument?: string;
  readonly version?: string;
  readonly wave?: string;
  readonly day?: number;
  readonly item: string;
  readonly answer: string;
}

function answerRows(given: readonly Given[]): AnswerRows {
  return {
    count: given.length,
    person: given.map(({ person = 'p1' }) => person),
    about: given.map(({ about = '' }) => about),
    instrument: given.map(({ instrument = 'core-1' }) => instrument),
    version: given.map(({ version = '1' }) => version),
    wave: given.map(({ wave = 'after' }) => wave),
    day: Int32Array.from(given, ({ day = 20_000 }) => day),
    item: given.map(({ item }) => item),
    answer: given.map(({ answer }) => answer),
    language: given.map(() => ''),
  };
}

function study(given: readonly Given[], more: Partial<StudyRows> = {}): StudyRows {
  return {
    people: undefined as never,
    events: noEvents(),
    scores: madeScores([]),
    program: { answers: answerRows(given) } as never,
    ...more,
  };
}

const scoresIn = (rows: StudyRows) => {
  const { scores } = scoredRows(rows).rows;
  return Array.from({ length: scores.count }, (_, i) => ({
    who: `${scores.person[i]}>${scores.about[i]} ${scores.wave[i]}`,
    scale: scores.scale[i],
    score: scores.score[i],
    nItems: scores.nItems[i],
    from: `${scores.instrument[i]} ${scores.version[i]}`,
  }));
};

test('answers become scores with whom they are about, the instrument, its version and the items answered', () => {
  const answers = [
    { about: 'm1', item: 'ho1', answer: '4' },
    { about: 'm1', item: 'ho2', answer: '5' },
    { about: 'm1', item: 'ho3r', answer: '2' },
    { about: 'p1', item: 'ho1', answer: '3' },
    { about: '', item: 'ho2', answer: '4' },
  ];
  expect(scoresIn(study(answers))).toEqual([
    { who: 'p1>m1 after', scale: 'honesty', score: 13 / 3, nItems: 3, from: 'core-1 1' },
    { who: 'p1> after', scale: 'honesty', score: 3.5, nItems: 2, from: 'core-1 1' },
  ]);
});

test('a check-in is a response of its own after each meeting; a survey is one response per wave', () => {
  const meeting = { instrument: 'check-in-1', wave: 'during1', item: 'us' } as const;
  expect(
    scoresIn(
      study([
        { ...meeting, day: 1, answer: '4' },
        { ...meeting, day: 15, answer: '2' },
        { item: 'tu1', day: 1, answer: '4' },
        { item: 'tu2', day: 2, answer: '5' },
      ]),
    ).map(({ scale, score }) => [scale, score]),
  ).toEqual([
    ['meeting-quality', 4],
    ['meeting-quality', 2],
    ['trust', 4.5],
  ]);
});

test('asked and not answered stays a row without a score, so that it counts as asked', () => {
  const [score] = scoresIn(study([{ item: 'sa1', answer: '' }]));
  expect(score).toMatchObject({ scale: 'satisfaction', score: Number.NaN, nItems: 0 });
});

test('a score on file gives way to the answers that it was made from, and that is told', () => {
  const rows = study([{ item: 'sa1', answer: '4' }], {
    scores: madeScores([
      { person: 'p1', scale: 'satisfaction', score: 1 },
      { person: 'p2', scale: 'satisfaction', score: 5 },
    ]),
  });
  expect(scoresIn(rows).map(({ who, score }) => [who, score])).toEqual([
    ['p2> after', 5],
    ['p1> after', 4],
  ]);
  expect(scoredRows(rows).notes).toEqual([{ key: 'answers.scores-replaced', values: { n: 1 } }]);
});

test('what no instrument knows is counted by name and never scored; an answer off the scale is no answer', () => {
  const rows = study([
    { instrument: 'other', version: '3', item: 'q1', answer: '4' },
    { instrument: 'other', version: '3', item: 'q2', answer: '4' },
    { item: 'xx', answer: '4' },
    { version: '2', item: 'sa1', answer: '4' },
    { item: 'sa1', answer: '9' },
  ]);
  expect(scoredRows(rows).notes).toEqual([
    { key: 'answers.unknown', values: { what: 'other 3', n: 2 } },
    { key: 'answers.unknown', values: { what: 'core-1 1 xx', n: 1 } },
    { key: 'answers.unknown', values: { what: 'core-1 2', n: 1 } },
    { key: 'answers.strange', values: { n: 1 } },
  ]);
  expect(scoresIn(rows).map(({ score }) => score)).toEqual([Number.NaN]);
});

test('an instrument that the study brings along is scored only with the right to', () => {
  const own: Instrument = {
    id: 'theirs',
    version: '2021',
    per: 'wave',
    forms: [{ id: 'self', asks: ['mentee'], about: 'oneself', items: ['a'] }],
    items: [{ id: 'a', answered: { kind: 'rating', lowest: 0, highest: 10, words: 'own' } }],
    scales: [
      { id: 'calm', subject: 'skill', items: ['a'], leastAnswered: 1, score: 'mean', better: 'higher' },
    ],
    rights: {
      holder: 'their publisher',
      terms: 'letter of 1 March 2026',
      uses: ['show', 'score'],
      unaltered: true,
    },
    source: 'made for this test',
    languages: ['en'],
    worked: [],
  };
  const answers = [{ instrument: 'theirs', version: '', item: 'a', answer: '7' }];
  expect(scoresIn(study(answers, { instruments: [own] }))).toMatchObject([
    { scale: 'calm', score: 7, from: 'theirs 2021' },
  ]);
  const unscored = { ...own, rights: { ...own.rights, uses: ['show'] as const } };
  expect(scoresIn(study(answers, { instruments: [unscored] }))).toEqual([]);
});
