import { describe, expect, test } from 'vitest';
import { answerCode } from './answer-code.ts';
import type { Instrument } from './instrument.ts';
import { INSTRUMENTS } from './registry.ts';
import { scaleScores } from './scoring.ts';

const scored = (instrument: Instrument, answers: Readonly<Record<string, string>>) =>
  new Map(scaleScores(instrument, new Map(Object.entries(answers))).map((score) => [score.scale, score]));

describe.each(INSTRUMENTS.map((instrument) => [instrument.id, instrument] as const))(
  '%s',
  (_, instrument) => {
    test.each(instrument.worked.map((worked) => [worked.from, worked] as const))(
      'gives its worked scores, %s',
      (__, worked) => {
        const scores = scored(instrument, worked.answers);
        for (const [scale, expected] of Object.entries(worked.expected)) {
          const found = scores.get(scale)?.score ?? Number.NaN;
          if (expected === null) expect(found, scale).toBeNaN();
          else expect(found, scale).toBeCloseTo(expected, 4);
        }
      },
    );

    test('names only items that it has, once each, all of one scale answered on the same steps', () => {
      const ids = instrument.items.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { items } of [...instrument.forms, ...instrument.scales])
        for (const id of items) expect(ids).toContain(id);
      for (const scale of instrument.scales) {
        const steps = scale.items.map((id) => instrument.items.find((item) => item.id === id)!.answered);
        expect(new Set(steps.map((answered) => answered.kind))).toEqual(new Set(['rating']));
        expect(scale.leastAnswered).toBeGreaterThanOrEqual(1);
        expect(scale.leastAnswered).toBeLessThanOrEqual(scale.items.length);
      }
    });

    test('comes with worked scores, rights and a source', () => {
      expect(instrument.worked.length).toBeGreaterThan(0);
      expect(instrument.rights.uses).toContain('score');
      expect(instrument.source.length).toBeGreaterThan(0);
      expect(instrument.languages).toContain('en');
    });
  },
);

const ONE_QUESTION: Instrument = {
  id: 'one-question',
  version: '1',
  per: 'wave',
  forms: [{ id: 'self', asks: ['mentee'], about: 'oneself', items: ['q'] }],
  items: [{ id: 'q', answered: { kind: 'rating', lowest: 1, highest: 5, words: 'truth' } }],
  scales: [{ id: 'q', subject: 'skill', items: ['q'], leastAnswered: 1, score: 'mean', better: 'higher' }],
  rights: { holder: 'nobody', terms: 'none', uses: ['score'], unaltered: true },
  source: 'made for this test',
  languages: ['en'],
  worked: [],
};

test('"not applicable" is no answer and never 0: 4 4 4 4 4 5 of ten asked have the mean 4.17', () => {
  const given = ['4', '4', '4', '4', '4', '5', '', '', '', ''];
  const scores = given.map((answer) => scored(ONE_QUESTION, { q: answer }).get('q')!.score);
  const known = scores.filter((score) => !Number.isNaN(score));
  expect(known).toHaveLength(6);
  expect(known.reduce((sum, score) => sum + score, 0) / known.length).toBeCloseTo(25 / 6, 12);
  expect(Math.min(...known)).toBe(4);
});

test('a scale of which no item was put has no score at all, not even an empty one', () => {
  expect(scored(INSTRUMENTS[0]!, { ho1: '4', ho2: '', ho3r: '' }).get('honesty')).toEqual({
    scale: 'honesty',
    score: Number.NaN,
    nItems: 1,
    low: 1,
    high: 5,
  });
  expect(scored(INSTRUMENTS[0]!, { ho1: '4' }).has('trust')).toBe(false);
});

test('a sum needs every item and has its own ends: three items from 0 to 3 give 0 to 9', () => {
  const answered = { kind: 'rating', lowest: 0, highest: 3, words: 'own' } as const;
  const sum: Instrument = {
    ...ONE_QUESTION,
    items: [
      { id: 'a', answered },
      { id: 'b', answered },
      { id: 'c', answered, reverse: true },
    ],
    scales: [
      {
        id: 'total',
        subject: 'skill',
        items: ['a', 'b', 'c'],
        leastAnswered: 1,
        score: 'sum',
        better: 'lower',
      },
    ],
  };
  expect(scored(sum, { a: '0', b: '2', c: '1' }).get('total')).toMatchObject({ score: 4, low: 0, high: 9 });
  expect(scored(sum, { a: '0', b: '2', c: '' }).get('total')!.score).toBeNaN();
});

test('an option is the same whatever its language, case and outer blanks; other words are strange', () => {
  const question = {
    kind: 'one-of',
    options: [
      { code: 'agree', words: { en: 'Agree', de: 'Stimme zu', ar: 'أوافق' } },
      { code: 'disagree', words: { en: 'Disagree', de: 'Stimme nicht zu' } },
    ],
  } as const;
  for (const given of ['Agree', ' stimme zu ', 'أوافق', 'AGREE'])
    expect(answerCode(question, given)).toEqual({ kind: 'option', code: 'agree' });
  expect(answerCode(question, 'Stimme nicht zu')).toEqual({ kind: 'option', code: 'disagree' });
  expect(answerCode(question, 'perhaps')).toEqual({ kind: 'strange' });
  expect(answerCode(question, '  ')).toEqual({ kind: 'none' });
});

test('a step outside the scale, or half a step, is strange; a comment is never counted', () => {
  const rating = { kind: 'rating', lowest: 1, highest: 5, words: 'truth' } as const;
  for (const given of ['0', '6', '3.5', 'four'])
    expect(answerCode(rating, given)).toEqual({ kind: 'strange' });
  expect(answerCode({ kind: 'comment' }, 'Thank you')).toEqual({ kind: 'comment' });
});
