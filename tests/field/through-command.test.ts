import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read as readWorkbook, write as writeWorkbook } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { fieldFile } from './field-file.ts';

const made = (): string => mkdtempSync(join(tmpdir(), 'plumbline-field-'));

/** `plumbline check` on one people file, and what it says about how each column was understood. */
function checked(name: string, bytes: Uint8Array | string, more: readonly string[] = []) {
  const folder = made();
  writeFileSync(join(folder, name), bytes);
  const line = [
    'cli/start.js',
    'check',
    folder,
    '--people',
    join(folder, name),
    '--out',
    join(folder, 'out'),
    ...more,
  ];
  const { stdout, stderr, status } = spawnSync(process.execPath, line, { encoding: 'utf8' });
  const column = (heading: string) =>
    stdout
      .split('\n')
      .find((row) => row.trim().startsWith(`${heading} `))
      ?.trim()
      .replace(/ {2,}/g, ' | ');
  return {
    stdout,
    stderr,
    status,
    column,
    problems: () => readFileSync(join(folder, 'out', 'problems.csv'), 'utf8'),
  };
}

/** The case as people would send it after renaming the headings and adding who is compared with whom. */
function asPeople(name: string, headings: string, delimiter: string): string {
  const [, ...rows] = new TextDecoder().decode(fieldFile(name).bytes).trim().split(/\r?\n/);
  return [
    `${headings}${delimiter}arm${delimiter}index`,
    ...rows.map((row) => `${row}${delimiter}comparison${delimiter}`),
  ].join('\n');
}

test('C09: a workbook that counts from 1904 is read on its own days, shown with the month', () => {
  const { column } = checked('people.xlsx', fieldFile('C09-1904.xlsx').bytes);
  expect(column('hired')).toBe('hired | date | 1 Mar 2021, 30 Nov 2019, 29 Feb 2024');
  expect(column('promoted')).toContain('2023-02-15');
});

test('C10: dots are day first, shown, and can be changed', () => {
  const people = asPeople('C10-german-dates.csv', 'person;hired;last_seen', ';');
  const { column, stderr } = checked('people.csv', people);
  expect(column('hired')).toBe('hired | date | 3 Apr 2021, 11 Dec 2020, 5 Jun 2022');
  expect(column('last_seen')).toBe('last_seen | date | 12 Nov 2023, 7 Aug 2024, …');
  expect(stderr).toContain('day-first');
  expect(stderr).toContain('--dates');
  expect(checked('people.csv', people, ['--dates', 'month-first']).column('hired')).toContain('4 Mar 2021');
});

test('C11: leading zeros survive, and keys that look alike are named', () => {
  const { column, stderr } = checked(
    'people.csv',
    asPeople('C11-leading-zeros.csv', 'person,cost_centre,who', ','),
  );
  expect(column('person')).toBe('person | text | 00042, 0042, 42');
  expect(column('cost_centre')).toBe('cost_centre | text | 0010, 0100, 10');
  expect(stderr).toContain('00042');
});

test('C12: the invisible first letter is no part of the first heading', () => {
  const bytes = new TextDecoder('utf-8', { ignoreBOM: true }).decode(fieldFile('C12-bom.csv').bytes);
  const people = bytes
    .split(/\r?\n/)
    .filter((row) => row !== '')
    .map((row, i) => (i === 0 ? row.replace('employee_id', 'person') : row));
  const file = people.map((row, i) => `${row},${i === 0 ? 'arm,index' : 'comparison,'}`).join('\n');
  expect(file.charCodeAt(0)).toBe(0xfeff);
  const { column, status, stdout } = checked('people.csv', file);
  expect(column('person')).toBe('person | text | 6001, 6002');
  expect(stdout).toContain('people.csv, 2 rows');
  expect([0, 2]).toContain(status);
});

test('C13: semicolons part the cells and commas the decimals', () => {
  const { column } = checked(
    'people.csv',
    asPeople('C13-semicolon-decimal-comma.csv', 'person;fte;points', ';'),
  );
  expect(column('fte')).toBe('fte | number | 0.5, 1, 0.75');
  expect(column('points')).toBe('points | number | 1234.56, 987, 1000');
});

test('C16: one name in two spellings of bytes is named; a third without its accent is somebody else', () => {
  const { stderr, stdout } = checked('people.csv', asPeople('C16-names.csv', 'person,unit', ','));
  expect(stdout).toContain('people.csv, 3 rows');
  expect(stderr).toContain('Zoë Müller');
  expect(stderr).not.toContain('Zoe Muller');
});

