import { expect, test } from 'vitest';
import { withoutProblemRows } from '../without-problem-rows.ts';
import { taken } from './program.fixture.ts';

const PAIRS = 'pair,mentor,mentee,made,planned_end,ended,end_kind,rhythm_days\n';
const MEETINGS = 'pair,day,state,reported_by\n';

test('rows with problems go, are counted by file and reason, and a pair takes its rows along', async () => {
  const intake = await taken({
    pairs: `${PAIRS}p1,M1,P1,2026-01-05,2026-12-31,,,14\np2,M1,P2,2026-01-05,2025-12-31,,,14\n`,
    meetings: `${MEETINGS}p1,2026-02-01,held,both\np1,2026-02-31,held,both\np2,2026-02-01,held,both\np9,2026-02-01,hold,both\n`,
    costs: 'line,kind,amount,currency\nRooms,material,much,EUR\nStaff,staff,3,EUR\n',
  });
  const { rows, leftOutOfProgram, remaining } = withoutProblemRows(intake);
  expect(remaining).toEqual([]);
  expect(leftOutOfProgram).toEqual([
    { file: 'pairs.csv', reason: 'order', n: 1 },
    { file: 'meetings.csv', reason: 'V02', n: 1 },
    { file: 'meetings.csv', reason: 'word', n: 1 },
    { file: 'meetings.csv', reason: 'pair-left-out', n: 1 },
    { file: 'costs.csv', reason: 'number', n: 1 },
  ]);
  expect(rows.program?.pairs?.pair).toEqual(['p1']);
  expect(rows.program?.meetings?.pair).toEqual(['p1']);
  expect(rows.program?.costs?.line).toEqual(['Staff']);
});

test('both copies of a pair that contradict each other go; the rows stay whole in every column', async () => {
  const intake = await taken({
    pairs: `${PAIRS}p1,M1,P1,2026-01-05,,,,14\np1,M1,P2,2026-01-05,,,,14\np2,M1,P2,2026-01-05,,,,7\n`,
    goals:
      'pair,goal,owner,mutual,area,specific,measurable,achievable,relevant,time_bound,baseline,target,unit,start,due,progress,state\np1,a,mentee,,,yes,no,no,no,no,,3,,,,,open\np2,b,mentee,,,no,yes,no,no,no,,4,,,,2026-03-01,open\n',
  });
  const { rows } = withoutProblemRows(intake);
  expect(rows.program?.pairs).toMatchObject({
    count: 1,
    pair: ['p2'],
    rhythmDays: Int32Array.of(7),
    paused: [[]],
  });
  expect(rows.program?.goals).toMatchObject({ count: 1, goal: ['b'], target: Float64Array.of(4) });
  expect(rows.program?.goals?.smart.map((part) => [...part])).toEqual([[0], [1], [0], [0], [0]]);
});

test('answers of which one row became several go together, and count as the one row that they were', async () => {
  const intake = await taken({
    answers:
      'person,about,instrument,version,wave,date,item,answer\nP1,,c,1,after,2026-12-01,topics,a;b\nP1,,c,1,after,2026-12-01,topics,c\nP2,,c,1,after,2026-12-01,topics,a;b\n',
  });
  const { rows, leftOutOfProgram } = withoutProblemRows(intake);
  expect(leftOutOfProgram).toEqual([{ file: 'answers.csv', reason: 'row-twice', n: 2 }]);
  expect(rows.program?.answers?.person).toEqual(['P2', 'P2']);
});

test('scores of a mentor in the pairs file stay when the person of another row goes', async () => {
  const intake = await taken(
    {
      pairs: `${PAIRS}p1,M8,P1,2026-01-05,,,,14\n`,
      scores:
        'person,about,wave,date,scale,score\nM8,P1,after,2026-12-01,trust,4\nP2,M8,after,2026-12-01,trust,5\n',
    },
    { people: 'person,arm,index\nP1,participant,2026-01-05\nP2,participant,2026-13-05\n' },
  );
  const { rows } = withoutProblemRows(intake);
  expect(rows.scores.person).toEqual(['M8']);
});
