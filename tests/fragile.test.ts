import { expect, test } from 'vitest';
import { disclose } from '#evaluation/disclosure/disclose.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { takeIn } from '#intake/take-in.ts';
import { headline } from '#report/sentences/headline.ts';
import { sentenceFor } from '#report/sentences/sentence-for.ts';
import { textFile } from './text-file.ts';

const AFTER_EVERY_LOOK = 30_000;
const EACH = 60;

/**
 * A draw in which people differ by `spread` from the start and keep it, and the program lifts everybody by 0.6: with the value
 * before in the model hardly anything is left to chance, without it the spread is.
 */
async function drawOf(spread: number) {
  const people = ['person,arm,index'];
  const scores = ['person,wave,date,scale,score'];
  for (const arm of ['participant', 'comparison']) {
    for (let i = 0; i < EACH; i++) {
      const key = `${arm}-${i}`;
      people.push(`${key},${arm},2025-01-06`);
      const before = 10 + spread * ((i % 7) - 3);
      const after = before + (i % 2 === 0 ? 0.2 : -0.2) + (arm === 'participant' ? 0.6 : 0);
      scores.push(`${key},before,2025-01-05,joy,${before}`, `${key},after,2025-09-01,joy,${after}`);
    }
  }
  const plan: Plan = {
    plan: 1,
    design: 'lottery',
    cutoff: '2026-06-30',
    look: '2026-06-30',
    primary: { outcome: 'joy', wave: 'after', months: 8, better: 'higher', matters: 0.4, label: 'Joy' },
  };
  const file = (lines: readonly string[], name: string) => textFile(name, `${lines.join('\n')}\n`);
  const { rows } = await takeIn({ people: file(people, 'people.csv'), scores: file(scores, 'scores.csv') });
  const evaluated = evaluate(rows, plan, { asOf: AFTER_EVERY_LOOK, fingerprint: planFingerprint(plan) });
  if (evaluated.kind !== 'evaluation') throw new Error('the plan was refused');
  return disclose(evaluated.evaluation);
}

test('a benefit that one of two other ways does not keep is fragile, and the headline says probably', async () => {
  const shown = await drawOf(1);
  const [joy] = shown.findings;
  expect([joy!.verdict, joy!.qualifier, joy!.fragile]).toEqual(['benefit', 'clear', true]);
  const { sensitivity } = joy!.shown!;
  expect(sensitivity).toMatchObject({ apply: 2, keep: 1, changesTo: ['inconclusive'] });
  expect(
    sensitivity!.analyses.map(({ id, notApplied, figures }) => [id, notApplied ?? figures!.verdict]),
  ).toEqual([
    ['no-covariates', 'inconclusive'],
    ['all-eligible', 'benefit'],
    ['other-method', 'same-as-earlier'],
    ['answer-weights', 'everybody-known'],
    ['filled-against', 'everybody-known'],
    ['narrower', 'nobody-late'],
    ['other-horizon', 'all-in-time'],
  ]);
  expect(headline(shown)).toContain('probably');
  expect(sentenceFor(joy!, shown).text).toContain('Read this with care');
});

test('the same program among people who are alike from the start is a firm benefit', async () => {
  const shown = await drawOf(0.1);
  expect(shown.findings[0]).toMatchObject({ verdict: 'benefit', fragile: false });
  expect(shown.findings[0]!.shown!.sensitivity).toMatchObject({ apply: 2, keep: 2 });
  expect(headline(shown)).not.toContain('probably');
});
