import { expect, test } from 'vitest';
import type { Plan } from '#evaluation/plan/plan.ts';
import { problemsOf, taken, warningsOf } from './program.fixture.ts';

const PAIRS = 'pair,mentor,mentee,made,planned_end,ended,end_kind,rhythm_days,paused\n';
const GOALS =
  'pair,goal,owner,mutual,area,specific,measurable,achievable,relevant,time_bound,baseline,target,unit,start,due,progress,state\n';
const ANSWERS = 'person,about,instrument,version,wave,date,item,answer\n';

test('an enrolment or a pair that ends before it begins, or says how it ended and not when, is a problem', async () => {
  const intake = await taken({
    enrolments:
      'person,role,from,planned_to,to,end_kind\nP1,mentee,2026-01-05,2026-01-04,2026-01-01,early\nP2,mentee,2026-01-05,2026-12-31,,completed\n',
    pairs: `${PAIRS}p1,M1,P1,2026-01-05,2025-12-31,2026-01-04,,14,\np2,M1,P2,2026-01-05,2026-12-31,,early,14,\np3,M1,P2,2026-01-05,2026-12-31,31.02.2026,early,14,\n`,
  });
  const order = 'Correct one of the two days.';
  const day = 'Give the day of the end too, or leave `end_kind` empty while it goes on.';
  expect(problemsOf(intake)).toEqual([
    `enrolments.csv line 2: \`planned_to\` 2026-01-04 lies before \`from\` 2026-01-05. ${order}`,
    `enrolments.csv line 2: \`to\` 2026-01-01 lies before \`from\` 2026-01-05. ${order}`,
    `enrolments.csv line 3: it says how it ended, and not on which day. ${day}`,
    'pairs.csv line 4: `31.02.2026` is not a date (write 2026-02-28). Write 2026-02-28.',
    `pairs.csv line 2: \`planned_end\` 2025-12-31 lies before \`made\` 2026-01-05. ${order}`,
    `pairs.csv line 2: \`ended\` 2026-01-04 lies before \`made\` 2026-01-05. ${order}`,
    `pairs.csv line 3: it says how it ended, and not on which day. ${day}`,
  ]);
});

test('a pair with itself, and pauses outside the time of the pair, are problems', async () => {
  const intake = await taken({
    pairs: `${PAIRS}p1,M1,M1,2026-01-05,2026-12-31,,,14,2026-01-01/2026-01-10\np2,M1,P2,2026-01-05,2026-12-31,2026-04-01,early,14,2026-03-20/2026-04-02\n`,
  });
  expect(problemsOf(intake)).toEqual([
    'pairs.csv line 2: mentor and mentee are the same person. Correct one of the two keys.',
    'pairs.csv line 2: the pause 2026-01-01/2026-01-10 begins before the pair was made. Correct the pause, or the days of the pair.',
    'pairs.csv line 3: the pause 2026-03-20/2026-04-02 goes on after the pair has ended. Correct the pause, or the days of the pair.',
  ]);
});

test('a pair whose day is not known stays and is counted; keys that look alike are told', async () => {
  const intake = await taken({ pairs: `${PAIRS}p1,M1,P1,,,,,,\nP1,M1,P2,2026-01-05,,,,,\n` });
  expect(problemsOf(intake)).toEqual([]);
  expect(intake.rows.program?.pairs?.count).toBe(2);
  expect(warningsOf(intake)).toEqual([
    '1 pair has no day in `made`; it stays in every denominator. Give the day on which the pair was made, if it is known.',
    'In `pair` some values look alike and are kept apart: `p1`, `P1`. If they mean the same, write them in one way.',
  ]);
});

test('keys that stand twice are problems with both lines; word for word alike, only the second one is', async () => {
  const intake = await taken({
    pairs: `${PAIRS}p1,M1,P1,2026-01-05,,,,,\np2,M1,P2,2026-01-05,,,,,\np1,M1,P2,2026-01-05,,,,,\np2,M1,P2,2026-01-05,,,,,\n`,
    reviews: 'pair,number,due,done\np1,1,2026-06-01,\np1,1,2026-07-01,\n',
    enrolments:
      'person,role,from,planned_to,to,end_kind\nP1,mentee,2026-01-05,,,\nP1,mentee,2026-01-05,2026-12-31,,\n',
    roster: 'wave,role,asked,answered\nbefore,mentee,3,2\nBefore,mentee,3,3\n',
    gates: 'person,gate,due,done\nP1,consent,2026-01-20,\nP1,consent,2026-01-20,2026-01-12\n',
    understanding: 'pair,items,same\np1,10,8\np1,10,9\n',
  });
  expect(intake.problems.map(({ problem, alsoLines }) => [problem, alsoLines])).toEqual([
    ['enrolments.csv: person `P1`, role `mentee`, from `2026-01-05` stands twice (lines 2, 3).', [2]],
    ['pairs.csv: pair `p1` stands twice (lines 2, 4).', [2]],
    ['pairs.csv: pair `p2` stands twice (lines 3, 5).', undefined],
    ['reviews.csv: pair `p1`, number `1` stands twice (lines 2, 3).', [2]],
    ['understanding.csv: pair `p1` stands twice (lines 2, 3).', [2]],
    ['gates.csv: person `P1`, gate `consent`, due `2026-01-20` stands twice (lines 2, 3).', [2]],
    ['roster.csv: wave `Before`, role `mentee` stands twice (lines 2, 3).', [2]],
  ]);
});

