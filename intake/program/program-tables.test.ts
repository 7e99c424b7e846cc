import { expect, test } from 'vitest';
import { MISSING_DAY, dayFromIso } from '#evaluation/study/day.ts';
import { BOTH, MENTEE, MENTOR } from '#evaluation/study/program-rows.ts';
import { problemsOf, taken, warningsOf } from './program.fixture.ts';

const days = (...texts: string[]): Int32Array =>
  Int32Array.from(texts, (text) => (text === '' ? MISSING_DAY : dayFromIso(text)!));

async function rowsOf(program: Record<string, string>) {
  const intake = await taken(program);
  expect(problemsOf(intake)).toEqual([]);
  expect(warningsOf(intake)).toEqual([]);
  return intake.rows.program!;
}

test('a table without a file is null, and a study without any table of the program has none', async () => {
  const program = await rowsOf({});
  expect(program.pairs?.count).toBe(2);
  expect(program.meetings).toBe(null);
  expect((await taken({ pairs: '' })).rows.program).toBe(undefined);
});

test('enrolments: role, days and how it ended, whatever the case of the words', async () => {
  const { enrolments } = await rowsOf({
    enrolments:
      'person,role,from,planned_to,to,end_kind\nP1,Mentee,2026-01-05,2026-12-31,,\nM1,mentor,2026-01-05,2026-12-31,2026-06-30,Moved on\n',
  });
  expect(enrolments).toEqual({
    count: 2,
    person: ['P1', 'M1'],
    role: Uint8Array.of(0, 1),
    from: days('2026-01-05', '2026-01-05'),
    plannedTo: days('2026-12-31', '2026-12-31'),
    to: days('', '2026-06-30'),
    endKind: Uint8Array.of(0, 3),
  });
});

test('pairs: pauses in order of their days, no rhythm where none was agreed, cohort only where it is given', async () => {
  const { pairs } = await rowsOf({
    pairs:
      'pair,mentor,mentee,made,planned_end,ended,end_kind,rhythm_days,paused,cohort\np1,M1,P1,2026-01-05,2026-12-31,2026-12-31,completed,14,2026-08-01/2026-08-31; 2026-05-01/2026-05-02,A\np2,M1,P2,2026-01-05,2026-12-31,2026-03-01,EARLY,,,\n',
  });
  expect(pairs).toEqual({
    count: 2,
    pair: ['p1', 'p2'],
    mentor: ['M1', 'M1'],
    mentee: ['P1', 'P2'],
    made: days('2026-01-05', '2026-01-05'),
    plannedEnd: days('2026-12-31', '2026-12-31'),
    ended: days('2026-12-31', '2026-03-01'),
    endKind: Uint8Array.of(1, 2),
    rhythmDays: Int32Array.of(14, 0),
    paused: [[[...days('2026-05-01', '2026-05-02')], [...days('2026-08-01', '2026-08-31')]], []],
    cohort: ['A', ''],
  });
});

test('meetings: state and who reported it, in any order of the two', async () => {
  const { meetings } = await rowsOf({
    meetings:
      'pair,day,state,reported_by\np1,2026-02-01,held,mentee; mentor\np1,2026-02-15,moved,\np2,2026-02-01,Cancelled,Mentor\np2,2026-03-01,held,both\np2,2026-04-01,canceled,mentee\n',
  });
  expect(meetings).toEqual({
    count: 5,
    pair: ['p1', 'p1', 'p2', 'p2', 'p2'],
    day: days('2026-02-01', '2026-02-15', '2026-02-01', '2026-03-01', '2026-04-01'),
    state: Uint8Array.of(0, 1, 2, 0, 2),
    reportedBy: Uint8Array.of(BOTH, 0, MENTOR, BOTH, MENTEE),
  });
});

test('C32: weekly meetings over the turn of a year with 53 weeks are seven days apart', async () => {
  const held = ['2026-12-14', '2026-12-21', '2026-12-28', '2027-01-04'].map((day) => `p1,${day},held,both\n`);
  const { meetings } = await rowsOf({ meetings: `pair,day,state,reported_by\n${held.join('')}` });
  const { day } = meetings!;
  expect([day[1]! - day[0]!, day[2]! - day[1]!, day[3]! - day[2]!]).toEqual([7, 7, 7]);
});

