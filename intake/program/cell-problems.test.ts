import { expect, test } from 'vitest';
import { problemsOf, taken } from './program.fixture.ts';

const PAIRS = 'pair,mentor,mentee,made,planned_end,ended,end_kind,rhythm_days,paused\n';
const GOALS =
  'pair,goal,owner,mutual,area,specific,measurable,achievable,relevant,time_bound,baseline,target,unit,start,due,progress,state\n';
const goal = (progress: string, baseline = '', target = '3'): string =>
  `p1,g1,mentee,,,yes,yes,yes,yes,yes,${baseline},${target},x,2026-02-01,2026-08-01,${progress},open\n`;

test('a missing column is named together with the columns found, and no row is used', async () => {
  const intake = await taken({ meetings: 'pair,day,state\np1,2026-02-01,held\n' });
  expect(problemsOf(intake)).toEqual([
    'meetings.csv has no column `reported_by`. Columns found: pair, day, state. Add the column `reported_by`, or rename the one that holds it.',
  ]);
  expect(intake.rows.program?.meetings?.count).toBe(0);
});

test('an empty cell that is needed is a problem with its cure', async () => {
  const intake = await taken({
    pairs: `${PAIRS},M1,,2026-01-05,,,,,\n`,
    feedback: 'pair,from_mentor,from_mentee\np1,,n/a\n',
    gates: 'person,gate,due,done\nP1,,,\n',
  });
  expect(problemsOf(intake)).toEqual([
    'pairs.csv line 2: `pair` is empty. Give the key of the pair, as in the pairs file.',
    'pairs.csv line 2: `mentee` is empty. Give the key of the person; somebody who was erased keeps the row under a key such as `erased-1`.',
    'feedback.csv line 2: `from_mentor` is empty. Write the number, 0 when there was none.',
    'feedback.csv line 2: `from_mentee` is empty. Write the number, 0 when there was none.',
    'gates.csv line 2: `gate` is empty. Fill the cell, or delete the row.',
    'gates.csv line 2: `due` is empty. Write the day as YYYY-MM-DD, or delete the row.',
    'feedback.csv line 2: the pair `p1` is not in pairs.csv. Add the pair to pairs.csv, also when it has ended, or correct its key.',
  ]);
});

test('a key that a spreadsheet rounded is nobody', async () => {
  const [problem] = problemsOf(await taken({ pairs: `${PAIRS}p1,1.23E+05,P1,,,,,,\n` }));
  expect(problem).toBe(
    "pairs.csv line 2: the key in `mentor` was rounded by a spreadsheet and may be anybody's. Format the column as text, or as a number without decimals, and export the file again.",
  );
});

test('V02: a day that never was is named with the nearest one', async () => {
  const intake = await taken({ meetings: 'pair,day,state,reported_by\np1,31.02.2026,held,both\n' });
  expect(intake.problems).toMatchObject([
    {
      code: 'V02',
      file: 'meetings.csv',
      line: 2,
      column: 'day',
      value: '31.02.2026',
      problem: 'meetings.csv line 2: `31.02.2026` is not a date (write 2026-02-28).',
    },
  ]);
});

test('words outside their list are named with the list', async () => {
  const intake = await taken({
    pairs: `${PAIRS}p1,M1,P1,2026-01-05,,2026-05-05,complete,,\n`,
    meetings: 'pair,day,state,reported_by\np1,2026-02-01,,boss\n',
    areas: 'pair,side,area\np1,both,Listening\n',
    costs: 'line,kind,amount,currency,booked\nRooms,material,400,EUR,maybe\n',
    roster: 'wave,role,asked,answered\nlater,boss,3,2\n',
  });
  expect(problemsOf(intake)).toEqual([
    'pairs.csv line 2: `complete` is not a word for `end_kind`. Write one of: completed, early, moved-on; or leave the cell empty.',
    'meetings.csv line 2: `state` is empty. Write one of: held, moved, cancelled.',
    'meetings.csv line 2: `boss` is not a word for `reported_by`. Write one of: mentor, mentee, mentor;mentee; or leave the cell empty.',
    'areas.csv line 2: `both` is not a word for `side`. Write one of: mentor, mentee.',
    'roster.csv line 2: `later` is not a word for `wave`. Write one of: before, during1, during2, after, followup6.',
    'roster.csv line 2: `boss` is not a word for `role`. Write one of: mentee, mentor.',
    'costs.csv line 2: `maybe` is not a word for `booked`. Write one of: yes, no; or leave the cell empty.',
  ]);
});

test('amounts that are no numbers, not whole, or too small are named', async () => {
  const intake = await taken({
    pairs: `${PAIRS}p1,M1,P1,2026-01-05,,,,0,\n`,
    feedback: 'pair,from_mentor,from_mentee\np1,2.5,-1\n',
    costs: 'line,kind,amount,currency\nRooms,material,400 EUR,EUR\nStaff,staff,1e999,EUR\n',
  });
  expect(problemsOf(intake)).toEqual([
    'pairs.csv line 2: `0` in `rhythm_days` is less than 1. Write a number from 1 on, or leave the cell empty.',
    'feedback.csv line 2: `2.5` in `from_mentor` is not a whole number. Write a whole number.',
    'feedback.csv line 2: `-1` in `from_mentee` is less than 0. Write a number from 0 on.',
    'costs.csv line 2: `400 EUR` in `amount` is not a number. Write digits only, without unit or currency.',
    'costs.csv line 3: `1e999` in `amount` is not a number. Write digits only, without unit or currency.',
  ]);
});

