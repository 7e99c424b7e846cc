import { expect, test } from 'vitest';
import { textFile } from '#tests/text-file.ts';
import { takeIn } from './take-in.ts';
import { isUnanswered } from './unanswered.ts';

test.each([
  'not applicable',
  'N/A',
  'n/a',
  'Rather not say',
  '-',
  'Prefer  not to say',
  'don’t know',
  'k. A.',
])('`%s` is no answer', (cell) => expect(isUnanswered(cell)).toBe(true));

test.each(['3', '0', 'NaN', 'applicable', 'not', 'agree'])('`%s` is something else', (cell) =>
  expect(isUnanswered(cell)).toBe(false),
);

test('people who did not answer were asked, keep no score, and the words are told once', async () => {
  const keys = ['A', 'B', 'C', 'D', 'E'];
  const cells = ['4', 'not applicable', 'rather not say', '-', ''];
  const { rows, problems, guesses } = await takeIn({
    people: textFile(
      'people.csv',
      `person,arm,index\n${keys.map((key) => `${key},participant,2024-01-01`).join('\n')}\n`,
    ),
    scores: textFile(
      'scores.csv',
      `person,wave,date,scale,score\n${keys.map((key, i) => `${key},after,2024-09-01,trust,${cells[i]}`).join('\n')}\n`,
    ),
  });
  expect(problems).toEqual([]);
  expect(rows.scores.person).toEqual(keys);
  expect([...rows.scores.score]).toEqual([4, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  expect(guesses).toEqual([
    {
      file: 'scores.csv',
      what: 'empty-word',
      column: 'score',
      value: '-, not applicable, rather not say',
      why: 'it says that the question was asked and not answered',
      flag: '',
    },
  ]);
});

test('the ends of a scale are numbers or nothing', async () => {
  const { problems } = await takeIn({
    people: textFile('people.csv', 'person,arm,index\nA,participant,2024-01-01\n'),
    scores: textFile(
      'scores.csv',
      'person,wave,date,scale,score,low,high\nA,after,2024-09-01,trust,3,no answer,5\n',
    ),
  });
  expect(problems).toMatchObject([{ code: 'V10', line: 2, column: 'low' }]);
});
