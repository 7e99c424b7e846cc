import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/start.js', 'power', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout: stdout.replaceAll(/\s+/g, ' '), stderr, json: () => JSON.parse(stdout) };
};
const PEOPLE = ['--participants', '160', '--comparison', '320'];
const PROMOTION = [...PEOPLE, '--share', '0.15', '--matters', '0.05', '--label', 'Promotion'];

/** The plan of the demo: 160 and 320 people, 85 and 80 in 100 answer. */
function demo(more: object = {}, expects: object = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-power-'));
  const plan = {
    plan: 1,
    program: 'Compass 2027',
    design: 'matched',
    cutoff: '2029-01-15',
    look: '2029-01-15',
    covariates: ['grade'],
    primary: {
      outcome: 'skill',
      wave: 'after',
      months: 24,
      better: 'higher',
      matters: 0.2,
      label: 'Leadership skill (1 to 5)',
    },
    also: [{ outcome: 'promotion', months: 24, better: 'higher', matters: 0.05, label: 'Promotion' }],
    expects: {
      participants: 160,
      comparison: 320,
      answered: 0.85,
      comparisonAnswered: 0.8,
      outcomes: { skill: { spread: 0.75, correlation: 0.6 }, promotion: { share: 0.15 } },
      ...expects,
    },
    ...more,
  };
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));
  return folder;
}

test('the plan of the demo gives the numbers of the design: 0.18 points, 88 in 100; 15 to 26, 27 in 100, 703 and 1 406 people', () => {
  const { outcomes } = run(demo(), '--json').json();
  expect(outcomes[0].detectable.toFixed(3)).toBe('0.178');
  expect(outcomes[0].chances[0].some.toFixed(2)).toBe('0.88');
  expect((15 + 100 * outcomes[1].detectable).toFixed(1)).toBe('26.2');
  expect(outcomes[1].chances[0].some.toFixed(2)).toBe('0.27');
  expect(outcomes[1].needed).toEqual([703, 1406]);
});

test('options alone give the same of one outcome, in words that name both chances', () => {
  const { status, stdout } = run(...PROMOTION);
  expect(status).toBe(0);
  expect(stdout).toContain('without the program about 15 in 100; we would reliably see a rise to 26.');
  expect(stdout).toContain('about 27 in 100 such programs would show some benefit');
  expect(stdout).toContain(
    'expect “Inconclusive”. You would need about 700 participants and 1,400 comparison people.',
  );
  expect(stdout).toContain('about 2.5 in 100 at exactly what matters');
  const enough = run(...PEOPLE, '--spread', '0.75', '--correlation', '0.6', '--matters', '0.2');
  expect(enough.stdout).toContain('That is good enough.');
});

test('where lower is better the share falls', () => {
  const { stdout } = run(...PROMOTION, '--better', 'lower');
  expect(stdout).toContain('we would reliably see a fall to');
  expect(stdout).toContain('If it truly fell to 10 in 100');
});

test('options come before the plan', () => {
  const { people } = run(demo(), '--participants', '40', '--json').json();
  expect(people.participants).toEqual({ value: 40, from: 'asked' });
  expect(people.comparison).toEqual({ value: 320, from: 'plan' });
});

test('files of a program that has begun say people and spread where nobody else does', () => {
  const { people, outcomes } = run('examples/two-offices', '--json').json();
  expect(people.participants).toEqual({ value: 150, from: 'data' });
  expect(people.menteesPerMentor.from).toBe('data');
  expect(outcomes[0].expected.spread.from).toBe('data');
});

test('a report is written with a picture for each outcome, its twin, and what the numbers rest on', () => {
  const out = mkdtempSync(join(tmpdir(), 'plumbline-power-out-'));
  expect(run(demo(), '--out', out).status).toBe(0);
  expect(readdirSync(out).toSorted()).toEqual([
    'figures',
    'power.docx',
    'power.html',
    'power.json',
    'power.pdf',
  ]);
  expect(readdirSync(join(out, 'figures')).toSorted()).toEqual([
    'P16-promotion.png',
    'P16-promotion.svg',
    'P16-skill.png',
    'P16-skill.svg',
  ]);
  const page = readFileSync(join(out, 'power.html'), 'utf8');
  expect(page).toContain(
    'Promotion after 24 months: 160 participants would reliably show 15 in 100 becoming',
  );
  expect(page).toContain('you: 160 people');
  expect(page).toContain('id="table-P16-promotion"');
  expect(page).toContain('we would usually miss it');
  expect(page).toContain('id="table-rests"');
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
});

test('what nobody says is asked for, with where to say it', () => {
  const { stdout } = run(demo({}, { outcomes: { promotion: { share: 0.98 } } }));
  expect(stdout).toContain('nobody says how widely the values spread');
  expect(stdout).toContain('there is no room for a difference of what matters');
  expect(run(demo({ expects: {} })).stderr).toContain('Nobody says how many participants there will be.');
  expect(run('--share', '0.1', '--matters', '0.05', '--participants', '9').stderr).toContain(
    'comparison people',
  );
});

test('what cannot be is refused: a share above 1, both a share and a spread, a design that compares nobody', () => {
  expect(run(...PEOPLE, '--share', '1.5', '--matters', '0.05').status).toBe(64);
  expect(run(...PEOPLE, '--share', '0.5', '--spread', '1', '--matters', '0.05').status).toBe(64);
  expect(run(...PEOPLE, '--share', '0.5').status).toBe(64);
  expect(run(demo({ design: 'before-after', also: [] })).stderr).toContain('compares nobody');
  expect(run(mkdtempSync(join(tmpdir(), 'plumbline-empty-'))).status).toBe(66);
});
