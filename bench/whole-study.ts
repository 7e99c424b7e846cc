/**
 * `npm run bench:study`: the whole promotion study from checked rows to disclosed findings, at rising sizes. No peer does all of
 * it in one go, so the goals are absolute: a million people in under 10 s and under 2 GB, growing about as fast as people do.
 */
import { disclose } from '#evaluation/disclosure/disclose.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { studyRows } from './study-rows.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const AFTER_EVERY_LOOK = 30_000;
const BYTES_PER_GB = 2 ** 30;

const plan: Plan = {
  plan: 1,
  design: 'matched',
  cutoff: '2026-09-30',
  look: '2026-09-30',
  primary: { outcome: 'promotion', months: 24, better: 'higher', matters: 0.05 },
  watchOuts: [{ outcome: 'retention', months: 24, better: 'higher', matters: 0.04 }],
  match: { exact: ['department'], ratio: 2, caliper: 0.2 },
  covariates: Array.from({ length: 10 }, (_, column) => `x${column}`),
};

console.log('people      seconds  peak GB  participants  compared with');
for (const people of SIZES) {
  const rows = studyRows(people, 20260930);
  const started = performance.now();
  const evaluated = evaluate(rows, plan, { asOf: AFTER_EVERY_LOOK, fingerprint: planFingerprint(plan) });
  if (evaluated.kind !== 'evaluation') throw new Error('the plan was refused');
  const shown = disclose(evaluated.evaluation);
  const seconds = (performance.now() - started) / 1000;
  const peak = (process.resourceUsage().maxRSS * 1024) / BYTES_PER_GB;
  const [participants, comparison] = shown.findings[0]!.shown!.groups;
  console.log(
    `${String(people).padEnd(10)}  ${seconds.toFixed(2).padStart(7)}  ${peak.toFixed(2).padStart(7)}  ${String(participants!.n).padStart(12)}  ${comparison!.n}`,
  );
}
