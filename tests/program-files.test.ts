import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A small program with a plan; every file can be spoilt. */
function folder(files: Readonly<Record<string, string>> = {}): string {
  const made = mkdtempSync(join(tmpdir(), 'plumbline-program-'));
  const keys = Array.from({ length: 24 }, (_, i) => `P${String(i).padStart(2, '0')}`);
  const primary = { outcome: 'trust', wave: 'after', months: 12, better: 'higher', matters: 0.2 };
  const all: Record<string, string> = {
    'people.csv': `person,arm,index\n${keys.map((key) => `${key},participant,2026-01-05\n`).join('')}`,
    'scores.csv': `person,wave,date,scale,score,low,high\n${keys.map((key, i) => `${key},after,2026-12-01,trust,${(i % 5) + 1},1,5\n`).join('')}`,
    'pairs.csv': `pair,mentor,mentee,made,planned_end,ended,end_kind,rhythm_days\n${keys.map((key, i) => `q${i},M${i % 8},${key},2026-01-05,2026-12-31,,,14\n`).join('')}`,
    'meetings.csv': `pair,day,state,reported_by\n${keys.map((_, i) => `q${i},2026-02-${String(i + 1).padStart(2, '0')},held,both\n`).join('')}`,
    'costs.csv': 'line,kind,amount,currency,booked\nCoordination,staff,4800,EUR,yes\n',
    'plan.json': JSON.stringify({
      plan: 1,
      design: 'opinions',
      cutoff: '2026-12-31',
      look: '2026-12-31',
      primary,
    }),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(made, name), text);
  return made;
}

function run(verb: string, at: string, ...options: string[]) {
  const line = ['cli/start.js', verb, at, '--out', join(at, 'out'), '--as-of', '2027-01-31', ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('evaluate reads the tables of the program that are in the folder: 4800 over 24 pairs that met is 200', () => {
  const { status, stdout } = run('evaluate', folder(), '--json');
  expect(status).toBe(0);
  const { measures } = JSON.parse(stdout) as {
    measures: { measure: string; exact: { figures: { key: string; value: number }[] } }[];
  };
  const cost = measures.find(({ measure }) => measure === 'cost-per-pair');
  expect(JSON.stringify(cost)).toContain('"value":200');
});

test('check says what was understood of each table: how many rows, from when to when, days with month names', () => {
  const { status, stdout, stderr } = run('check', folder());
  expect(status).toBe(0);
  expect(stdout).toContain('meetings.csv, 24 rows, 1 Feb 2026 to 24 Feb 2026\n');
  expect(stdout).toContain('pairs.csv, 24 rows, 5 Jan 2026 to 5 Jan 2026\n');
  expect(stdout).toContain('costs.csv, 1 row\n');
  expect(stdout).toContain('No problems: 24 people, 0 events, 24 scores, 24 pairs, 24 meetings, 1 costs.');
  expect(stderr).toContain('pairs.csv names 8 people who are not in the people file.');
});

test('a file with a misspelt name is told, and what it may be; other tables that nobody reads are told too', () => {
  const at = folder({
    'promise.csv': 'pair\n',
    'Gates.CSV': 'person\n',
    'treffen.xlsx': '',
    'notes.txt': '',
  });
  const { stderr } = run('check', at);
  expect(stderr).toContain('promise.csv is not read. If it is the promises table, name it promises.csv.');
  expect(stderr).toContain('Gates.CSV is not read. If it is the gates table, name it gates.csv.');
  expect(stderr).toContain('treffen.xlsx is not read: no table has this name.');
  expect(stderr).not.toContain('notes.txt');
});

test('a table of the program can be named, and a file that is named and not there is missing', () => {
  const at = folder({ 'more.csv': 'pair,from_mentor,from_mentee\nq1,2,1\n' });
  const { stdout, stderr } = run('check', at, '--feedback', join(at, 'more.csv'));
  expect(stdout).toContain('1 feedback');
  expect(stderr).not.toContain('more.csv is not read');
  expect(run('check', at, '--goals', join(at, 'none.csv')).status).toBe(66);
});

test('problems of the tables are in problems.csv with their own columns only; left out on request they are counted', () => {
  const at = folder({
    'meetings.csv':
      'pair,day,state,reported_by\nq1,2026-02-31,held,both\nq2,2026-02-01,held,both\nq99,2026-02-01,held,both\n',
  });
  const refused = run('check', at);
  expect(refused.status).toBe(2);
  expect(readFileSync(join(at, 'out', 'problems.csv'), 'utf8')).toBe(
    'file,row,column,value,problem,cure,pair,day,state,reported_by\n' +
      'meetings.csv,2,day,2026-02-31,meetings.csv line 2: `2026-02-31` is not a date (write 2026-02-28).,Write 2026-02-28.,q1,2026-02-31,held,both\n' +
      'meetings.csv,4,pair,q99,meetings.csv line 4: the pair `q99` is not in pairs.csv.,"Add the pair to pairs.csv, also when it has ended, or correct its key.",q99,2026-02-01,held,both\n',
  );
  const { status, stdout } = run('evaluate', at, '--leave-out-problem-rows', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout).study.leftOut).toContainEqual({ reason: 'problem-rows-of-program-tables', n: 2 });
});
