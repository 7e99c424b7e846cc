import { expect, test } from 'vitest';
import { problemsOf, taken, warningsOf } from './program.fixture.ts';

test('rows of a pair that is not in the pairs file are problems; a key written in another way is offered, not joined', async () => {
  const intake = await taken({
    meetings:
      'pair,day,state,reported_by\nP1,2026-02-01,held,both\np9,2026-02-01,held,both\np2,2026-02-01,held,both\n',
    actions: 'pair,due,closed\np9,2026-07-01,\n',
  });
  expect(problemsOf(intake)).toEqual([
    'meetings.csv line 2: the pair `P1` is not in pairs.csv. Write `p1`, if that pair is meant; else add the pair to pairs.csv.',
    'meetings.csv line 3: the pair `p9` is not in pairs.csv. Add the pair to pairs.csv, also when it has ended, or correct its key.',
    'actions.csv line 2: the pair `p9` is not in pairs.csv. Add the pair to pairs.csv, also when it has ended, or correct its key.',
  ]);
});

test('without a pairs file nothing is known about silent pairs, and that is told once', async () => {
  const intake = await taken({
    pairs: '',
    meetings: 'pair,day,state,reported_by\np1,2026-02-01,held,both\n',
    feedback: 'pair,from_mentor,from_mentee\np1,1,1\n',
  });
  expect(problemsOf(intake)).toEqual([]);
  expect(warningsOf(intake)).toEqual([
    '`meetings.csv`, `feedback.csv` speak of pairs, and there is no pairs file: pairs of which nothing is told are not known. Add pairs.csv with a row for every pair ever made.',
  ]);
});

test('V15: mentors and mentees who are not in the people file are counted and stay', async () => {
  const intake = await taken({
    pairs:
      'pair,mentor,mentee,made,planned_end,ended,end_kind,rhythm_days\np1,M8,P1,2026-01-05,,,,\np2,M8,P9,2026-01-05,,,,\n',
    enrolments: 'person,role,from,planned_to,to,end_kind\nM8,mentor,2026-01-05,,,\n',
  });
  expect(problemsOf(intake)).toEqual([]);
  const cure =
    'They are counted as people of the program; add them to the people file where facts about them matter.';
  expect(warningsOf(intake)).toEqual([
    `enrolments.csv names 1 person who is not in the people file. ${cure}`,
    `pairs.csv names 2 people who are not in the people file. ${cure}`,
  ]);
  expect(intake.rows.program?.pairs?.mentor).toEqual(['M8', 'M8']);
});

test('V15: scores, answers and gates of mentors in the pairs file count; of people on file nowhere they are ignored and counted', async () => {
  const intake = await taken({
    pairs: 'pair,mentor,mentee,made,planned_end,ended,end_kind,rhythm_days\np1,M8,P1,2026-01-05,,,,\n',
    scores:
      'person,about,wave,date,scale,score\nM8,P1,after,2026-12-01,trust,4\nX,Z,after,2026-12-01,trust,4\nP1,M8,after,2026-12-01,trust,5\n',
    answers:
      'person,about,instrument,version,wave,date,item,answer\nM8,P1,core-1,1,after,2026-12-01,tu1,4\nMB,Z,core-1,1,after,2026-12-01,tu1,4\nm8,P1,core-1,1,after,2026-12-01,tu2,4\nP1,Y,core-1,1,after,2026-12-01,tu1,4\n',
    gates: 'person,gate,due,done\nX,consent,2026-01-20,\nM8,consent,2026-01-20,\n',
  });
  expect(problemsOf(intake)).toEqual([]);
  const cure = 'They are ignored; add the people if they belong to the study.';
  expect(warningsOf(intake)).toEqual([
    'pairs.csv names 1 person who is not in the people file. They are counted as people of the program; add them to the people file where facts about them matter.',
    '1 key in `person` of answers.csv differs from one on file only in case, and is read as that: `m8` as `M8`. Nothing to do, if they are the same people.',
    '2 rows of answers.csv are about 2 people who are on file nowhere. Correct the keys in `about`, or add the people.',
    `1 of the gates belongs to somebody who is not in the files of people and pairs. ${cure}`,
    `1 of the answers belongs to somebody who is not in the files of people and pairs. ${cure}`,
    `1 of the scores belongs to somebody who is not in the files of people and pairs. ${cure}`,
  ]);
  expect(intake.rows.scores.person).toEqual(['M8', 'P1']);
  expect(intake.rows.program?.answers?.person).toEqual(['M8', 'M8', 'P1']);
  expect(intake.rows.program?.gates?.person).toEqual(['M8']);
});

test('somebody on file nowhere who says something about a person on file is a third party, and told', async () => {
  const intake = await taken({
    scores:
      'person,about,wave,date,scale,score\nT1,P1,before,2026-01-01,leadership,4\nT1,P2,before,2026-01-01,leadership,3\nT2,,before,2026-01-01,leadership,3\n',
    answers: 'person,about,instrument,version,wave,date,item,answer\nT1,P1,lead-1,1,after,2026-12-01,le1,4\n',
  });
  expect(intake.rows.scores.person).toEqual(['T1', 'T1']);
  expect(intake.rows.program?.answers?.person).toEqual(['T1']);
  const cure = 'Nothing to do, if they are colleagues or superiors; else correct the keys in `person`.';
  expect(warningsOf(intake)).toEqual([
    `1 of the answers is by 1 person who is not in the files of people and pairs, about people who are: they count as views of third parties. ${cure}`,
    `2 scores are by 1 person who is not in the files of people and pairs, about people who are: they count as views of third parties. ${cure}`,
    '1 of the scores belongs to somebody who is not in the files of people and pairs. They are ignored; add the people if they belong to the study.',
  ]);
});

test('meetings before their pair was made, and areas of goals that nobody named, are counted', async () => {
  const intake = await taken({
    meetings: 'pair,day,state,reported_by\np1,2026-01-04,held,both\np1,2026-01-05,held,both\n',
    areas: 'pair,side,area\np1,mentee,Delegation\n',
    goals:
      'pair,goal,owner,mutual,area,specific,measurable,achievable,relevant,time_bound,baseline,target,unit,start,due,progress,state\np1,a,mentee,,delegation,,,,,,,,,,,,open\np1,b,mentee,,,,,,,,,,,,,,open\np1,c,mentee,,Delegation,,,,,,,,,,,,open\n',
  });
  expect(problemsOf(intake)).toEqual([]);
  expect(warningsOf(intake)).toEqual([
    '1 meeting lies before the day on which the pair was made. Correct `made` in the pairs file, or the days of the meetings.',
    '1 goal serves a growth area that nobody of the pair named: `delegation`. Write an area in the same way in both files, or add it to the areas file.',
  ]);
});

test('C08: pairs that closed early, and a pair whose mentee was erased, are rows like all others', async () => {
  const pairs = Array.from({ length: 20 }, (_, i) => {
    const mentee = i === 19 ? 'erased-1' : `E${i}`;
    return i < 3
      ? `q${i},M1,${mentee},2026-01-05,2026-12-31,2026-04-01,early,14\n`
      : `q${i},M1,${mentee},2026-01-05,2026-12-31,,,14\n`;
  });
  const intake = await taken({
    pairs: `pair,mentor,mentee,made,planned_end,ended,end_kind,rhythm_days\n${pairs.join('')}`,
  });
  expect(problemsOf(intake)).toEqual([]);
  expect(intake.rows.program?.pairs?.count).toBe(20);
});