test('a meeting told word for word twice counts once; told by one each in two rows it is a problem; moved and held on a day are two', async () => {
  const intake = await taken({
    meetings:
      'pair,day,state,reported_by\np1,2026-02-01,held,both\np1,2026-02-01,held,both\np2,2026-02-01,held,mentor\np2,2026-02-01,held,mentee\np1,2026-03-01,moved,both\np1,2026-03-01,held,both\n',
  });
  expect(problemsOf(intake)).toEqual([
    'meetings.csv: pair `p2`, day `2026-02-01`, state `held` stands twice (lines 4, 5). Keep one; a meeting that both reported is one row with `mentor;mentee`.',
  ]);
  expect(warningsOf(intake)).toEqual([
    '1 row stands twice, word for word, and is counted once. Nothing to do, if nothing happened twice.',
  ]);
  expect(intake.rows.program?.meetings?.pair).toEqual(['p1', 'p2', 'p2', 'p1', 'p1']);
});

test('held meetings that nobody reported, and promises renegotiated on no day, are counted', async () => {
  const intake = await taken({
    meetings: 'pair,day,state,reported_by\np1,2026-02-01,held,\np1,2026-02-08,moved,\n',
    promises:
      'pair,kind,due,view_mentor,view_mentee,renegotiated_on\np1,rhythm,2026-03-01,renegotiated,renegotiated,\np1,rhythm,2026-04-01,renegotiated,kept,\n',
  });
  expect(problemsOf(intake)).toEqual([]);
  expect(warningsOf(intake)).toEqual([
    '1 held meeting was reported by nobody and counts for nothing. Say who reported it: mentor, mentee, or mentor;mentee.',
    '1 promise was renegotiated on no day that is given; it does not count as renegotiated in time. Give the day on which both agreed.',
  ]);
});

test('C36: a goal that starts where it aims is no target to reach, and "keep at" is offered', async () => {
  const goal = (key: string, baseline: string, target: string): string =>
    `p1,${key},mentee,,,yes,yes,yes,yes,yes,${baseline},${target},x,2026-02-01,2026-08-01,,open\n`;
  const intake = await taken({
    goals: `${GOALS}${goal('a', '10', '10')}${goal('b', '12', '0')}${goal('d', '0', '3')}${goal('e', '0', '0')}${goal('f', '', '')}`,
  });
  const cure = (at: number): string =>
    `If it shall stay there, say "keep at ${at}" in \`goal\` and leave \`baseline\` and \`target\` empty; else correct one of the two.`;
  expect(problemsOf(intake)).toEqual([
    `goals.csv line 2: the goal starts at 10 and aims at 10: there is nothing to reach. ${cure(10)}`,
    `goals.csv line 5: the goal starts at 0 and aims at 0: there is nothing to reach. ${cure(0)}`,
  ]);
});

test('a goal due before its start, or with progress before it, is a problem', async () => {
  const intake = await taken({
    goals: `${GOALS}p1,a,mentee,,,yes,yes,yes,yes,yes,,3,x,2026-02-01,2026-01-01,2026-03-01;2026-01-20,open\n`,
  });
  expect(problemsOf(intake)).toEqual([
    'goals.csv line 2: `due` 2026-01-01 lies before `start` 2026-02-01. Correct one of the two days.',
    "goals.csv line 2: progress on 2026-01-20 lies before the goal's start on 2026-02-01. Correct one of the two days; what was there before belongs in `baseline`.",
  ]);
});

test('more answers than people asked, and more items alike than there are, are problems', async () => {
  const intake = await taken({
    roster: 'wave,role,asked,answered\nbefore,mentee,3,4\n',
    understanding: 'pair,items,same\np1,10,11\n',
  });
  expect(problemsOf(intake)).toEqual([
    'understanding.csv line 2: `same` 11 is more than `items` 10. Correct one of the two numbers.',
    'roster.csv line 2: `answered` 4 is more than `asked` 3. Correct one of the two numbers.',
  ]);
});

