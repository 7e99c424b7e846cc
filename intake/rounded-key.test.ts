import { expect, test } from 'vitest';
import { textFile } from '#tests/text-file.ts';
import { isRoundedKey } from './rounded-key.ts';
import { takeIn } from './take-in.ts';

test.each(['1.23E+05', '1,23E+05', '1e+21', '12E+05'])('`%s` is a rounded key', (key) =>
  expect(isRoundedKey(key)).toBe(true),
);

test.each(['12E05', 'E+05', '1E5', '123000', 'A1.2E+05', ''])('`%s` is no rounded key', (key) =>
  expect(isRoundedKey(key)).toBe(false),
);

test('a rounded key is a problem in every file, and of a mentor too', async () => {
  const { problems, warnings } = await takeIn({
    people: textFile(
      'people.csv',
      'person,arm,index,mentor\n1.23E+05,participant,2024-01-01,\n1.23E+05,comparison,,\nA,participant,2024-01-01,M1;4.56E+07\n',
    ),
    events: textFile('events.csv', 'person,date,kind\n1.23E+05,2024-05-01,exit\n'),
    scores: textFile('scores.csv', 'person,wave,date,scale,score\n1.23E+05,after,2024-05-01,trust,3\n'),
  });
  expect(problems.map(({ file, line, column, code }) => [file, line, column, code])).toEqual([
    ['people.csv', 2, 'person', 'person'],
    ['people.csv', 3, 'person', 'person'],
    ['people.csv', 4, 'mentor', 'person'],
    ['events.csv', 2, 'person', 'person'],
    ['scores.csv', 2, 'person', 'person'],
  ]);
  expect(warnings).toEqual([]);
});
