import { expect, test } from 'vitest';
import { madePairs } from '../measures/made-scores.ts';
import { itemAnswers } from './item-answers.ts';
import { itemResponses } from './item-responses.ts';
import { answersOnly, type GivenAnswer } from './survey.fixture.ts';

/** Ann mentors p0 and p1, and is the mentee of ben. */
const PAIRS = { ...madePairs(3), mentor: ['ann', 'ann', 'ben'], mentee: ['p0', 'p1', 'ann'] };
const ENROLLED = {
  count: 5,
  person: ['ann', 'ann', 'ben', 'p0', 'p1'],
  role: Uint8Array.of(0, 1, 1, 0, 0),
  linked: new Int32Array(5),
};

const counted = (given: readonly GivenAnswer[]) =>
  itemResponses(answersOnly(given), { pairs: PAIRS, enrolled: ENROLLED }, 1000).map((one) =>
    itemAnswers(one, PAIRS),
  );

test('who answers about whom decides the role, also of somebody who is a mentor here and a mentee there', () => {
  const found = counted([
    { person: 'p0', about: 'ann', answer: '5' },
    { person: 'ann', about: 'p0', answer: '4' },
    { person: 'ann', about: 'ben', answer: '2' },
    { person: 'ann', item: 'ho1', answer: '3' },
    { person: 'stranger', about: 'p0', answer: '1' },
  ]);
  expect(found.map(({ item, who, about, answered }) => [item, who, about, answered])).toEqual([
    ['tu1', 'mentees', 'the-other', 2],
    ['tu1', 'mentors', 'the-other', 1],
    ['ho1', 'others', 'oneself', 1],
    ['tu1', 'others', 'the-other', 1],
  ]);
});

test('a mentor who answers once for each mentee gives two answers and is one person', () => {
  const [found] = counted([
    { person: 'ann', about: 'p0', answer: '5' },
    { person: 'ann', about: 'p1', answer: '2' },
  ]);
  expect(found).toMatchObject({ answered: 2, people: 1, agree: 1 });
});

test('an answer left out counts as asked; one after the cut-off, or off the steps, never counts', () => {
  const [found] = counted([
    { person: 'p0', about: 'ann', answer: '' },
    { person: 'p1', about: 'ann', answer: '9' },
    { person: 'ann', about: 'ben', answer: '3', day: 5000 },
  ]);
  expect(found).toMatchObject({ asked: 2, answered: 0, people: 0 });
  expect(found!.cells.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
});

test('a sentence that counts the other way round is told as it is worded: who agrees with it agrees', () => {
  const [found] = counted([
    { person: 'p0', about: 'ann', item: 'tu3r', answer: '5' },
    { person: 'p1', about: 'ann', item: 'tu3r', answer: '1' },
  ]);
  expect(found!.agree).toBe(1);
  expect(found!.cells.map(({ code, agrees }) => `${code}${agrees ? '+' : ''}`)).toEqual([
    '1',
    '2',
    '3',
    '4+',
    '5+',
  ]);
});
