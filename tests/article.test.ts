import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

// The examples of the founding article, from files through the command: "improve public speaking by attending three workshops within
// six months" (S24), and satisfaction asked after six meetings, which a mentor with one mentee must not see alone (S33).

interface Figure {
  readonly key: string;
  readonly topic?: string;
  readonly value: number | null;
  readonly count: number | null;
  readonly outOf?: number;
  readonly hidden: { readonly need: number } | null;
  readonly missing: object | null;
}
interface Measured {
  readonly number: string;
  readonly shown: readonly Figure[];
  readonly exact: readonly Figure[];
}

const WORKSHOPS = ['2027-02-10', '2027-03-15', '2027-06-15'] as const;
/** Six meetings a fortnight apart from the start on. */
const MEETINGS = ['2027-01-11', '2027-01-25', '2027-02-08', '2027-02-22', '2027-03-08', '2027-03-22'];

/** Pairs with a mentor each, who met six times; pair i has attended the first `attended(i)` workshops by the cut-off. */
function program(
  pairs: number,
  cutoff: string,
  attended: (i: number) => number,
  scales: readonly string[] = [],
) {
  const numbers = Array.from({ length: pairs }, (_, i) => i);
  const people = numbers.map((i) => `E${i},participant,2027-01-01`);
  const scored = (scale: string) => numbers.map((i) => `E${i},after,2027-03-30,${scale},${(i % 3) + 3},1,5`);
  const parts = 'yes,yes,yes,yes,yes';
  const goal = (i: number) =>
    `q${i},g1,mentee,both,public speaking,${parts},,3,workshops,2027-01-01,2027-07-01,${WORKSHOPS.slice(0, attended(i)).join(';')},open`;
  const files = {
    'people.csv': ['person,arm,index', ...people],
    'scores.csv': ['person,wave,date,scale,score,low,high', ...['satisfaction', ...scales].flatMap(scored)],
    'pairs.csv': [
      'pair,mentor,mentee,made,planned_end,ended,end_kind,rhythm_days',
      ...numbers.map((i) => `q${i},M${i},E${i},2027-01-01,2027-12-31,,,14`),
    ],
    'meetings.csv': [
      'pair,day,state,reported_by',
      ...numbers.flatMap((i) => MEETINGS.map((day) => `q${i},${day},held,both`)),
    ],
    'reviews.csv': ['pair,number,due,done', ...numbers.map((i) => `q${i},1,2027-03-22,2027-03-29`)],
    'goals.csv': [
      'pair,goal,owner,mutual,area,specific,measurable,achievable,relevant,time_bound,baseline,target,unit,start,due,progress,state',
      ...numbers.map(goal),
    ],
    'plan.json': [
      JSON.stringify({
        plan: 1,
        design: 'opinions',
        cutoff,
        look: cutoff,
        primary: { outcome: 'satisfaction', wave: 'after', months: 3, better: 'higher', matters: 0.2 },
      }),
    ],
  };
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-article-'));
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  const line = [
    'cli/start.js',
    'evaluate',
    folder,
    '--out',
    join(folder, 'out'),
    '--as-of',
    '2028-01-31',
    '--json',
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const { measures } = JSON.parse(stdout) as { measures: readonly Measured[] };
  const of = (number: string) => measures.find((measure) => measure.number === number)!;
  return { of, page: readFileSync(join(folder, 'out', 'report.html'), 'utf8') };
}

const named = (figures: readonly Figure[], key: string): Figure =>
  figures.find((figure) => figure.key === key)!;

describe('three workshops within six months', () => {
  test('at month three one workshop is on track and none is late; the goal is an activity and the skill is asked for', () => {
    const { of, page } = program(24, '2027-04-01', (i) => (i < 18 ? 1 + (i % 2) : 0));
    const { exact } = of('M22');
    expect(named(exact, 'on-track')).toMatchObject({ count: 18, outOf: 24 });
    expect(named(exact, 'late')).toMatchObject({ count: 6 });
    expect(named(exact, 'reached')).toMatchObject({ count: 0 });
    expect(named(exact, 'activities')).toMatchObject({ count: 24 });
    expect(named(exact, 'skill-to-measure')).toMatchObject({ topic: 'public speaking', value: 24 });
    expect(page).toContain('Activities for which a measure of the skill is missing');
    expect(page).toContain('public speaking');
  });

  test('at the end three of three are reached and two of three are late', () => {
    const { exact } = program(24, '2027-07-01', (i) => (i < 12 ? 3 : 2)).of('M22');
    expect(named(exact, 'reached')).toMatchObject({ count: 12 });
    expect(named(exact, 'late')).toMatchObject({ count: 12 });
  });

  test('no skill is asked for once a scale of that name has scores', () => {
    const { exact } = program(24, '2027-04-01', () => 1, ['Public speaking']).of('M22');
    expect(named(exact, 'activities')).toMatchObject({ count: 24 });
    expect(named(exact, 'skill-not-measured')).toMatchObject({ count: 0 });
    expect(named(exact, 'skill-to-measure')).toBeUndefined();
  });
});

describe('after six meetings', () => {
  test('a review was due, and satisfaction is known of a group of mentees', () => {
    const { of } = program(24, '2027-04-30', () => 1);
    expect(named(of('M24').exact, 'reviews')).toMatchObject({ value: 1, count: 24 });
    expect(named(of('M26').shown, 'mentees-mean')).toMatchObject({ hidden: null, missing: null });
  });

  test('of one mentor and one mentee nothing is shown, neither satisfaction nor meetings nor goals', () => {
    const { of, page } = program(1, '2027-04-30', () => 1);
    for (const number of ['M26', 'M13', 'M22', 'M24'])
      for (const figure of of(number).shown)
        expect({ number, ...figure }).toMatchObject({ value: null, count: null, hidden: { need: 5 } });
    expect(page).not.toMatch(/public speaking/);
  });
});