test('cost lines that stand twice word for word are counted twice, and told', async () => {
  const intake = await taken({
    costs: 'line,kind,amount,currency\nRooms,material,400,EUR\nRooms,material,400,EUR\n',
  });
  expect(intake.rows.program?.costs?.count).toBe(2);
  expect(warningsOf(intake)).toEqual([
    '1 row of costs.csv stands there before, word for word, and is counted again. Delete what was entered twice by mistake.',
  ]);
});

test('C25: a second answer to the same item is a problem; the same answer sent twice counts once', async () => {
  const answer = (person: string, value: string, day: string): string =>
    `${person},M1,core-1,1,after,${day},tu1,${value}\n`;
  const intake = await taken({
    answers: `${ANSWERS}${answer('P1', '4', '2026-12-01')}${answer('P1', '5', '2026-12-02')}${answer('P2', '3', '2026-12-01')}${answer('P2', '3', '2026-12-01')}`,
  });
  expect(problemsOf(intake)).toEqual([
    'answers.csv: person `P1`, about `M1`, instrument `core-1`, version `1`, wave `after`, item `tu1` stands twice (lines 2, 3). Keep one; several answers to one item stand in one cell with a semicolon between.',
  ]);
  expect(intake.rows.program?.answers?.person).toEqual(['P1', 'P1', 'P2']);
});

test('a form after each meeting may be answered in one wave on several days, and once on a day', async () => {
  const answer = (day: string, value: string): string => `P1,,check-in-1,1,during1,${day},us,${value}\n`;
  const intake = await taken({
    answers: `${ANSWERS}${answer('2026-03-01', '4')}${answer('2026-03-15', '5')}${answer('2026-03-15', '3')}`,
  });
  expect(problemsOf(intake)).toEqual([
    'answers.csv: person `P1`, instrument `check-in-1`, version `1`, wave `during1`, item `us` stands twice (lines 3, 4). Keep one; several answers to one item stand in one cell with a semicolon between.',
  ]);
});

test('F9: several versions of an instrument are told, for answers and for scores; a version of nothing is a problem', async () => {
  const intake = await taken({
    answers: `${ANSWERS}P1,M1,core-1,1,before,2026-01-02,tu1,4\nP1,M1,core-1,2,after,2026-12-01,tu1,5\n`,
    scores:
      'person,wave,date,scale,score,instrument,version\nP1,before,2026-01-02,trust,4,core-1,1\nP1,after,2026-12-02,trust,4,core-1,2\nP2,after,2026-12-02,trust,4,,2\n',
  });
  const cure = 'Another version is another instrument: figures from different versions are never compared.';
  expect(warningsOf(intake)).toEqual([
    `\`core-1\` was asked in several versions: \`1\`, \`2\`. ${cure}`,
    `\`core-1\` was asked in several versions: \`1\`, \`2\`. ${cure}`,
  ]);
  expect(problemsOf(intake)).toEqual([
    'scores.csv line 4: it names a version, and no instrument. Name the instrument too, or leave `version` empty.',
  ]);
});

test('columns that are not read are named, and what they may be', async () => {
  const intake = await taken({
    reviews: 'pair,number,due,done,chanel_mentor,Channel mentee,notes\np1,1,2026-06-01,,yes,no,a\n',
  });
  expect(warningsOf(intake)).toEqual([
    'The column `chanel_mentor` of reviews.csv is not read; `channel_mentor` would be. Rename it `channel_mentor`, if that is meant.',
    'The column `notes` of reviews.csv is not read. Nothing to do; better not to export what is not needed.',
  ]);
});

test('meetings and answers after the cut-off of the plan are counted', async () => {
  const plan: Plan = {
    plan: 1,
    design: 'opinions',
    cutoff: '2026-06-30',
    look: '2026-12-31',
    primary: { outcome: 'trust', wave: 'after', better: 'higher', matters: 0.2 },
  };
  const intake = await taken(
    {
      meetings: 'pair,day,state,reported_by\np1,2026-07-01,held,both\np1,2026-06-30,held,both\n',
      answers: `${ANSWERS}P1,M1,core-1,1,after,2026-12-01,tu1,4\n`,
    },
    { plan },
  );
  expect(warningsOf(intake)).toEqual([
    '1 row lies after the cut-off 2026-06-30 and is ignored. Nothing to do, if the cut-off of the plan is meant.',
    '1 row lies after the cut-off 2026-06-30 and is ignored. Nothing to do, if the cut-off of the plan is meant.',
  ]);
});