test('promises: how each side saw the occasion, and when both agreed on something else', async () => {
  const { promises } = await rowsOf({
    promises:
      'pair,kind,due,view_mentor,view_mentee,renegotiated_on\np1,rhythm,2026-02-01,kept,Kept,\np1,rhythm,2026-03-01,renegotiated,renegotiated,2026-02-20\np2,confidentiality,2026-03-01,missed,,\n',
  });
  expect(promises).toEqual({
    count: 3,
    pair: ['p1', 'p1', 'p2'],
    kind: ['rhythm', 'rhythm', 'confidentiality'],
    due: days('2026-02-01', '2026-03-01', '2026-03-01'),
    viewMentor: Uint8Array.of(1, 2, 3),
    viewMentee: Uint8Array.of(1, 2, 0),
    renegotiatedOn: days('', '2026-02-20', ''),
  });
});

test('areas and goals: sides, the five checks, amounts, and progress in order of days', async () => {
  const { areas, goals } = await rowsOf({
    areas: 'pair,side,area\np1,mentee,Delegation\np1,mentor,Listening\n',
    goals:
      'pair,goal,owner,mutual,area,specific,measurable,achievable,relevant,time_bound,baseline,target,unit,start,due,progress,state\n' +
      'p1,g1,mentee,mentor;mentee,Delegation,yes,Yes,no,,overruled,12,0,errors,2026-02-01,2026-08-01,2026-05-01=9;2026-03-01=11.5,open\n' +
      'p1,g2,mentor,,Listening,yes,yes,yes,yes,yes,,3,workshops,2026-02-01,2026-08-01,2026-03-01;2026-03-01,reached\n' +
      'p2,g1,mentor;mentee,mentee,,no,no,no,no,no,,,,,,,dropped\n',
  });
  expect(areas).toEqual({
    count: 2,
    pair: ['p1', 'p1'],
    side: Uint8Array.of(MENTEE, MENTOR),
    area: ['Delegation', 'Listening'],
  });
  expect(goals).toEqual({
    count: 3,
    pair: ['p1', 'p1', 'p2'],
    goal: ['g1', 'g2', 'g1'],
    owner: Uint8Array.of(MENTEE, MENTOR, BOTH),
    mutual: Uint8Array.of(BOTH, 0, MENTEE),
    area: ['Delegation', 'Listening', ''],
    smart: [
      Uint8Array.of(1, 1, 0),
      Uint8Array.of(1, 1, 0),
      Uint8Array.of(0, 1, 0),
      Uint8Array.of(0, 1, 0),
      Uint8Array.of(2, 1, 0),
    ],
    baseline: Float64Array.of(12, Number.NaN, Number.NaN),
    target: Float64Array.of(0, 3, Number.NaN),
    unit: ['errors', 'workshops', ''],
    start: days('2026-02-01', '2026-02-01', ''),
    due: days('2026-08-01', '2026-08-01', ''),
    progress: [
      [
        { day: dayFromIso('2026-03-01'), value: 11.5 },
        { day: dayFromIso('2026-05-01'), value: 9 },
      ],
      [
        { day: dayFromIso('2026-03-01'), value: Number.NaN },
        { day: dayFromIso('2026-03-01'), value: Number.NaN },
      ],
      [],
    ],
    state: Uint8Array.of(0, 1, 3),
  });
});

test('reviews and actions: done or not, and whether answers came within the agreed time', async () => {
  const { reviews, actions } = await rowsOf({
    reviews:
      'pair,number,due,done,channel_mentor,channel_mentee\np1,1,2026-06-01,2026-06-10,yes,No\np1,2,2026-12-01,,,true\n',
    actions: 'pair,due,closed\np1,2026-07-01,2026-06-20\np1,2026-07-01,2026-06-20\np1,2026-07-01,\n',
  });
  expect(reviews).toEqual({
    count: 2,
    pair: ['p1', 'p1'],
    number: Int32Array.of(1, 2),
    due: days('2026-06-01', '2026-12-01'),
    done: days('2026-06-10', ''),
    channelMentor: Uint8Array.of(1, 2),
    channelMentee: Uint8Array.of(0, 1),
  });
  expect(actions).toEqual({
    count: 3,
    pair: ['p1', 'p1', 'p1'],
    due: days('2026-07-01', '2026-07-01', '2026-07-01'),
    closed: days('2026-06-20', '2026-06-20', ''),
  });
  const without = await rowsOf({ reviews: 'pair,number,due,done\np1,1,2026-06-01,\n' });
  expect(without.reviews).toMatchObject({ channelMentor: Uint8Array.of(2), channelMentee: Uint8Array.of(2) });
});