test('C21: ranges stay words; what a spreadsheet made of one is told as damaged', () => {
  const { column, stderr, problems, status } = checked(
    'people.csv',
    asPeople('C21-ranges.csv', 'person,meetings_per_month', ','),
  );
  expect(column('meetings_per_month')).toContain('1-2, 3-4, 5+');
  const told = status === 2 ? problems() : stderr;
  expect(told).toContain('01. Feb');
});

/** Twelve against twelve, drawn; nothing happens to anybody but the people of the case. */
function drawn(people: readonly string[], events: readonly string[], outcome: string, months: number) {
  const folder = made();
  const filler = (arm: string, from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => `${arm}${from + i},${arm},2024-09-02,2019-01-01`);
  const rows = [...people, ...filler('participant', people.length, 12), ...filler('comparison', 0, 12)];
  writeFileSync(join(folder, 'people.csv'), ['person,arm,index,hired', ...rows].join('\n'));
  writeFileSync(join(folder, 'events.csv'), ['person,date,kind', ...events].join('\n'));
  const primary = { outcome, months, better: 'higher', matters: 0.05 };
  writeFileSync(
    join(folder, 'plan.json'),
    JSON.stringify({ plan: 1, design: 'lottery', cutoff: '2027-01-01', look: '2027-01-01', primary }),
  );
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['cli/start.js', 'evaluate', folder, '--out', join(folder, 'out'), '--as-of', '2027-06-01', '--json'],
    { encoding: 'utf8' },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout).findings[0].exact.groups[0];
}

const careers = () =>
  new TextDecoder()
    .decode(fieldFile('C18-rehire.csv').bytes)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(','));

test('C18: whoever came back counts in the second spell; the promotion there is no promotion of the first', () => {
  const events = careers().map(([, key, kind, date]) => `${key!},${date!},${kind!}`);
  const second = drawn(
    ['P-1,participant,2024-09-02,2020-01-01', 'P-2,participant,2024-09-02,2021-01-01'],
    events,
    'promotion',
    24,
  );
  expect(second).toMatchObject({ n: 12, count: 1 });
  const first = drawn(
    ['P-1,participant,2022-01-03,2020-01-01', 'P-2,participant,2024-09-02,2021-01-01'],
    events,
    'promotion',
    24,
  );
  expect(first).toMatchObject({ n: 12, count: 0 });
});

test('C20: leavers leave the count: of the three on staff on 1 January two left within the year', () => {
  const rows = new TextDecoder()
    .decode(fieldFile('C20-headcount.csv').bytes)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(','));
  const started = rows.filter(([, hired]) => hired === '2024-01-01');
  const people = started.map(([key, hired]) => `${key!},participant,2024-01-01,${hired!}`);
  const exits = started.filter(([, , exit]) => exit !== '').map(([key, , exit]) => `${key!},${exit!},exit`);
  const stayed = drawn(people, exits, 'retention', 12);
  expect(stayed).toMatchObject({ n: 12, count: 12 - 2 });
});

test('C14: a merged title is no heading, merged units fill their rows, the total is told and is no event', () => {
  const book = readWorkbook(fieldFile('C14-merged.xlsx').bytes);
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  // The headings and the one kind of event that the sender would rename.
  for (const [cell, word] of [
    ['A3', 'person'],
    ['D3', 'kind'],
    ['D7', 'role'],
  ] as const)
    sheet[cell] = { t: 's', v: word };
  const folder = made();
  writeFileSync(join(folder, 'events.xlsx'), writeWorkbook(book, { type: 'buffer', bookType: 'xlsx' }));
  const people = [3001, 3002, 3003, 3004].map((key) => `${key},participant,2024-09-02`);
  const others = Array.from({ length: 4 }, (_, i) => `${4001 + i},comparison,2024-09-02`);
  writeFileSync(join(folder, 'people.csv'), ['person,arm,index', ...people, ...others].join('\n'));
  const primary = { outcome: 'promotion', months: 12, better: 'higher', matters: 0.05 };
  writeFileSync(
    join(folder, 'plan.json'),
    JSON.stringify({ plan: 1, design: 'lottery', cutoff: '2026-06-30', look: '2026-06-30', primary }),
  );
  const line = ['cli/start.js', 'check', folder, '--out', join(folder, 'out')];
  const { stdout, stderr, status } = spawnSync(process.execPath, line, { encoding: 'utf8' });
  expect(stderr).toContain('Total');
  expect(stdout).toContain('events.xlsx, 4 rows');
  expect(stdout).toMatch(/unit +text +Sales, Sales, Sales/);
  expect(stdout).toContain('No problems: 8 people, 4 events, 0 scores.');
  expect(status).toBe(0);
});
