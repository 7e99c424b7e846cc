import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { optionsOf } from '#cli/options.ts';
import { readStudy } from '#cli/read-study.ts';

/** Forty people in each arm, with a promotion for every fifth of them; some rows can be spoilt. */
function study(spoil: (people: string[], events: string[]) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-problem-rows-'));
  const keys = Array.from({ length: 80 }, (_, i) => `P${String(i).padStart(2, '0')}`);
  const people = keys.map(
    (key, i) => `${key};${i < 40 ? 'participant' : 'comparison'};01.02.2022;${(i % 7) + 0.5}`,
  );
  const events = keys.filter((_, i) => i % 5 === 0).map((key) => `${key};15.03.2023;promotion`);
  spoil(people, events);
  writeFileSync(
    join(folder, 'people.csv'),
    ['Person;arm;index;years', ...people.map((row) => row.replace('.5', ',5'))].join('\n'),
  );
  writeFileSync(join(folder, 'events.csv'), ['person;date;kind', ...events].join('\n'));
  const primary = { outcome: 'promotion', months: 24, better: 'higher', matters: 0.05 };
  writeFileSync(
    join(folder, 'plan.json'),
    JSON.stringify({
      plan: 1,
      design: 'lottery',
      cutoff: '2025-01-31',
      look: '2025-01-31',
      primary,
    }),
  );
  return folder;
}

function evaluate(folder: string, ...options: string[]) {
  const line = ['cli/start.js', 'evaluate', folder, '--out', join(folder, 'out'), '--json', ...options];
  return spawnSync(process.execPath, line, { encoding: 'utf8' });
}

const spoilt = () =>
  study((people, events) => {
    people[0] = people[0]!.replace('01.02.2022', '31.02.2022');
    people[45] = people[45]!.replace('01.02.2022', '01.13.2022');
    people.push(people[50]!.replace('01.02.2022', '02.02.2022'));
    events[3] = events[3]!.replace('promotion', 'promoted');
  });

/** By hand: P00 and P45 have no such day, P50 stands twice with two days; the event of P15 has no such kind. */
const LEFT_OUT = [
  { reason: 'problem-rows', n: 4, participants: 1, comparison: 3 },
  { reason: 'problem-rows-of-events-and-scores', n: 4, participants: 2, comparison: 2 },
];

test('rows left out are counted by arm, a person takes the events along, and nobody else goes', async () => {
  const folder = spoilt();
  const { values } = optionsOf([folder, '--leave-out-problem-rows'], 'check');
  const study = await readStudy(folder, values);
  if (study.kind === 'problems') throw new Error(study.problems[0]!.problem);
  expect(study.leftOut).toEqual(LEFT_OUT);
  expect(study.rows.people.count).toBe(81 - 4);
  expect(study.rows.events.count).toBe(16 - 4);
  expect(study.rows.people.person).not.toContain('P50');
  expect(study.rows.people.person).toContain('P15');
});

test('rows with problems stop the evaluation; left out when asked, the report says how many', () => {
  const folder = spoilt();
  const refused = evaluate(folder);
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  const { status, stdout, stderr } = evaluate(folder, '--leave-out-problem-rows');
  expect(stderr).not.toContain('nothing was evaluated');
  expect(status).toBe(0);
  expect(JSON.parse(stdout).study.leftOut).toMatchObject(LEFT_OUT.map(({ reason, n }) => ({ reason, n })));
  expect(readFileSync(join(folder, 'out', 'report.html'), 'utf8')).toContain('problem');
});

test('what was guessed is said on the side channel with its column, its reason and the option that changes it', () => {
  const { status, stderr } = evaluate(study(() => undefined));
  expect(status).toBe(0);
  expect(stderr).toContain('people.csv: heading person (the heading `Person` is written in another way)\n');
  expect(stderr).toContain(
    'people.csv: date-order of `index` day-first (`01.02.2022` is written with dots; --dates changes it)\n',
  );
  expect(stderr).toContain('events.csv: delimiter ; (');
});

test('check with problem rows left out says how many went, and counts only what is left', () => {
  const command = (...options: string[]) =>
    spawnSync(process.execPath, ['cli/start.js', 'check', folder, '--out', join(folder, 'out'), ...options], {
      encoding: 'utf8',
    });
  const folder = spoilt();
  expect(command().status).toBe(2);
  expect(command('--leave-out-problem-rows').stdout).toContain(
    '8 rows left out for problems. What is left has none: 77 people, 12 events, 0 scores.\n',
  );
});
