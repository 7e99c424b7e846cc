import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate } from '#evaluation/evaluate.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { waveAnswers } from '#evaluation/planning/wave-answers.ts';
import { readPlan } from '#intake/read-plan.ts';
import { takeIn } from '#intake/take-in.ts';
import { noteText } from '#report/sentences/note-text.ts';
import { textFile } from './text-file.ts';

const PEOPLE = `person,arm,index,role
A,participant,2025-01-01,
B,participant,2025-01-01,
C,comparison,2025-01-01,
D,comparison,,
M,participant,2025-01-01,mentor
`;
const SCORES = `person,wave,date,scale,score
A,before,2025-01-16,joy,3
A,after,2025-06-01,joy,4
B,before,2025-01-15,joy,3
B,after,2025-06-01,joy,
C,before,2025-01-20,joy,3
D,before,2025-03-20,joy,3
M,after,2025-06-01,strain,2
`;

async function answersOf(people: string, scores: string) {
  const { rows } = await takeIn({
    people: textFile('people.csv', people),
    scores: textFile('scores.csv', scores),
  });
  return waveAnswers(rows);
}

test('each wave tells of each group who answered of how many, and who came more than fourteen days late', async () => {
  const found = await answersOf(PEOPLE, SCORES);
  expect(
    found.map((one) => [one.scale, one.wave, one.who, one.role, one.asked, one.answered, one.late]),
  ).toEqual([
    // A came on the 15th day, B on the 14th; an empty row says that B was asked.
    ['joy', 'before', 'participants', 'mentees', 2, 2, 1],
    ['joy', 'after', 'participants', 'mentees', 2, 1, 0],
    // C came late; whether D did is not known, since D has no start yet. Nobody of them answered after: a wave is missing.
    ['joy', 'before', 'comparison', 'mentees', 2, 2, 1],
    ['joy', 'after', 'comparison', 'mentees', 2, 0, 0],
    ['strain', 'after', 'participants', 'mentors', 1, 1, 0],
  ]);
});

test('somebody who waited first and took part later stands with those who waited', async () => {
  const people =
    'person,cohort,arm,index\nA,1,participant,2025-01-01\nB,2,participant,2026-01-01\nB,1,comparison,2025-01-01\n';
  const found = await answersOf(people, 'person,wave,date,scale,score\nB,after,2025-06-01,joy,4\n');
  expect(found).toMatchObject([{ who: 'comparison', asked: 1, answered: 1 }]);
});

test('the command tells it of real files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-waves-'));
  writeFileSync(join(folder, 'people.csv'), PEOPLE);
  writeFileSync(join(folder, 'scores.csv'), SCORES);
  const { stdout } = spawnSync(process.execPath, ['cli/start.js', 'check', folder], { encoding: 'utf8' });
  expect(stdout).toContain(
    'joy, before\n  participants: 2 of 2 answered, one of them more than 14 days after the start',
  );
  expect(stdout).toContain(
    'joy, after\n  participants: 1 of 2 answered\n  comparison people: nobody answered this wave',
  );
  expect(stdout).toContain('strain, after\n  mentors: 1 of 1 answered');
});

const PLAN: Plan = {
  plan: 1,
  design: 'before-after',
  cutoff: '2026-12-31',
  look: '2027-01-31',
  primary: { outcome: 'joy', wave: 'followup12', months: 24, better: 'higher', matters: 0.2 },
};
const problemsOf = (more: object) => {
  const read = readPlan(textFile('plan.json', JSON.stringify({ ...PLAN, ...more })));
  return 'problems' in read ? read.problems.map(({ column, problem }) => `${column}: ${problem}`) : [];
};

test('follow-ups after 6, 12 and 24 months are outcomes, and earlier waves are not', () => {
  for (const wave of ['followup6', 'followup12', 'followup24', 'during2', 'after'])
    expect(problemsOf({ primary: { ...PLAN.primary, wave } })).toEqual([]);
  for (const wave of ['before', 'before1'])
    expect(problemsOf({ primary: { ...PLAN.primary, wave } })).toHaveLength(1);
});

test('a look or a last day of data before the wave of an outcome is refused, on the day itself it is not', () => {
  expect(problemsOf({ waves: { after: '2025-12-01', followup12: '2026-12-31' } })).toEqual([]);
  expect(problemsOf({ waves: { followup12: '2027-01-31' } })).toEqual([
    'cutoff: `cutoff` is 2026-12-31, before the wave `followup12` on 2027-01-31, from which `joy` is read.',
  ]);
  expect(problemsOf({ waves: { followup12: '2027-02-01' } })).toHaveLength(2);
});

test('waves in the wrong order, with no such day, or of no such name are refused', () => {
  expect(problemsOf({ waves: { before: '2025-06-01', after: '2025-05-01' } })).toEqual([
    'waves.after: The wave `after` is on 2025-05-01, before the wave `before` on 2025-06-01.',
  ]);
  expect(problemsOf({ waves: { before1: '2025-06-01', before: '2025-05-01' } })).toHaveLength(1);
  expect(problemsOf({ waves: { after: '2025-02-30' } })).toHaveLength(1);
  expect(problemsOf({ waves: { autumn: '2025-02-20' } })).toHaveLength(1);
});

test('a look before the last participant has been followed to the horizon is said, with the first day on which everybody has', async () => {
  const people =
    'person,arm,index\nA,participant,2024-01-01\nB,participant,2024-07-01\nC,comparison,2024-01-01\nD,comparison,2024-07-01\n';
  const { rows } = await takeIn({ people: textFile('people.csv', people) });
  const warned = (plan: Partial<Plan>): string[] => {
    const whole: Plan = {
      ...PLAN,
      design: 'weighted',
      covariates: [],
      primary: { outcome: 'retention', months: 24, better: 'higher', matters: 0.05 },
      ...plan,
    };
    const result = evaluate(rows, whole, { asOf: 0, fingerprint: planFingerprint(whole) });
    if (result.kind !== 'evaluation') throw new Error('the plan was refused');
    return result.evaluation.warnings.filter(({ key }) => key === 'look-early').map(noteText);
  };
  // 730 days after 1 July 2024.
  expect(warned({ cutoff: '2026-06-30', look: '2026-12-31' })[0]).toContain(
    'the last ones reach it on 1 Jul 2026',
  );
  expect(warned({ cutoff: '2026-07-01', look: '2026-07-01' })).toEqual([]);
  expect(warned({ cutoff: '2026-12-31', look: '2026-06-30' })).toHaveLength(1);
});