test('feedback and understanding: counts, and -1 where the two have not answered', async () => {
  const { feedback, understanding } = await rowsOf({
    feedback: 'pair,from_mentor,from_mentee\np1,4,1\np2,0,2\n',
    understanding: 'pair,items,same\np1,10,8\np2,10,\n',
  });
  expect(feedback).toEqual({
    count: 2,
    pair: ['p1', 'p2'],
    fromMentor: Int32Array.of(4, 0),
    fromMentee: Int32Array.of(1, 2),
  });
  expect(understanding).toEqual({
    count: 2,
    pair: ['p1', 'p2'],
    items: Int32Array.of(10, 10),
    same: Int32Array.of(8, -1),
  });
});

test('gates and the roster of a wave', async () => {
  const { gates, roster } = await rowsOf({
    gates: 'person,gate,due,done\nP1,consent,2026-01-20,2026-01-12\nM1,closing talk,2026-12-31,\n',
    roster: 'wave,role,asked,answered\nBefore,mentee,91,81\nduring1,mentor,48,40\n',
  });
  expect(gates).toEqual({
    count: 2,
    person: ['P1', 'M1'],
    gate: ['consent', 'closing talk'],
    due: days('2026-01-20', '2026-12-31'),
    done: days('2026-01-12', ''),
  });
  expect(roster).toEqual({
    count: 2,
    wave: ['before', 'during1'],
    role: Uint8Array.of(0, 1),
    asked: Int32Array.of(91, 48),
    answered: Int32Array.of(81, 40),
  });
});

test('minutes asked and costs: months, amounts with a point or a comma, currency, booked or estimated', async () => {
  const { asked, costs } = await rowsOf({
    asked: 'role,month,minutes\nmentee,2026-05,12.5\nmentee,2026-05,3\nmentor,2026-12,0\n',
    costs:
      'line,kind,amount,currency,booked\nCoordination,staff,"20,000.50",eur,yes\nRooms,material,400,EUR,no\nRefund,material,-100,EUR,\n',
  });
  expect(asked).toEqual({
    count: 3,
    role: Uint8Array.of(0, 0, 1),
    month: ['2026-05', '2026-05', '2026-12'],
    minutes: Float64Array.of(12.5, 3, 0),
  });
  expect(costs).toEqual({
    count: 3,
    line: ['Coordination', 'Rooms', 'Refund'],
    kind: ['staff', 'material', 'material'],
    amount: Float64Array.of(20_000.5, 400, -100),
    currency: ['EUR', 'EUR', 'EUR'],
    booked: Uint8Array.of(1, 0, 2),
  });
});

test('answers: the text of each answer as given, a row per option where several were chosen (C06)', async () => {
  const { answers } = await rowsOf({
    answers:
      'person,about,instrument,version,wave,date,item,answer,language\nP1,M1,core-1,1,After,2026-12-01,tu1,4,en\nP1,,check-in-1,1,during1,2026-06-01,topics,a; b;a,de\nP2,,core-1,,after,2026-12-02,tu1,,\n',
  });
  expect(answers).toEqual({
    count: 4,
    person: ['P1', 'P1', 'P1', 'P2'],
    about: ['M1', '', '', ''],
    instrument: ['core-1', 'check-in-1', 'check-in-1', 'core-1'],
    version: ['1', '1', '1', ''],
    wave: ['after', 'during1', 'during1', 'after'],
    day: days('2026-12-01', '2026-06-01', '2026-06-01', '2026-12-02'),
    item: ['tu1', 'topics', 'topics', 'tu1'],
    answer: ['4', 'a', 'b', ''],
    language: ['en', 'de', 'de', ''],
  });
});
