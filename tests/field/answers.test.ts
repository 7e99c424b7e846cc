import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Answer {
  readonly wave: string;
  readonly score: string;
}

/** The command on people who answered one question, as their files would arrive. */
function evaluated(design: string, answers: readonly (readonly Answer[])[], ends: string) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-answers-'));
  const key = (i: number): string => `P${String(i).padStart(4, '0')}`;
  const people = answers.map((_, i) => `${key(i)},participant,2025-01-06`);
  const scores = answers.flatMap((own, i) =>
    own.map(
      ({ wave, score }) =>
        `${key(i)},${wave},${wave === 'before' ? '2025-01-02' : '2025-11-03'},helpful,${score},${ends}`,
    ),
  );
  writeFileSync(join(folder, 'people.csv'), ['person,arm,index', ...people].join('\n'));
  writeFileSync(join(folder, 'scores.csv'), ['person,wave,date,scale,score,low,high', ...scores].join('\n'));
  const primary = {
    outcome: 'helpful',
    label: 'The meetings helped',
    wave: 'after',
    months: 10,
    better: 'higher',
    matters: 0.2,
  };
  writeFileSync(
    join(folder, 'plan.json'),
    JSON.stringify({ plan: 1, design, cutoff: '2026-01-31', look: '2026-01-31', primary }),
  );
  const line = ['cli/start.js', 'evaluate', folder, '--out', join(folder, 'out'), '--json'];
  const { stdout, status, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return {
    finding: JSON.parse(stdout).findings[0],
    page: readFileSync(join(folder, 'out', 'report.html'), 'utf8'),
  };
}

const after = (score: string): Answer[] => [{ wave: 'after', score }];
const times = <T>(n: number, value: T): T[] => new Array<T>(n).fill(value);

test('C05: who could not answer is no zero: mean 4.17 of six, ten asked', () => {
  const known = ['4', '4', '4', '4', '4', '5'].map((score) => [
    { wave: 'before', score: '3' },
    ...after(score),
  ]);
  const silent = times(4, [{ wave: 'before', score: '3' }, ...after('')]);
  const { finding } = evaluated('before-after', [...known, ...silent], '1,5');
  expect(finding.exact.groups[0]).toMatchObject({ n: 6, asked: 10 });
  expect(finding.exact.groups[0].value).toBeCloseTo(4.1667, 4);
});

test.each([
  [12, 17, 12 / 17],
  [137, 300, 137 / 300],
])('C07: %i of %i is its own share, counted and never bent', (yes, all, share) => {
  const { finding, page } = evaluated(
    'opinions',
    [...times(yes, after('1')), ...times(all - yes, after('0'))],
    '0,1',
  );
  expect(finding.exact.groups[0].value).toBeCloseTo(share, 12);
  expect(finding.shown.groups[0].count).toBe(yes);
  expect(page).toContain(`${yes}`);
});

test('C44: a sentence about answers has its own denominator: 163 of 500 asked, not of 700 on file', () => {
  const answers = [
    ...times(100, after('5')),
    ...times(63, after('2')),
    ...times(337, after('')),
    ...times(200, []),
  ];
  const { finding } = evaluated('opinions', answers, '1,5');
  expect(finding.exact.groups[0]).toMatchObject({ n: 163, asked: 500, count: 100 });
  expect(finding.exact.bounds).toEqual([100 / 500, 437 / 500]);
  expect(finding.sentence.en).toContain('163');
  expect(finding.sentence.en).not.toContain('700');
});
