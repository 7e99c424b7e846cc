import { expect, test } from 'vitest';
import { textFile } from '#tests/text-file.ts';
import { csvTable } from './csv-table.ts';
import { nothingTold } from './problem.ts';
import { takeIn } from './take-in.ts';

function read(text: string, needed: readonly string[] = ['person', 'arm']) {
  const told = nothingTold();
  const table = csvTable(textFile('people.csv', text), ['person', 'arm'], told, {}, needed);
  return { table, told };
}

test.each([
  ['a title and an empty line', 'Staff, as of 3 May\n\nperson;arm;fte\nA;comparison;0,5\n', 3],
  ['titles filled up with delimiters', 'Staff;;\nas of 3 May;;\nPerson;Arm;fte\nA;comparison;0,5\n', 3],
  ['a title in quotes over two lines', '"Staff\n2024"\nperson;arm;fte\nA;comparison;0,5\n', 3],
  ['a separator line and a title', 'sep=;\nStaff\nperson;arm;fte\nA;comparison;0,5\n', 3],
])('%s above the headings are skipped and told', (_, text, line) => {
  const { table, told } = read(text);
  expect(table).toMatchObject({ headings: ['person', 'arm', 'fte'], headingLine: line, lines: [line + 1] });
  expect(table.columns).toEqual([['A'], ['comparison'], ['0,5']]);
  expect(told.problems).toEqual([]);
  expect(told.guesses.filter(({ what }) => what === 'header-row')).toMatchObject([{ value: String(line) }]);
});

test('headings in the first line, or below empty lines, are no guess', () => {
  expect(read('person,arm\nA,comparison\n').told.guesses).toEqual([]);
  const below = read('\n\nperson,arm\nA,comparison\n');
  expect(below.told.guesses).toEqual([]);
  expect(below.table).toMatchObject({ headingLine: 3, lines: [4] });
});

test('where the needed headings are not there, a title of one cell is still no heading', async () => {
  const { table } = read('Staff\nkey;group\nA;comparison\n');
  expect(table.headings).toEqual(['key', 'group']);
  const { problems } = await takeIn({ people: textFile('people.csv', 'Staff\nkey;group\nA;comparison\n') });
  expect(problems[0]!.problem).toBe('people.csv has no column `person`. Columns found: key, group.');
});

test('a row below the headings that repeats them is a row', () => {
  const { table } = read('person,arm\nA,comparison\nperson,arm\n');
  expect(table).toMatchObject({ headingLine: 1, lines: [2, 3] });
});
