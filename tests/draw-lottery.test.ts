import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeIn } from '#intake/take-in.ts';

const run = (...args: string[]) => {
  const line = ['cli/start.js', 'draw-lottery', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8' });
  return { status, stdout, stderr };
};
const list = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-draw-'));
  writeFileSync(join(folder, 'people.csv'), text);
  return {
    folder,
    out: join(folder, 'draw.csv'),
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
  };
};
const SITES = `person,site\n${Array.from({ length: 240 }, (_, i) => `W${String(i + 1).padStart(3, '0')},${i < 140 ? 'north' : 'south'}`).join('\n')}\n`;

test('a draw with the seed of the waiting-list example draws the people that R drew there', () => {
  const { folder, out, read } = list(SITES);
  const { status } = run(folder, '--seed', '20240201', '--places', '120', '--strata', 'site', '--out', out);
  expect(status).toBe(0);
  const example = readFileSync('examples/waiting-list-year/people.csv', 'utf8').trim().split('\n').slice(1);
  const arms = example.map((line) => line.split(',')).filter(([, cohort]) => cohort === '2024');
  const expected = arms.map((cells) => `${cells[0]!},${cells[4]!},${cells[2]!},0.5`).toSorted();
  const [head, ...rows] = read('draw.csv').trim().split('\n');
  expect(head).toBe('person,stratum,arm,probability');
  expect(rows.toSorted()).toEqual(expected);
});

test('the same call writes the same bytes, another draw is never written over it, and the note tells how to make it again', () => {
  const { folder, out, read } = list(SITES);
  const call = [
    folder,
    '--seed',
    '5',
    '--places',
    '100',
    '--waiting-list',
    '--on',
    '2026-02-01',
    '--out',
    out,
  ];
  expect(run(...call).status).toBe(0);
  const first = [read('draw.csv'), read('draw-how.md')];
  expect(run(...call)).toMatchObject({ status: 0, stdout: expect.stringContaining('byte for byte') });
  expect([read('draw.csv'), read('draw-how.md')]).toEqual(first);
  const again = run(folder, '--seed', '6', '--places', '100', '--out', out);
  expect(again).toMatchObject({ status: 64, stderr: expect.stringContaining('A draw is made once') });
  expect(read('draw.csv')).toBe(first[0]);
  expect(first[1]).toContain('set.seed(5)');
  expect(first[1]).toContain('with the seed 5.');
});

test('those who wait stand in line, and the table can be taken in as people', async () => {
  const { folder, out, read } = list(SITES);
  run(folder, '--seed', '5', '--places', '100', '--waiting-list', '--on', '2026-02-01', '--out', out);
  const rows = read('draw.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const line = rows.filter(([, , arm]) => arm === 'comparison').map((cells) => Number(cells[5]));
  expect(line.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 140 }, (_, i) => i + 1));
  expect(rows.filter(([, , arm]) => arm === 'participant').every((cells) => cells[5] === '')).toBe(true);
  const taken = await takeIn({ people: { name: 'people.csv', bytes: readFileSync(out) } });
  expect(taken.problems).toEqual([]);
  expect(taken.rows.people.arm.reduce((sum, arm) => sum + arm, 0)).toBe(100);
  expect([...new Set(taken.rows.people.probability)]).toEqual([100 / 240]);
});

test('without a seed nothing is drawn, and the fingerprint of the list is given to be published', () => {
  const { folder, out } = list('person\nB\nA\n');
  const { status, stdout } = run(folder, '--out', out);
  expect(status).toBe(0);
  // printf '\tA\n\tB\n' | sha256sum
  expect(stdout).toContain('14c6c5a457d016e39cf6459dcf19063cb7aba8dd6fe31fd580ec984885a198e4');
  expect(stdout).toContain('Nothing is drawn yet.');
  expect(existsSync(out)).toBe(false);
});

test('somebody twice, an empty stratum and a key that is a formula are all told at once, and nothing is drawn', () => {
  const { folder, out } = list('person,site\nA,x\nA,y\nB,\n=1+1,x\n');
  const { status, stderr } = run(folder, '--seed', '1', '--strata', 'site', '--out', out);
  expect(status).toBe(2);
  expect(stderr).toContain('A stands twice in the list (lines 2, 3)');
  expect(stderr).toContain('B has no `site`');
  expect(stderr).toContain('would be run as a formula');
  expect(existsSync(out)).toBe(false);
});

test('a seed that is no whole number, more places than people and a column that is not there are refused', () => {
  const { folder, out } = list('person\nA\nB\n');
  expect(run(folder, '--seed', '1.5', '--out', out).status).toBe(64);
  expect(run(folder, '--seed', '1', '--places', '3', '--out', out).stderr).toContain('the list has 2 people');
  expect(run(folder, '--seed', '1', '--strata', 'team', '--out', out).stderr).toContain(
    'has no column `team`',
  );
  expect(run('--seed', '1').status).toBe(64);
});
