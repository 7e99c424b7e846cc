import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { textFile } from '#tests/text-file.ts';
import { decodedText } from './decode.ts';
import { nothingTold } from './problem.ts';
import { takeIn } from './take-in.ts';

function read(bytes: Uint8Array, encoding?: string) {
  const told = nothingTold();
  return { text: decodedText({ name: 'people.csv', bytes }, told, encoding), told };
}

test.each(['utf-16le', 'utf-16be'])('%s is known without a byte-order mark, and told', (encoding) => {
  const { text, told } = read(iconv.encode('person\nMüller\n', encoding, { addBOM: false }));
  expect(text).toBe('person\nMüller\n');
  expect(told).toMatchObject({ problems: [], guesses: [{ what: 'encoding', value: encoding }] });
});

test('a wrong byte under a UTF-8 mark is a problem with its line, and the first heading stays itself', () => {
  const { text, told } = read(
    Uint8Array.from([0xef, 0xbb, 0xbf, ...iconv.encode('person\nA\nMüller\n', 'latin1')]),
  );
  expect(text).toBe('person\nA\nM\ufffdller\n');
  expect(told.problems).toMatchObject([
    {
      severity: 'error',
      problem: '1 character of people.csv could not be read; the first is in line 3, at byte 14 of the file.',
    },
  ]);
});

test('a named encoding that does not fit is a problem, before two people become one', () => {
  const { told } = read(iconv.encode('person\nMüller\nMöller\n', 'windows-1252'), 'utf-8');
  expect(told.problems).toMatchObject([
    {
      severity: 'error',
      problem: '2 characters of people.csv could not be read; the first is in line 2, at byte 9 of the file.',
    },
  ]);
});

test('characters that were lost before are told and stop nothing', () => {
  const { told } = read(textFile('people.csv', 'person\nM\ufffdller\n').bytes);
  expect(told.problems).toMatchObject([
    {
      severity: 'warning',
      problem:
        '1 character of people.csv was lost before the file came here (\ufffd); the first is in line 2.',
    },
  ]);
});

test('keys that differ in a character nobody sees look alike, and a heading with one is itself', async () => {
  const text = '\u200bperson,arm,index\nP1,comparison,\nP1\u200b,comparison,\n';
  const { rows, problems, warnings } = await takeIn({ people: textFile('people.csv', text) });
  expect(problems).toEqual([]);
  expect(rows.people.person).toEqual(['P1', 'P1\u200b']);
  expect(warnings).toMatchObject([{ code: 'look-alike', column: 'person' }]);
});
