import { expect, test } from 'vitest';
import { dayFromIso, isoFromDay } from '#evaluation/study/day.ts';
import { EVENT_KINDS } from '#evaluation/study/rows.ts';
import { takeIn } from '#intake/take-in.ts';
import { textFile } from '#tests/text-file.ts';
import { fieldFile, withHeadings } from './field-file.ts';

test('C18: whoever comes back is one person with two spells, and the promotion belongs to the second', async () => {
  const people = textFile(
    'people.csv',
    'person,arm,index\nP-1,participant,2024-09-02\nP-2,participant,2024-09-02\n',
  );
  const events = withHeadings('C18-rehire.csv', 'contract,person,kind,date');
  const { rows, problems, warnings } = await takeIn({ people, events });
  expect([problems, warnings]).toEqual([[], []]);
  expect(rows.events.person).toEqual(['P-1', 'P-1', 'P-1', 'P-1', 'P-2']);
  expect([...rows.events.kind].map((kind) => EVENT_KINDS[kind])).toEqual([
    'hire',
    'exit',
    'hire',
    'promotion',
    'hire',
  ]);
});

test('C18: without the second hire the promotion after leaving is a problem', async () => {
  const people = textFile('people.csv', 'person,arm,index\nP-1,participant,2021-09-02\n');
  const events = textFile('events.csv', 'person,kind,date\nP-1,exit,2022-06-30\nP-1,promotion,2025-03-01\n');
  const { problems } = await takeIn({ people, events });
  expect(problems).toMatchObject([
    { code: 'V07', line: 3, problem: 'P-1 has a promotion on 2025-03-01 after leaving on 2022-06-30.' },
  ]);
});

test('C20: every exit that is in the file is kept with its day', async () => {
  const [, ...lines] = new TextDecoder().decode(fieldFile('C20-headcount.csv').bytes).trim().split('\n');
  const careers = lines.map((line) => line.split(','));
  const people = textFile(
    'people.csv',
    ['person,arm,index,hired', ...careers.map(([key, hire]) => `${key},comparison,,${hire}`)].join('\n'),
  );
  const exits = careers.filter(([, , exit]) => exit !== '').map(([key, , exit]) => `${key},exit,${exit}`);
  const { rows, problems } = await takeIn({
    people,
    events: textFile('events.csv', ['person,kind,date', ...exits].join('\n')),
  });
  expect(problems).toEqual([]);
  const exitOf = new Map(rows.events.person.map((key, e) => [key, rows.events.day[e]!]));
  const onStaff = (iso: string): number =>
    rows.people.person.filter((key, i) => {
      const day = dayFromIso(iso)!;
      return rows.people.hired[i]! <= day && (exitOf.get(key) ?? Number.POSITIVE_INFINITY) >= day;
    }).length;
  expect(['2024-01-01', '2024-07-01', '2024-12-31', '2025-01-15'].map(onStaff)).toEqual([3, 3, 3, 3]);
  expect([...exitOf].map(([key, day]) => [key, isoFromDay(day)])).toEqual([
    ['B', '2024-06-30'],
    ['D', '2024-12-31'],
  ]);
});

test('C21: ranges stay options, and one that a spreadsheet turned into a date is reported', async () => {
  const text = new TextDecoder().decode(fieldFile('C21-ranges.csv').bytes).trim();
  const [, ...lines] = text.split('\n');
  const people = textFile(
    'people.csv',
    ['person,arm,index,meetings_per_month', ...lines.map((line) => line.replace(',', ',comparison,,'))].join(
      '\n',
    ),
  );
  const { rows, problems } = await takeIn({ people });
  expect(problems).toMatchObject([
    { code: 'damaged', line: 5, column: 'meetings_per_month', value: '01. Feb', severity: 'error' },
  ]);
  const covariate = rows.people.covariates.get('meetings_per_month')!;
  if (covariate.kind !== 'category') throw new Error('ranges became numbers');
  expect([...covariate.codes.subarray(0, 3)].map((code) => covariate.levels[code - 1])).toEqual([
    '1-2',
    '3-4',
    '5+',
  ]);
});