test('mixed decimal signs in a column are told with the cell and one of the others', async () => {
  const intake = await taken({
    costs: 'line;kind;amount;currency\nRooms;material;400,50;EUR\nStaff;staff;20.5;EUR\n',
    goals: `${GOALS}${goal('"2026-03-01=8,5;2026-04-01=9.5"')}`,
  });
  expect(problemsOf(intake)).toEqual([
    'goals.csv line 2: `2026-04-01=9.5` in `progress` is not a day of progress. Other values of the column have a decimal comma; write all in one way.',
    'costs.csv line 3: `20.5` in `amount` is not written like the other cells, which have a decimal comma (such as `400,50`). Write all numbers of the column in one way.',
  ]);
});

test('a number that leaves its decimal sign open follows the other numbers of the table, not its keys', async () => {
  const { rows, problems } = await taken({
    goals: `${GOALS}${goal('', '1.000', '0,5')}`
      .replace('1.000,0,5', '1.000;0,5')
      .replaceAll(/,(?!5)/g, ';')
      .replace('g1', '1.5'),
  });
  expect(problems).toEqual([]);
  expect(rows.program?.goals?.baseline[0]).toBe(1000);
});

test('months and currencies in another form are named', async () => {
  const intake = await taken({
    asked:
      'role,month,minutes\nmentee,05/2026,12\nmentee,2026-13,1\nmentee,2026-05-02,1\nmentee,2026-05-01,1\n',
    costs: 'line,kind,amount,currency\nRooms,material,400,€\n',
  });
  expect(problemsOf(intake)).toEqual([
    'asked.csv line 2: `05/2026` is not a month. Write YYYY-MM, such as 2026-05.',
    'asked.csv line 3: `2026-13` is not a month. Write YYYY-MM, such as 2026-05.',
    'asked.csv line 4: `2026-05-02` is not a month. Write YYYY-MM, such as 2026-05.',
    'costs.csv line 2: `€` is not a currency. Write its three letters, such as EUR, KES or USD.',
  ]);
  expect(intake.rows.program?.asked?.month[3]).toBe('2026-05');
});

test('pauses that are none, end before they begin, or overlap are named part by part', async () => {
  const pause = (cell: string): string => `p1,M1,P1,2026-01-05,,,,,${cell}\n`;
  const form = 'Write the first and the last day as 2026-05-01/2026-06-01; several with a semicolon between.';
  const told = async (cell: string): Promise<string[]> =>
    problemsOf(await taken({ pairs: `${PAIRS}${pause(cell)}` }));
  expect(await told('2026-05-01-2026-06-01;2026-07-01/')).toEqual([
    `pairs.csv line 2: \`2026-05-01-2026-06-01\` in \`paused\` is not a time from one day to another. ${form}`,
    `pairs.csv line 2: \`2026-07-01/\` in \`paused\` is not a time from one day to another. For a day that is not one: write YYYY-MM-DD. ${form}`,
  ]);
  expect(await told('2026-02-01/2026-02-30')).toEqual([
    `pairs.csv line 2: \`2026-02-01/2026-02-30\` in \`paused\` is not a time from one day to another. For a day that is not one: write 2026-02-28. ${form}`,
  ]);
  expect(await told('2026-06-01/2026-05-01')).toEqual([
    'pairs.csv line 2: `2026-06-01/2026-05-01` in `paused` is not a time from one day to another. It ends before it begins; write the first day first.',
  ]);
  expect(await told('2026-05-20/2026-07-01;2026-05-01/2026-05-20')).toEqual([
    'pairs.csv line 2: two times in `paused` overlap: 2026-05-01/2026-05-20 and 2026-05-20/2026-07-01. Write one for both, or correct a day.',
  ]);
});

test('progress that is none, or stands at two values on one day, is named part by part', async () => {
  const form =
    'Write the day, or the day and where it stands: 2027-02-10 or 2027-02-10=8.5; several with a semicolon between.';
  const told = async (cell: string): Promise<string[]> =>
    problemsOf(await taken({ goals: `${GOALS}${goal(cell)}` }));
  expect(await told('soon;2026-03-05=much')).toEqual([
    `goals.csv line 2: \`soon\` in \`progress\` is not a day of progress. For a day that is not one: write YYYY-MM-DD. ${form}`,
    `goals.csv line 2: \`2026-03-05=much\` in \`progress\` is not a day of progress. ${form}`,
  ]);
  expect(await told('2026-03-05=8;2026-03-05=9')).toEqual([
    'goals.csv line 2: `2026-03-05=8;2026-03-05=9` in `progress` is not a day of progress. It stands at two values on one day; keep the later one.',
  ]);
});
