import { expect, test } from 'vitest';
import { disclose } from '#evaluation/disclosure/disclose.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { takeIn } from '#intake/take-in.ts';
import { textFile } from './text-file.ts';

const AFTER_EVERY_LOOK = 30_000;

/** People of a draw in cohorts, each arm of so many; scores alternate around a mean, so that differences are known by hand. */
async function cohortsOf(sizes: Readonly<Record<string, { each: number; lift: number }>>) {
  const people = ['person,arm,index,cohort'];
  const scores = ['person,wave,date,scale,score,low,high'];
  for (const [cohort, { each, lift }] of Object.entries(sizes)) {
    for (const arm of ['participant', 'comparison']) {
      for (let i = 0; i < each; i++) {
        const key = `${cohort}-${arm}-${i}`;
        people.push(`${key},${arm},2025-01-06,${cohort}`);
        const score = 3 + (i % 2 === 0 ? 0.5 : -0.5) + (arm === 'participant' ? lift : 0);
        scores.push(`${key},after,2025-09-01,joy,${score},1,5`);
      }
    }
  }
  const plan: Plan = {
    plan: 1,
    design: 'lottery',
    cutoff: '2026-06-30',
    look: '2026-06-30',
    cohorts: Object.keys(sizes),
    primary: { outcome: 'joy', wave: 'after', months: 8, better: 'higher', matters: 0.2 },
  };
  const file = (lines: readonly string[], name: string) => textFile(name, `${lines.join('\n')}\n`);
  const { rows, problems } = await takeIn({
    people: file(people, 'people.csv'),
    scores: file(scores, 'scores.csv'),
  });
  expect(problems).toEqual([]);
  const evaluated = evaluate(rows, plan, { asOf: AFTER_EVERY_LOOK, fingerprint: planFingerprint(plan) });
  if (evaluated.kind !== 'evaluation') throw new Error('the plan was refused');
  return disclose(evaluated.evaluation);
}

test('each cohort shows its own difference of means beside the pooled one', async () => {
  const shown = await cohortsOf({ '2024': { each: 40, lift: 0.25 }, '2025': { each: 40, lift: 0.75 } });
  expect(shown.subgroups.cohorts.map(({ cohort, n, estimate }) => [cohort, n, estimate])).toEqual([
    ['2024', [40, 40], 0.25],
    ['2025', [40, 40], 0.75],
  ]);
  expect(shown.findings[0]!.shown!.estimate).toBe(0.5);
});

test('one cohort of too few people hides all of them', async () => {
  const shown = await cohortsOf({ '2024': { each: 40, lift: 0.25 }, '2025': { each: 16, lift: 0.75 } });
  expect(shown.subgroups).toMatchObject({ cohorts: [], cohortsHidden: true });
});

test('a plan of one cohort has nothing to compare', async () => {
  const shown = await cohortsOf({ '2024': { each: 40, lift: 0.25 } });
  expect(shown.subgroups).toMatchObject({ cohorts: [], cohortsHidden: false });
});
