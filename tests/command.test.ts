import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/start.js', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const folder = (example: string, without: readonly string[] = []) => {
  const made = mkdtempSync(join(tmpdir(), 'plumbline-command-'));
  cpSync(join('examples', example), made, {
    recursive: true,
    filter: (path) => !without.some((name) => path.endsWith(name)),
  });
  return { study: made, out: join(made, 'out') };
};

const OUTPUTS = [
  'findings.csv',
  'findings.json',
  'findings.parquet',
  'findings.xlsx',
  'report.docx',
  'report.html',
  'report.pdf',
];

/** Every file below the folder of outputs, by its name. */
const outputs = (out: string): Map<string, Buffer> => {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const names = entries.map((entry) => relative(out, join(entry.parentPath, entry.name))).toSorted();
  return new Map(names.map((name) => [name, readFileSync(join(out, name))]));
};

test('an unknown verb, a missing folder argument, and a wrong option value are wrong usage', () => {
  expect(run('frobnicate').status).toBe(64);
  expect(run('evaluate').status).toBe(64);
  expect(run('evaluate', 'examples/too-small', '--paper', 'a3').stderr).toContain(
    '--paper is a3; it must be one of: a4, letter.',
  );
});

test('a folder that is not there is a missing file', () => {
  const { status, stderr } = run('evaluate', 'no-such-folder');
  expect(status).toBe(66);
  expect(stderr).toContain('no-such-folder');
});

test('without a plan the one that plan new would write is used, and every figure is marked exploratory', () => {
  const { study, out } = folder('promotion-two-years', ['plan.json', 'expected.json']);
  const { status, stdout } = run('evaluate', study, '--out', out, '--json');
  expect(status).toBe(0);
  const findings = JSON.parse(stdout);
  expect(findings.plan.locked).toBe(null);
  expect(findings.findings[0]).toMatchObject({
    outcome: 'promotion',
    role: 'primary',
    months: 24,
    matters: 0.05,
  });
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('not locked before results were known');
  expect(run('plan', 'new', study).status).toBe(0);
  const drawn = run('plan', 'check', study).stdout;
  expect(drawn).toContain(findings.plan.fingerprint);
});

test('data from which no plan can be drawn are a problem that says what to add', () => {
  const { study, out } = folder('too-small', ['plan.json', 'expected.json', 'scores.csv']);
  writeFileSync(
    join(study, 'people.csv'),
    'person,arm,index\nA,participant,2024-01-01\nB,comparison,2024-01-01\n',
  );
  writeFileSync(join(study, 'events.csv'), 'person,date,kind\nA,2025-01-01,promotion\n');
  const { status, stderr } = run('evaluate', study, '--out', out);
  expect(status).toBe(2);
  expect(stderr).toContain('No plan could be drawn from the data');
  expect(stderr).toContain('Add columns that were known before the start');
  expect(run('plan', 'new', study, '--out', out).status).toBe(2);
  expect(existsSync(join(study, 'plan.json'))).toBe(false);
});

test('nothing is evaluated from files with errors; every problem is a row with its cure and the original columns', () => {
  const { study, out } = folder('too-small');
  const people = readFileSync(join(study, 'people.csv'), 'utf8').split('\n');
  people[1] = people[1]!.replace('2024-03-04', '31.02.2024');
  people[2] = people[2]!.replace('participant', 'somebody');
  writeFileSync(join(study, 'people.csv'), people.join('\n'));
  const { status, stderr } = run('evaluate', study, '--out', out);
  expect(status).toBe(2);
  expect(existsSync(join(out, 'report.html'))).toBe(false);
  expect(stderr).toContain('2 problems; nothing was evaluated.');
  const problems = readFileSync(join(out, 'problems.csv'), 'utf8').trim().split('\n');
  expect(problems[0]).toMatch(/^file,row,column,value,problem,cure,person,arm,index/);
  expect(problems).toHaveLength(3);
  expect(problems[1]).toContain('31.02.2024');
});

test('with problem rows left out the report says how many and why', () => {
  const { study, out } = folder('promotion-two-years');
  const people = readFileSync(join(study, 'people.csv'), 'utf8').split('\n');
  people[4] = people[4]!.replace('comparison', 'somebody');
  writeFileSync(join(study, 'people.csv'), people.join('\n'));
  const { status, stdout } = run('evaluate', study, '--out', out, '--leave-out-problem-rows', '--json');
  expect(status).toBe(0);
  const { leftOut } = JSON.parse(stdout).study;
  expect(leftOut.find(({ reason }: { reason: string }) => reason.includes('problem')).n).toBe(1);
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('problem');
});

test('before the look date nothing about outcomes is computed', () => {
  const { study, out } = folder('promotion-two-years');
  const { status, stdout } = run('evaluate', study, '--out', out, '--as-of', '2022-01-01', '--json');
  expect(status).toBe(0);
  for (const finding of JSON.parse(stdout).findings) {
    expect(finding).toMatchObject({ verdict: 'not-due', shown: null, exact: null });
  }
});

test('the same rows in another order give the same bytes in every output, in any time zone and locale', () => {
  const { study, out } = folder('too-small');
  const first = run('evaluate', study, '--out', out).stdout;
  const before = outputs(out);
  expect([...before.keys()].filter((name) => !name.startsWith('figures/'))).toEqual(OUTPUTS);
  expect([...before.keys()].filter((name) => name.endsWith('.png')).length).toBeGreaterThan(0);
  for (const name of ['people.csv', 'events.csv', 'scores.csv']) {
    const [heading, ...rows] = readFileSync(join(study, name), 'utf8').trim().split('\n');
    writeFileSync(join(study, name), `${[heading, ...rows.reverse()].join('\n')}\n`);
  }
  const env = { ...process.env, TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
  const again = spawnSync(process.execPath, ['cli/start.js', 'evaluate', study, '--out', out], {
    encoding: 'utf8',
    env,
  });
  expect(again.stdout).toBe(first);
  const after = outputs(out);
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [name, bytes] of after) expect(bytes.equals(before.get(name)!), name).toBe(true);
});
