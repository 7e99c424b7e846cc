import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { textFile } from '#tests/text-file.ts';
import { csvTable } from './csv-table.ts';
import { nothingTold } from './problem.ts';

function read(text: string, settings = {}) {
  const told = nothingTold();
  return { told, table: csvTable(textFile('people.csv', text), ['person', 'last_seen'], told, settings) };
}

test('lines are physical lines, also after a line break in quotes, an empty line and mixed line ends', () => {
  const { table, told } = read('person,note\r\nA,"one\r\ntwo"\r\n\nB,x\rC,y\n');
  expect(table.columns[0]).toEqual(['A', 'B', 'C']);
  expect(table.lines).toEqual([2, 5, 6]);
  expect(told).toEqual(nothingTold());
});

test('a row that is too short or too long is a problem with its line, and the others are read', () => {
  const { table, told } = read('person,a,b\nP1,1,2\nP2,1\nP3,1,2,3\nP4,1,2\n');
  expect(told.problems).toMatchObject([
    { code: 'row-length', line: 3, problem: 'people.csv line 3 has 2 cells; the heading has 3.' },
    { code: 'row-length', line: 4, value: 'P3,1,2,3' },
  ]);
  expect(table.columns[0]).toEqual(['P1', 'P2', 'P3', 'P4']);
});

test('a heading that stands twice is a problem, also in another spelling', () => {
  expect(read('person,grade,grade\nP,1,2').told.problems).toMatchObject([{ code: 'heading-twice' }]);
  expect(read('person,Person\nP,Q').told.problems).toMatchObject([
    { code: 'heading-twice', column: 'person' },
  ]);
});

test('a known heading in another spelling is used and told', () => {
  const { table, told } = read(' Person ,Last seen,Grade\nP,2024-01-01,1\n');
  expect(table.headings).toEqual(['person', 'last_seen', 'Grade']);
  expect(told.guesses).toMatchObject([
    { what: 'heading', column: 'person' },
    { what: 'heading', value: 'last_seen' },
  ]);
});

test('a decimal comma or a comma in quotes does not make a semicolon file a comma file', () => {
  const { table, told } = read('person;a\n"x, y, z";0,5\n"x, y";1,5\n');
  expect(table.columns).toEqual([
    ['x, y, z', 'x, y'],
    ['0,5', '1,5'],
  ]);
  expect(told.guesses).toMatchObject([{ what: 'delimiter', value: ';', flag: '--delimiter' }]);
});

test('a first line that names the delimiter is no heading, and lines stay physical', () => {
  const { table, told } = read('sep=;\r\nperson;a,b\r\nP;1,5\r\n');
  expect(table).toMatchObject({ headings: ['person', 'a,b'], headingLine: 2, lines: [3], delimiter: ';' });
  expect(told).toMatchObject({ problems: [], guesses: [{ what: 'delimiter', value: ';' }] });
  expect(read('sep=|\nperson|a\nP|1\n').table.columns).toEqual([['P'], ['1']]);
});

test('the named delimiter is taken as it is', () => {
  const { table, told } = read('person|a\nP|1;2\n', { delimiter: '|' });
  expect(table.columns).toEqual([['P'], ['1;2']]);
  expect(told.guesses).toEqual([]);
});

test('a quotation mark that is not closed is a problem, and what it swallowed stands in no row', () => {
  const { told, table } = read('person,a\nO,w\nP,"x\nQ,y');
  expect(told.problems).toMatchObject([
    {
      code: 'quote',
      line: null,
      severity: 'error',
      problem:
        'people.csv line 3: a quotation mark is not closed, so that the lines 3 to 4 stand in one row.',
    },
  ]);
  expect(table.columns).toEqual([['O'], ['w']]);
  expect(read('person,a\nP,"x"y\n').told.problems).toMatchObject([{ code: 'quote' }]);
});

test('a quotation mark that is not closed in the headings is one problem, with nothing read', () => {
  const { told, table } = read('person,"a\nP,1\nQ,2\n');
  expect(told.problems.map(({ code }) => code)).toEqual(['quote']);
  expect(table).toMatchObject({ headings: [], columns: [], lines: [] });
});

test('blanks that were taken off are told once per column', () => {
  expect(read('person,a\n P ,1\nQ ,1\n').told.problems).toMatchObject([
    { code: 'trimmed', column: 'person', severity: 'warning', line: null },
  ]);
});

test('an empty file and a file of headings only have no rows', () => {
  expect(read('').table).toMatchObject({ headings: [], lines: [] });
  expect(read('person,arm\n').table).toMatchObject({
    headings: ['person', 'arm'],
    columns: [[], []],
    lines: [],
  });
});

test('bytes that are not UTF-8 are read as Windows-1252, and that is told', () => {
  const told = nothingTold();
  const bytes = iconv.encode('person\nMüller\nŽák\n', 'windows-1252');
  expect(csvTable({ name: 'p.csv', bytes }, [], told).columns).toEqual([['Müller', 'Žák']]);
  expect(told.guesses).toMatchObject([{ what: 'encoding', value: 'windows-1252', flag: '--encoding' }]);
});

test('the named encoding is used; an unknown one is a problem', () => {
  const told = nothingTold();
  const bytes = iconv.encode('person\nПётр\n', 'koi8-r');
  expect(csvTable({ name: 'p.csv', bytes }, [], told, { encoding: 'koi8-r' }).columns).toEqual([['Пётр']]);
  expect(told).toEqual(nothingTold());
  csvTable({ name: 'p.csv', bytes }, [], told, { encoding: 'klingon' });
  expect(told.problems).toMatchObject([{ code: 'encoding', value: 'klingon' }]);
});

test('any table of text survives quoting, each delimiter and each encoding', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .map((text) => `x${text}x`.replace(/[\r\u2028\u2029\p{Cc}]/gu, '').normalize('NFC'));
  const rows = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );
  const delimiters = fc.constantFrom(',', ';', '\t');
  const encodings = fc.constantFrom('utf-8', 'utf-8-mark', 'utf-16le', 'utf-16be');
  fc.assert(
    fc.property(
      rows,
      delimiters,
      encodings,
      fc.constantFrom('\n', '\r\n', '\r'),
      (body, delimiter, encoding, newline) => {
        const headings = body[0]!.map((_, c) => `column${c}`);
        const text = Papa.unparse([headings, ...body], { delimiter, newline, quotes: true });
        const bytes = iconv.encode(text, encoding.replace('-mark', ''), { addBOM: encoding !== 'utf-8' });
        const told = nothingTold();
        const table = csvTable({ name: 't.csv', bytes }, [], told);
        expect(table.headings).toEqual(headings);
        expect(table.columns).toEqual(headings.map((_, c) => body.map((row) => row[c])));
        expect(told.problems).toEqual([]);
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});
